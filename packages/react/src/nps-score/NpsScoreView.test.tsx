import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { describeConformance } from '../testing/conformance.tsx';
import { nps } from '../testing/sample-nps.ts';
import { NpsScoreView } from './NpsScoreView.tsx';

describeConformance('NpsScoreView', {
  view: ({ ref, ...props }) => <NpsScoreView ref={ref ?? null} state={{ status: 'ready', data: nps }} {...props} />,
  onServer: ['+42', '±\u00a010', '58%', '212 of 640 answered', 'x="66%" width="10%"', '+35\u00a0±\u00a011'],
  label: 'PROMOTER',
});

test('draws the margin where it lies on the scale, cut off at its ends', async () => {
  const state = { status: 'ready', data: { ...nps, score: { ...nps.score, value: 95 } } } as const;
  const screen = await render(<NpsScoreView state={state} />);
  const margin = screen.container.querySelector('.pl-margin');
  expect([margin?.getAttribute('x'), margin?.getAttribute('width')]).toEqual(['92.5%', '7.5%']);
});

test('does not call a change within the margin better or worse by colour', async () => {
  const screen = await render(<NpsScoreView state={{ status: 'ready', data: nps }} />);
  await expect.element(screen.getByText(/vs Apr.–.Jun 2026, within the margin/)).toHaveAttribute('data-tone', '');
});

test('gives counts and the trend as a table', async () => {
  const screen = await render(<NpsScoreView state={{ status: 'ready', data: nps }} />);
  await userEvent.click(screen.getByText(/33% responded/));
  await expect.element(screen.getByRole('row', { name: /Detractors 34/ })).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /Jan.–.Mar 2026 \+28\s±\s10/ })).toBeVisible();
});

test('shows no score below the minimum sample, but how many answered', async () => {
  const score = {
    ...nps.score,
    value: null,
    marginOfError: null,
    change: null,
    reason: 'BELOW_MINIMUM_SAMPLE',
  } as const;
  const distribution = { ...nps.distribution, answered: 1, shown: 60, responseRate: null };
  const screen = await render(<NpsScoreView state={{ status: 'ready', data: { ...nps, score, distribution } }} />);
  await expect.element(screen.getByText('Too few answers')).toBeVisible();
  await expect.element(screen.getByText(/1 of 60 answered/)).toBeVisible();
});
