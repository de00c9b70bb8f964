import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { nps } from '../testing/sample-nps.ts';
import { NpsScoreView } from './NpsScoreView.tsx';

const meta = {
  title: 'Widgets/NpsScore',
  component: NpsScoreView,
  args: { state: { status: 'ready', data: nps } },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 376, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof NpsScoreView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('img', { name: /^\+42\s±\s10$/ })).toBeVisible();
    await expect(canvas.getByText(/within the margin/)).toBeVisible();
    await expect(canvas.getByText('212 of 640 answered')).toBeVisible();
    await userEvent.click(canvas.getByText('33% responded'));
    await expect(canvas.getByRole('row', { name: /Promoters 123/ })).toBeVisible();
  },
};

export const LowSample: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        ...nps,
        score: { ...nps.score, value: -8, marginOfError: 38, sampleSize: 14, lowSample: true },
        distribution: { ...nps.distribution, answered: 14, shown: 60, responseRate: 0.23 },
      },
    },
  },
  play: async ({ canvas }) => expect(canvas.getByText(/Few answers/)).toBeVisible(),
};

export const BelowMinimum: Story = {
  args: {
    state: {
      status: 'ready',
      data: {
        ...nps,
        score: {
          ...nps.score,
          value: null,
          reason: 'BELOW_MINIMUM_SAMPLE',
          marginOfError: null,
          sampleSize: 3,
          change: null,
          previous: null,
        },
        distribution: { ...nps.distribution, answered: 3, shown: 60, responseRate: 0.05 },
        trend: { granularity: 'QUARTER', revision: '42', points: [] },
      },
    },
  },
  play: async ({ canvas }) => expect(canvas.getByText('Too few answers')).toBeVisible(),
};

export const Edge: Story = {
  args: { state: { status: 'ready', data: { ...nps, score: { ...nps.score, value: 100, marginOfError: 0 } } } },
};

export const Stale: Story = { args: { state: { status: 'stale', data: nps, onRetry: fn() } } };

export const Loading: Story = { args: { state: { status: 'loading' }, title: 'Relationship NPS' } };

export const Failed: Story = { args: { state: { status: 'failed', onRetry: fn() }, title: 'Relationship NPS' } };

export const NoAccess: Story = { args: { state: { status: 'forbidden' }, title: 'Relationship NPS' } };

export const Dark: Story = { ...Ready, globals: { theme: 'dark' } };

export const Arabic: Story = {
  args: {
    dir: 'rtl',
    lang: 'ar',
    locale: 'ar-EG',
    labels: { DETRACTOR: 'منتقدون', PASSIVE: 'محايدون', PROMOTER: 'مروّجون' },
  },
};

export const Narrow: Story = { globals: { viewport: { value: 'mobile1' } } };
