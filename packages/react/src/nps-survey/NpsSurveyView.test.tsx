import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { describeConformance } from '../testing/conformance.tsx';
import { surveyIn } from '../testing/sample-nps.ts';
import { NpsSurveyView } from './NpsSurveyView.tsx';
import { bucketOf, type SurveyStep } from './nps-survey-data.ts';

function propsIn(step: SurveyStep, answer: number | null = null) {
  return {
    state: { status: 'ready', data: surveyIn(step) } as const,
    answer,
    comment: '',
    onAnswer: vi.fn(),
    onComment: vi.fn(),
    onSend: vi.fn(),
    onDismiss: vi.fn(),
  };
}

describeConformance('NpsSurveyView', {
  view: ({ ref, ...props }) => <NpsSurveyView ref={ref ?? null} {...propsIn({ step: 'asking' }, 8)} {...props} />,
  onServer: ['How likely are you', 'type="radio"', 'Extremely likely', 'a 9 or 10?'],
  label: 'send',
});

test('is one radio group of eleven, the ends named by their words', async () => {
  const screen = await render(<NpsSurveyView {...propsIn({ step: 'asking' })} />);
  await expect.element(screen.getByRole('group', { name: /How likely/ })).toBeVisible();
  expect(screen.getByRole('radio').elements()).toHaveLength(11);
  await expect.element(screen.getByRole('radio', { name: /^10.*Extremely likely/ })).toBeInTheDocument();
});

test('arrow keys move without sending', async () => {
  const props = propsIn({ step: 'asking' }, 5);
  await render(<NpsSurveyView {...props} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(props.onAnswer).toHaveBeenLastCalledWith(6);
  expect(props.onSend).not.toHaveBeenCalled();
});

test('does not send without an answer', async () => {
  const props = propsIn({ step: 'asking' });
  const screen = await render(<NpsSurveyView {...props} />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(props.onSend).not.toHaveBeenCalled();
});

test.each([
  [0, 'What went wrong?'],
  [6, 'What went wrong?'],
  [7, 'What would have made it a 9 or 10?'],
  [8, 'What would have made it a 9 or 10?'],
  [9, 'What do you value most?'],
  [10, 'What do you value most?'],
])('follows an answer of %i with "%s"', async (answer, question) => {
  const screen = await render(<NpsSurveyView {...propsIn({ step: 'asking' }, answer)} />);
  await expect.element(screen.getByRole('textbox', { name: question })).toBeVisible();
});

test('sends nothing a second time while the first is on its way', async () => {
  const props = propsIn({ step: 'sending' }, 8);
  const screen = await render(<NpsSurveyView {...props} />);
  await userEvent.click(screen.getByRole('button', { name: /Sending/ }), { force: true });
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }), { force: true });
  expect(props.onSend).not.toHaveBeenCalled();
  expect(props.onDismiss).not.toHaveBeenCalled();
});

test('takes the focus to the thanks, inside a live region', async () => {
  const screen = await render(<NpsSurveyView {...propsIn({ step: 'sending' }, 8)} />);
  await screen.rerender(<NpsSurveyView {...propsIn({ step: 'thanks' }, 8)} />);
  const thanks = screen.getByText(/Thank you/);
  await expect.element(thanks).toHaveFocus();
  expect(thanks.element().closest('[role=status]')).not.toBeNull();
});

test('says what failed and keeps what was typed', async () => {
  const props = { ...propsIn({ step: 'rejected' }, 3), comment: 'Typed.' };
  const screen = await render(<NpsSurveyView {...props} />);
  await expect.element(screen.getByRole('alert').getByText(/could not be sent/)).toBeVisible();
  await expect.element(screen.getByRole('textbox')).toHaveValue('Typed.');
});

test.each([320, 360, 1240])('gives each answer at least 40 px at a width of %i px', async (width) => {
  await page.viewport(width, 700);
  const screen = await render(<NpsSurveyView {...propsIn({ step: 'asking' })} />);
  for (const radio of screen.getByRole('radio').elements()) {
    const { width, height } = radio.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(40);
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

test('every whole answer falls in one bucket', () => {
  expect([0, 6, 7, 8, 9, 10].map(bucketOf)).toEqual([
    'DETRACTOR',
    'DETRACTOR',
    'PASSIVE',
    'PASSIVE',
    'PROMOTER',
    'PROMOTER',
  ]);
});
