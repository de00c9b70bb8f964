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
  await expect.element(screen.getByText(/since Oct 1, 2026, from Product use \+9, Support −3/)).toBeVisible();
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
