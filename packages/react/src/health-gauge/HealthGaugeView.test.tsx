import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { describeConformance } from '../testing/conformance.tsx';
import { health } from '../testing/sample-health.ts';
import { contributions } from './contributions.ts';
import { HealthGaugeView } from './HealthGaugeView.tsx';

const ready = { status: 'ready', data: { name: 'Acme Rockets', health } } as const;

describeConformance('HealthGaugeView', {
  view: ({ ref, ...props }) => <HealthGaugeView ref={ref ?? null} state={ready} {...props} />,
  onServer: ['82', 'Healthy', 'Product use', 'stroke-dasharray="81.8 200"', '93\u00a0×\u00a040% =\u00a037.2'],
  label: 'explain',
});

test('says score and band in words, and what moved it', async () => {
  const screen = await render(<HealthGaugeView state={ready} />);
  await expect.element(screen.getByRole('img', { name: '82 of 100, Healthy' })).toBeVisible();
  await expect.element(screen.getByText(/since Oct 2, 2026, from Product use \+9, Support −3/)).toBeVisible();
});

test('adds the contributions up to the score, by keyboard', async () => {
  const screen = await render(<HealthGaugeView state={ready} />);
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.element(screen.getByRole('row', { name: /Support 58\s×\s20% =\s11.6/ })).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /= ?Score 81.8/ })).toBeVisible();
});

test('rounds contributions so that they add up to the rounded score', () => {
  const [factor] = health.factors;
  if (!factor) throw new Error('The sample has no factor.');
  const thirds = [33.333, 33.333, 33.333].map((contribution) => ({ ...factor, contribution }));
  const sum = contributions(thirds).reduce((total, part) => total + part, 0);
  expect(sum).toBeCloseTo(100, 10);
});

test('keeps a factor without a value in the table, and says when there is no score', async () => {
  const factors = health.factors.map((factor) => ({
    ...factor,
    score: null,
    contribution: 0,
    band: null,
    missing: true,
  }));
  const unknown = { ...health, score: null, band: null, change: null, coverage: 0, factors };
  const screen = await render(<HealthGaugeView state={{ status: 'ready', data: { name: 'Ebb', health: unknown } }} />);
  await expect.element(screen.getByText('No score yet')).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /Product use – 40%/ })).toBeVisible();
});

test.each([
  [-0.4, 'FLAT', 'NEUTRAL', 'Unchanged 0 since'],
  [0.4, 'FLAT', 'NEUTRAL', 'Unchanged 0 since'],
  [-0.6, 'DOWN', 'WORSE', 'Down 1 since'],
  [0.6, 'UP', 'BETTER', 'Up 1 since'],
])('shows a change of %d as %s', async (amount, direction, tone, text) => {
  const factors = [
    { key: 'usage', label: 'Product use', amount: 2.6 },
    { key: 'nps', label: 'Relationship NPS', amount: -0.4 },
    { key: 'support', label: 'Support', amount: -3 },
  ];
  const changed = { ...health, change: { amount, since: '2026-10-02', factors } };
  const screen = await render(<HealthGaugeView state={{ status: 'ready', data: { name: 'Acme', health: changed } }} />);
  const line = screen.container.querySelector<HTMLElement>('.pl-change');
  expect(line?.dataset).toMatchObject({ direction, tone });
  expect(line?.textContent).toContain(text);
  // What moved it by nothing is not named, and makes room for what did.
  expect(line?.textContent).toContain('from Product use +3, Support −3');
});

test('starts the names of factors where the card starts', async () => {
  const screen = await render(<HealthGaugeView state={ready} />);
  const [name, title] = ['.pl-factors th', '.pl-label'].map((part) => screen.container.querySelector(part));
  expect(getComputedStyle(name ?? document.body).paddingInlineStart).toBe('0px');
  expect(name?.getBoundingClientRect().left).toBe(title?.getBoundingClientRect().left);
});
