import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { nrrReading, nrrSeries, readingOf, seriesOf } from '../testing/sample-reading.ts';
import { MetricCardView } from './MetricCardView.tsx';

const meta = {
  title: 'Widgets/MetricCard units',
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

function dollars(amount: string) {
  return { amount, currency: 'USD' };
}

/** A number that stands beside a result. */
function statistic(key: string, label: string, unit: 'DURATION' | 'DAYS' | 'COUNT' | 'MONEY', value: number) {
  return { key, label, side: 'STATISTIC', sign: 'PLUS', unit, value, money: null } as const;
}

/** A reading with its course, as the graph gives it. */
function ready(reading: ReturnType<typeof readingOf>, values: readonly number[]): NonNullable<Story['args']> {
  return { state: { status: 'ready', data: { reading, series: seriesOf(values), accounts: 412 } } };
}

const better = { direction: 'DOWN', assessment: 'BETTER', withinMargin: false } as const;

export const Duration: Story = {
  args: ready(
    readingOf(
      {
        key: 'FIRST_RESPONSE_TIME',
        name: 'First response time',
        unit: 'DURATION',
        formula: 'median of the time to the first reply',
        policySwitches: [],
      },
      {
        value: 4980,
        change: { ...better, absolute: -900, relative: -0.153 },
        terms: [
          statistic('MEDIAN', 'Median', 'DURATION', 4980),
          statistic('P90', '90th percentile', 'DURATION', 18_180),
          statistic('MEAN', 'Mean', 'DURATION', 7578.66),
          statistic('COUNT', 'Tickets', 'COUNT', 1013),
        ],
        excluded: [],
      },
    ),
    [6300, 6120, 6480, 5940, 6060, 5880, 5700, 5820, 5520, 5640, 5880, 4980],
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByTitle('1.4 hours')).toBeVisible();
    await expect(canvas.getByText('15 minutes', { exact: false })).toBeVisible();
    await userEvent.click(canvas.getByText('412 accounts'));
    await expect(canvas.getByRole('row', { name: /90th percentile 5.1 hours/ })).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Mean 2.1 hours/ })).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Tickets 1,013/ })).toBeVisible();
  },
};

export const Days: Story = {
  args: ready(
    readingOf(
      { key: 'TIME_TO_FIRST_VALUE', name: 'Time to first value', unit: 'DAYS', policySwitches: [] },
      {
        value: 33.5,
        coverage: 0.78,
        change: { ...better, absolute: -2.5, relative: -0.07 },
        terms: [statistic('MEDIAN', 'Median', 'DAYS', 33.5), statistic('WAITING', 'Still waiting', 'COUNT', 26)],
      },
    ),
    [41, 40, 42, 39, 38, 38, 36, 37, 36, 35, 36, 33.5],
  ),
  play: async ({ canvas }) => expect(canvas.getByTitle('33.5 days')).toBeVisible(),
};

export const Months: Story = {
  args: ready(
    readingOf(
      { key: 'CAC_PAYBACK', name: 'CAC payback', unit: 'MONTHS', policySwitches: [] },
      { value: 14.504, change: { ...better, absolute: -0.66, relative: -0.044 }, terms: [] },
    ),
    [16.8, 16.4, 16.5, 16.1, 15.9, 15.8, 15.6, 15.2, 15.3, 15, 15.2, 14.5],
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByTitle('14.5 months')).toBeVisible();
    await expect(canvas.getByText('0.7 months', { exact: false })).toBeVisible();
  },
};

export const Multiple: Story = {
  args: ready(
    readingOf(
      { key: 'LTV_TO_CAC', name: 'LTV to CAC', unit: 'MULTIPLE', policySwitches: [] },
      {
        value: 4.137,
        change: { absolute: 0.18, relative: 0.045, direction: 'UP', assessment: 'BETTER', withinMargin: false },
        terms: [],
      },
    ),
    [3.4, 3.5, 3.5, 3.6, 3.7, 3.6, 3.8, 3.9, 3.9, 4, 3.96, 4.137],
  ),
  play: async ({ canvas }) => expect(canvas.getByTitle('4.14×')).toBeVisible(),
};

