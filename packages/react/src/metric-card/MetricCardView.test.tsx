import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { describeConformance } from '../testing/conformance.tsx';
import { nrrReading, nrrSeries, readingOf, seriesOf } from '../testing/sample-reading.ts';
import { MetricCardView } from './MetricCardView.tsx';

const ready = { status: 'ready', data: { reading: nrrReading, series: nrrSeries, accounts: 1412 } } as const;

describeConformance('MetricCardView', {
  view: ({ ref, ...props }) => <MetricCardView ref={ref ?? null} state={ready} {...props} />,
  onServer: ['104.2', '3.1', '$182,100.00', 'Coverage', 'd="M0 400L', '1,412 accounts'],
  label: 'explain',
});

test('opens its explanation by keyboard, and the terms add up to the value', async () => {
  const screen = await render(<MetricCardView state={ready} />);
  const term = screen.getByRole('row', { name: /Expansion \$182,100.00/ });
  await expect.element(term).not.toBeInTheDocument();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(term).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /÷ ?Start \$1,204,300.00/ })).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /= ?Net revenue retention 104.2%/ })).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /Oct 2026 104.2%/ })).toBeVisible();
});

test('marks a switch that differs from the default, and leaves out those that do not matter', async () => {
  const screen = await render(<MetricCardView state={ready} />);
  await userEvent.click(screen.getByText(/1,412 accounts/));
  await expect.element(screen.getByRole('row', { name: /Returning customers include, changed/ })).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /How NRR is computed periodic/ })).toBeVisible();
  expect(screen.container.textContent).not.toContain('Which answers count');
});

test('formats money exactly from its decimal string, beyond what a float holds', async () => {
  const money = { amount: '90071992547409931.25', currency: 'USD' };
  const reading = readingOf({ key: 'MRR', unit: 'MONEY', balance: true }, { value: 9e16, money });
  const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading } }} />);
  await expect.element(screen.getByTitle('$90,071,992,547,409,931.25')).toHaveTextContent('$90,100T');
});

test('names the reason and keeps the card where there is no value', async () => {
  const reading = readingOf({}, { value: null, reason: 'NO_BASE', change: null, previous: null });
  const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading } }} />);
  await expect.element(screen.getByText('No customers at the start')).toBeVisible();
  await expect.element(screen.getByText(/Nov 2025.–.Oct 2026/)).toBeVisible();
});

test('draws the open period dashed and breaks the line at a missing value', async () => {
  const series = seriesOf([1, null, 1.1, 1.2, 1.3], true);
  const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading: nrrReading, series } }} />);
  const paths = [...screen.container.querySelectorAll('.pl-spark path')].map((path) => path.getAttribute('d'));
  expect(paths[2]).toMatch(/^M1180 \d+L1770 \d+$/);
  expect(paths[3]).toMatch(/^M1770 \d+L2360 \d+$/);
});

test.each<[string, Partial<typeof nrrReading>]>([
  ['NaN', { value: Number.NaN }],
  ['infinity', { value: Number.POSITIVE_INFINITY }],
  ['days that are none', { period: { ...nrrReading.period, start: 'soon', end: 'later' } }],
  ['a currency that is none', { value: 1, money: { amount: '1.00', currency: '€€' } }],
])('shows a state and does not throw for %s', async (_, broken) => {
  const reading = readingOf(broken.money ? { unit: 'MONEY' } : {}, broken);
  const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading, series: nrrSeries } }} />);
  await expect.element(screen.getByRole('group', { name: 'Net revenue retention' })).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/NaN|Infinity|undefined/);
});

