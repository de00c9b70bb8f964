import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ComponentProps, useState } from 'react';
import { expect, fn } from 'storybook/test';
import { surveyIn } from '../testing/sample-nps.ts';
import { NpsSurveyView } from './NpsSurveyView.tsx';

function Held(props: ComponentProps<typeof NpsSurveyView>) {
  const [answer, setAnswer] = useState(props.answer);
  const [comment, setComment] = useState(props.comment);
  return <NpsSurveyView {...props} answer={answer} onAnswer={setAnswer} comment={comment} onComment={setComment} />;
}

const meta = {
  title: 'Widgets/NpsSurvey',
  component: NpsSurveyView,
  render: (args) => <Held {...args} />,
  args: {
    state: { status: 'ready', data: surveyIn({ step: 'asking' }) },
    answer: null,
    comment: '',
    onAnswer: fn(),
    onComment: fn(),
    onSend: fn(),
    onDismiss: fn(),
  },
  decorators: [
    (Story, { parameters }) => (
      <div style={{ inlineSize: parameters.inlineSize ?? 424, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof NpsSurveyView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Asking: Story = {};

export const ByKeyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('radio', { name: /^0/ })).toHaveFocus();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}');
    await expect(canvas.getByRole('radio', { name: '2' })).toBeChecked();
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.tab();
    await userEvent.keyboard('Slow on Mondays.');
    await expect(canvas.getByLabelText('What went wrong?')).toHaveValue('Slow on Mondays.');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSend).toHaveBeenCalledOnce();
  },
};

export const FollowUp: Story = {
  args: { answer: 8, comment: 'Exports that keep my column order, and a faster first load.' },
};

export const Sending: Story = {
  args: { answer: 8, state: { status: 'ready', data: surveyIn({ step: 'sending' }) } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Sending/ }));
    await expect(args.onSend).not.toHaveBeenCalled();
  },
};

export const Rejected: Story = {
  args: { answer: 3, comment: 'Still here.', state: { status: 'ready', data: surveyIn({ step: 'rejected' }) } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toBeVisible();
    await expect(canvas.getByRole('textbox')).toHaveValue('Still here.');
  },
};

export const Thanks: Story = { args: { state: { status: 'ready', data: surveyIn({ step: 'thanks' }) } } };

export const Answered: Story = { args: { state: { status: 'ready', data: surveyIn({ step: 'answered' }) } } };

export const Closed: Story = { args: { state: { status: 'ready', data: surveyIn({ step: 'closed' }) } } };

export const Loading: Story = { args: { state: { status: 'loading' } } };

export const Failed: Story = { args: { state: { status: 'failed', onRetry: fn() } } };

export const NoAccess: Story = { args: { state: { status: 'forbidden' } } };

export const Dark: Story = { ...FollowUp, globals: { theme: 'dark' } };

export const Wide: Story = {
  ...FollowUp,
  parameters: { inlineSize: 620 },
  play: async ({ canvas }) => {
    const tops = canvas.getAllByRole('radio').map((radio) => radio.getBoundingClientRect().top);
    await expect(new Set(tops).size).toBe(1);
  },
};

export const Arabic: Story = {
  args: {
    dir: 'rtl',
    lang: 'ar',
    locale: 'ar-EG',
    answer: 8,
    labels: { send: 'إرسال', dismiss: 'ليس الآن', progress: '{step} من ٢' },
  },
};

export const Narrow: Story = { ...FollowUp, globals: { viewport: { value: 'mobile1' } } };