export const Count: Story = {
  args: ready(
    readingOf(
      { key: 'CUSTOMERS', name: 'Customers', unit: 'COUNT', balance: true, policySwitches: [] },
      {
        value: 1319,
        change: { absolute: 78, relative: 0.063, direction: 'UP', assessment: 'BETTER', withinMargin: false },
        terms: [],
      },
    ),
    [1180, 1188, 1201, 1204, 1219, 1230, 1240, 1262, 1280, 1291, 1304, 1319],
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByTitle('1,319')).toBeVisible();
    await expect(canvas.getByText('6.3%', { exact: false })).toBeVisible();
  },
};

export const Points: Story = {
  args: ready(
    readingOf(
      { key: 'NPS', name: 'Net promoter score', unit: 'POINTS', policySwitches: [] },
      {
        value: -8.2,
        lowSample: true,
        change: { absolute: -4.3, relative: null, direction: 'DOWN', assessment: 'WORSE', withinMargin: true },
        terms: [],
      },
    ),
    [2, 1, 3, 0, -1, -2, -4, -3, -5, -4, -4, -8.2],
  ),
  play: async ({ canvas }) => expect(canvas.getByTitle('−8')).toBeVisible(),
};

export const Score: Story = {
  args: ready(
    readingOf(
      { key: 'HEALTH', name: 'Health', unit: 'SCORE', balance: true, formula: 'mean of scores', policySwitches: [] },
      {
        value: 71.4,
        change: { absolute: -0.3, relative: null, direction: 'DOWN', assessment: 'WORSE', withinMargin: false },
        terms: [],
      },
    ),
    [68, 69.5, 70, 69.8, 71, 72, 71.6, 71.2, 71.9, 71.5, 71.7, 71.4],
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByTitle('71')).toBeVisible();
    await expect(canvas.getByText('Unchanged, neutral:')).toBeInTheDocument();
  },
};

export const Factors: Story = {
  args: ready(
    readingOf(
      { key: 'LTV', name: 'Lifetime value', unit: 'MONEY', formula: 'ARPA × margin × lifetime', policySwitches: [] },
      {
        value: 178_138.66,
        money: { amount: '178138.66', currency: 'USD' },
        change: { absolute: 20_980, relative: 0.133, direction: 'UP', assessment: 'BETTER', withinMargin: false },
        terms: [
          {
            ...statistic('END_MRR', 'MRR at the end', 'MONEY', 1_264_320),
            side: 'NUMERATOR',
            money: dollars('1264320.46'),
          },
          { ...statistic('CUSTOMERS', 'Customers', 'COUNT', 317), side: 'DENOMINATOR' },
        ],
        factors: [
          {
            key: 'MARGIN',
            label: 'Margin',
            side: 'TIMES',
            sign: 'TIMES',
            unit: 'FRACTION',
            value: 0.744,
            money: null,
            capped: false,
          },
          {
            key: 'LIFETIME',
            label: 'Lifetime',
            side: 'TIMES',
            sign: 'TIMES',
            unit: 'MONTHS',
            value: 60,
            money: null,
            capped: true,
          },
        ],
        excluded: [],
      },
    ),
    [],
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText('412 accounts'));
    await expect(canvas.getByRole('row', { name: /Margin 74.4%/ })).toBeVisible();
    await expect(canvas.getByRole('row', { name: /Lifetime 60 months, capped/ })).toBeVisible();
    const marks = ['MRR at the end', 'Customers', 'Margin', 'Lifetime', 'Lifetime value'].map(
      (name) => getComputedStyle(canvas.getByRole('rowheader', { name: new RegExp(`${name}$`) }), '::before').content,
    );
    await expect(marks).toEqual(['" "', '"÷"', '"×"', '"×"', '"="']);
  },
};
