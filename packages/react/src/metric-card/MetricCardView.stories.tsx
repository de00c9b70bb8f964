import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { month, nrrReading, nrrSeries, readingOf, seriesOf } from '../testing/sample-reading.ts';
import { MetricCardView } from './MetricCardView.tsx';

const meta = {
  title: 'Widgets/MetricCard',
  component: MetricCardView,
  args: { state: { status: 'ready', data: { reading: nrrReading, series: nrrSeries, accounts: 412 } } },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 282, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof MetricCardView>;

export default meta;
type Story = StoryObj<typeof meta>;

const mrr = readingOf(
  {
    key: 'MRR',
    name: 'Monthly recurring revenue',
    shortName: 'MRR',
    unit: 'MONEY',
    balance: true,
    formula: 'Σ monthly value of active items',
    policySwitches: [],
  },
  {
    value: 1_353_420.5,
    money: { amount: '1353420.50', currency: 'USD' },
    change: { absolute: 149_000, relative: 0.124, direction: 'UP', assessment: 'BETTER', withinMargin: false },
    terms: [],
  },
);
const money = seriesOf(
  [1.02, 1.05, 1.07, 1.1, 1.13, 1.15, 1.19, 1.21, 1.25, 1.28, 1.31, 1.353].map((m) => m * 1e6),
  false,
  true,
);

export const Ready: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('104.2')).toBeVisible();
    await userEvent.click(canvas.getByText('412 accounts'));
    await expect(canvas.getByRole('row', { name: /Expansion/ })).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Returning customers include, changed/ })).toBeVisible();
    await userEvent.click(canvas.getByText('412 accounts'));
  },
};

export const Explained: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText('412 accounts'));
    await expect(canvas.getByText('$1,204,300.00', { selector: 'tr:first-child td' })).toBeVisible();
  },
};

export const Money: Story = {
  args: { state: { status: 'ready', data: { reading: mrr, series: money, accounts: 423 } } },
  play: async ({ canvas }) => expect(canvas.getByTitle('$1,353,420.50')).toHaveTextContent('$1.35M'),
};

export const Worse: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        reading: readingOf(
          { key: 'GRR', name: 'Gross revenue retention', shortName: 'GRR' },
          {
            value: 0.889,
            change: { absolute: -0.014, relative: -0.015, direction: 'DOWN', assessment: 'WORSE', withinMargin: false },
          },
        ),
        series: seriesOf([91.8, 91.4, 91.6, 90.9, 90.2, 90.4, 89.9, 89.6, 89.9, 89.2, 89.1, 88.9].map((p) => p / 100)),
        accounts: 412,
      },
    },
  },
};

export const OpenPeriod: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        reading: { ...mrr, period: month('2026-11', true) },
        series: seriesOf(
          money.points.map(({ value }) => value),
          true,
          true,
        ),
      },
    },
  },
  play: async ({ canvas }) => expect(canvas.getByText('11 days left')).toBeVisible(),
};

export const Undefined: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        reading: readingOf(
          { key: 'QUICK_RATIO', name: 'Quick ratio', shortName: 'QUICK_RATIO', unit: 'MULTIPLE' },
          { value: null, reason: 'NO_LOSSES', change: null, previous: null, terms: [], period: month('2026-11', true) },
        ),
      },
    },
  },
  play: async ({ canvas }) => expect(canvas.getByText('No losses in this period')).toBeVisible(),
};

export const Partial: Story = {
  args: {
    state: { status: 'ready', data: { reading: { ...nrrReading, coverage: 0.92 }, series: nrrSeries, accounts: 412 } },
  },
};

export const Stale: Story = {
  args: { state: { status: 'stale', data: { reading: nrrReading, series: nrrSeries, accounts: 412 }, onRetry: fn() } },
  play: async ({ canvas }) => expect(canvas.getByText(/Not up to date/)).toBeVisible(),
};

export const Updating: Story = {
  args: { state: { status: 'updating', data: { reading: nrrReading, series: nrrSeries, accounts: 412 } } },
  play: async ({ canvas }) => expect(canvas.getByRole('group', { name: /^Net/ })).toHaveAttribute('aria-busy', 'true'),
};

export const NoShare: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        reading: readingOf(
          { key: 'NET_NEW_MRR', name: 'Net new MRR', unit: 'MONEY', policySwitches: [] },
          {
            value: -4983.25,
            money: { amount: '-4983.25', currency: 'USD' },
            change: { absolute: -4983.25, relative: null, direction: 'DOWN', assessment: 'WORSE', withinMargin: false },
          },
        ),
        series: money,
        accounts: 412,
      },
    },
  },
  play: async ({ canvas }) => expect(canvas.getByTitle('$4,983.25')).toHaveTextContent('$4.98K'),
};

export const OneAccount: Story = {
  args: {
    state: { status: 'ready', data: { reading: nrrReading, series: nrrSeries, subject: 'Bluewater Freight & Sons' } },
  },
};

export const Loading: Story = { args: { state: { status: 'loading' } } };

export const LoadingWithTitle: Story = { args: { state: { status: 'loading' }, title: 'Net revenue retention' } };

const onRetry = fn();

export const Failed: Story = {
  args: {
    state: { status: 'failed', onRetry, message: 'The metrics service did not answer.' },
    title: 'Net revenue retention',
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(onRetry).toHaveBeenCalled();
  },
};

export const NoAccess: Story = { args: { state: { status: 'forbidden' }, title: 'Net revenue retention' } };

export const Absent: Story = { args: { state: { status: 'absent' }, title: 'Net revenue retention' } };

export const Dark: Story = { ...Ready, globals: { theme: 'dark' } };

export const Compact: Story = { args: { appearance: { theme: 'light', density: 'compact' } } };

export const OwnAccent: Story = { args: { appearance: { theme: 'light', accent: 'rebeccapurple' } } };

export const German: Story = {
  args: {
    locale: 'de-DE',
    state: { status: 'ready', data: { reading: mrr, series: money, accounts: 1423 } },
    title: 'Monatlich wiederkehrender Umsatz',
    labels: {
      UP: 'Gestiegen',
      versus: 'ggü. {period}',
      accounts: { one: '{n} Konto', other: '{n} Konten' },
      explain: 'So kam es dazu',
    },
  },
  play: async ({ canvas }) => expect(canvas.getByText('1.423 Konten', { exact: false })).toBeVisible(),
};

export const Arabic: Story = {
  args: {
    dir: 'rtl',
    lang: 'ar',
    locale: 'ar-EG',
    title: 'صافي الاحتفاظ بالإيرادات',
    labels: { versus: 'مقارنة بـ {period}', points: 'نقطة', accounts: { other: '{n} حساب' }, explain: 'كيف حُسب هذا' },
  },
};

export const Narrow: Story = { globals: { viewport: { value: 'mobile1' } } };