test('offers to try again after a failure, and says so when the value is old', async () => {
  const onRetry = vi.fn();
  const screen = await render(<MetricCardView title="NRR" state={{ status: 'failed', onRetry }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  await screen.rerender(<MetricCardView state={{ ...ready, status: 'stale', onRetry }} />);
  await expect.element(screen.getByText(/Not up to date/)).toBeVisible();
  await expect.element(screen.getByTitle('104.2%')).toBeVisible();
});

const wordy = {
  ...nrrReading,
  excluded: [{ reason: 'UNPRICED' as const, explanation: 'Accounts billed in a currency without a rate', count: 3 }],
  policy: {
    summary: [
      {
        key: 'nrrReactivation',
        value: 'Left out of what was kept, and counted as new revenue',
        label: 'Customers who return within ninety days',
        isDefault: false,
      },
    ],
  },
};

test.each([240, 300, 360])('keeps its open explanation inside a card of %i px, amounts on one line', async (width) => {
  const screen = await render(
    <div style={{ inlineSize: width }}>
      <MetricCardView state={{ status: 'ready', data: { reading: wordy, series: nrrSeries, accounts: 1412 } }} />
    </div>,
  );
  await userEvent.click(screen.getByText(/1,412 accounts/));
  const card = screen.getByRole('group', { name: 'Net revenue retention' }).element();
  const table = screen.getByRole('table').element();
  expect(table.getBoundingClientRect().right).toBeLessThan(card.getBoundingClientRect().right);
  expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
  const amount = document.createRange();
  amount.selectNodeContents(screen.getByText('$1,204,300.00').first().element());
  expect(amount.getClientRects()).toHaveLength(1);
});

test.each([
  ['a share', 'MONEY', 0.124, '12.4%', '$4,983.25'],
  ['compact money where there was nothing to take a share of', 'MONEY', null, '$4.98K', '$4,983.25'],
  ['a count likewise', 'COUNT', null, '4,983.25', '4,983.25'],
] as const)('shows a change as %s, and exactly on demand', async (_, unit, relative, text, title) => {
  const money = unit === 'MONEY' ? { amount: '5000.00', currency: 'USD' } : null;
  const change = { absolute: -4983.25, relative, direction: 'DOWN', assessment: 'WORSE', withinMargin: false } as const;
  const reading = readingOf({ unit }, { value: 5000, money, change });
  const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading } }} />);
  await expect.element(screen.getByText(`Down, worse: ${text}`)).toHaveAttribute('title', title);
});

test('names an account in the explanation, not on every card of its page', async () => {
  const data = { reading: nrrReading, subject: 'Acme Rockets' };
  const screen = await render(<MetricCardView state={{ status: 'ready', data }} />);
  await expect.element(screen.getByText(/Acme Rockets/)).not.toBeVisible();
  await userEvent.click(screen.getByText(/Nov 2025.–.Oct 2026/));
  await expect.element(screen.getByText(/^Acme Rockets: \(start/)).toBeVisible();
});

test('stands the key beside the name, which the short name may repeat', async () => {
  const reading = readingOf({ key: 'QUICK_RATIO', name: 'Quick ratio', shortName: 'Quick ratio' }, {});
  const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading } }} />);
  await expect.element(screen.getByText('QUICK_RATIO')).toBeVisible();
});

test.each([
  ['FRACTION', -0.0004, null, 'en', '0 pts'],
  ['SCORE', -0.4, null, 'en', '0'],
  ['POINTS', -0.4, null, 'ar-EG', '٠'],
  ['MULTIPLE', -0.004, null, 'de-DE', '0×'],
  ['MULTIPLE', -0.004, null, 'hi-IN-u-nu-deva', '०×'],
  ['COUNT', -3, -0.0004, 'fa-IR', '۰٫۰'],
  ['MONTHS', -0.04, null, 'en', '0 months'],
  ['DURATION', -2, null, 'en', '0 minutes'],
] as const)(
  'calls a change of %s that rounds to nothing none: %d, %s, %s',
  async (unit, absolute, relative, locale, text) => {
    const change = { absolute, relative, direction: 'DOWN', assessment: 'WORSE', withinMargin: false } as const;
    const reading = readingOf({ unit }, { value: 50, change });
    const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading } }} locale={locale} />);
    const line = screen.container.querySelector<HTMLElement>('.pl-change');
    expect(line?.dataset).toMatchObject({ direction: 'FLAT', tone: 'NEUTRAL' });
    expect(line?.querySelector('b')?.textContent).toContain(`Unchanged, neutral: ${text}`);
  },
);

test.each([
  ['FRACTION', -0.0006, null, 'en'],
  ['SCORE', -0.6, null, 'ar-EG'],
  ['SCORE', -10, null, 'en'],
  ['COUNT', -3, -0.0006, 'fa-IR'],
] as const)('and one of %s that does not, a change: %d, %s, %s', async (unit, absolute, relative, locale) => {
  const change = { absolute, relative, direction: 'DOWN', assessment: 'WORSE', withinMargin: false } as const;
  const reading = readingOf({ unit }, { value: 50, change });
  const screen = await render(<MetricCardView state={{ status: 'ready', data: { reading } }} locale={locale} />);
  const line = screen.container.querySelector<HTMLElement>('.pl-change');
  expect(line?.dataset).toMatchObject({ direction: 'DOWN', tone: 'WORSE' });
});
