import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { bands, health } from '../testing/sample-health.ts';
import { HealthGaugeView } from './HealthGaugeView.tsx';

const meta = {
  title: 'Widgets/HealthGauge',
  component: HealthGaugeView,
  args: { state: { status: 'ready', data: { name: 'Acme Rockets', health } } },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 348, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof HealthGaugeView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('img', { name: '82 of 100, Healthy' })).toBeVisible();
    await userEvent.click(canvas.getByText('Why this score'));
    await expect(canvas.getByRole('row', { name: /Score 81.8/ })).toBeVisible();
  },
};

export const Watch: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        name: 'Blue Anchor',
        health: {
          ...health,
          score: 61,
          band: bands.watch,
          change: { amount: -8, since: '2026-10-02', factors: [{ key: 'usage', label: 'Product use', amount: -11 }] },
        },
      },
    },
  },
};

export const AtRisk: Story = {
  args: {
    state: {
      status: 'ready',
      data: { name: 'Cold Harbour', health: { ...health, score: 3, band: bands.atRisk, change: null } },
    },
  },
};

export const MissingFactor: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        name: 'Dune',
        health: {
          ...health,
          coverage: 0.6,
          factors: health.factors.map((factor, index) =>
            index === 0
              ? { ...factor, score: null, missing: true, band: null, contribution: 0, effectiveWeight: 0 }
              : { ...factor, stale: index === 2 },
          ),
        },
      },
    },
  },
  play: async ({ canvas }) => expect(canvas.getByText('Coverage 60%')).toBeVisible(),
};

export const NoScore: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        name: 'Ebb',
        health: { ...health, score: null, reason: 'NO_SCORES', band: null, change: null, coverage: 0, factors: [] },
      },
    },
  },
};

export const Stale: Story = {
  args: { state: { status: 'stale', data: { name: 'Acme Rockets', health }, onRetry: fn() } },
};

export const Loading: Story = { args: { state: { status: 'loading' }, title: 'Acme Rockets' } };

export const Failed: Story = { args: { state: { status: 'failed', onRetry: fn() }, title: 'Acme Rockets' } };

export const NoAccess: Story = { args: { state: { status: 'forbidden' }, title: 'Account health' } };

export const Absent: Story = { args: { state: { status: 'absent' }, title: 'Account health' } };

export const Dark: Story = { ...Ready, globals: { theme: 'dark' } };

export const Compact: Story = { args: { appearance: { theme: 'light', density: 'compact' } } };

export const Arabic: Story = {
  args: {
    dir: 'rtl',
    lang: 'ar',
    locale: 'ar-EG',
    labels: { of: 'من ١٠٠', since: 'منذ {day}', from: 'بسبب', coverage: 'التغطية', explain: 'لماذا هذه النتيجة' },
  },
};

export const Narrow: Story = { globals: { viewport: { value: 'mobile1' } } };
