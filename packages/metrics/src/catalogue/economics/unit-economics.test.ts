import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { type MetricKey, metricOf } from '../../catalogue.ts';
import { selectAccount, selectAll } from '../../ledger/selection.ts';
import { formatMoney } from '../../money/money.ts';
import { defaultPolicy, type Policy } from '../../policy.ts';
import { contributorsOf } from '../../reading/contributors.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { type CostLine, day, type SubscriptionLine, workedLedger } from '../../testing/worked-ledger.ts';

const today = day('2026-01-15');

// 438.00 a year each, 1.20 a day: `old` and `keen` all year long, `gone` until July, `fresh` from July on.
const lines: readonly SubscriptionLine[] = [
  'old 2024-01-01 - 3650',
  'keen 2024-01-01 - 3650',
  'gone 2024-01-01 2025-07-02 3650',
  'fresh 2025-07-02 - 3650',
];

function reading(
  key: MetricKey,
  costs: readonly CostLine[],
  options: { readonly policy?: Partial<Policy>; readonly only?: string; readonly month?: string } = {},
): Reading {
  const ledger = workedLedger(lines, [], costs);
  const selection =
    options.only === undefined ? selectAll(ledger) : selectAccount(ledger, ledger.accounts.names.indexOf(options.only));
  const question = { ledger, selection, policy: { ...defaultPolicy, ...options.policy } };
  const spec =
    options.month === undefined
      ? ({ kind: 'year', year: 2025 } as const)
      : ({ kind: 'month', month: options.month } as const);
  return read(metricOf(key), question, resolvePeriod(spec, today), today);
}

const money = ({ money: found }: Reading): string | null => (found === null ? null : formatMoney(found));

describe('CAC', () => {
  it('is what acquisition cost for each customer won', () => {
    const costs: CostLine[] = ['- acquisition 2025-01-01 2026-01-01 36500', '- retention 2025-01-01 2026-01-01 99900'];
    expect(money(reading('CAC', costs))).toBe('365.00');
    // July bears a twelfth, and has the one customer won.
    expect(money(reading('CAC', costs, { month: '2025-07' }))).toBe('30.41');
    expect(reading('CAC', costs, { month: '2025-08' })).toMatchObject({ value: null, reason: 'NO_BASE' });
  });

  it('counts as much of a cost as falls into the period', () => {
    expect(money(reading('CAC', ['- acquisition 2024-12-22 2025-01-11 2000']))).toBe('10.00');
    expect(reading('CAC', ['- acquisition 2024-12-22 2025-01-01 2000']).reason).toBe('NO_COST_DATA');
  });
});

describe('CRC', () => {
  it('is what retention cost for each customer kept', () => {
    expect(money(reading('CRC', ['- retention 2025-01-01 2026-01-01 10000']))).toBe('50.00');
    expect(reading('CRC', []).reason).toBe('NO_COST_DATA');
    const none = reading('CRC', ['fresh retention 2025-01-01 2026-01-01 10000'], { only: 'fresh' });
    expect(none).toMatchObject({ value: null, reason: 'NO_BASE' });
  });
});

describe('COST_TO_CARRY', () => {
  const costs: CostLine[] = [
    '- success 2025-01-01 2026-01-01 20000',
    'old support 2025-01-01 2026-01-01 40000',
    'keen product 2025-01-01 2025-01-02 5000',
    'keen acquisition 2025-01-01 2025-01-02 5000',
  ];

  it('is success, support and product over the revenue of the same time', () => {
    // old, keen: twelve months of 36.50 each; gone and fresh one year between them.
    const found = reading('COST_TO_CARRY', costs);
    expect(found.denominator).toBe(3 * 438);
    expect(found.value).toBe((200 + 400 + 50) / 1314);
    expect(found.terms.map(({ key, value }) => [key, value])).toEqual([
      ['SUCCESS_COST', 200],
      ['SUPPORT_COST', 400],
      ['PRODUCT_COST', 50],
      ['RECURRING_REVENUE', 1314],
    ]);
  });

  it('of an account leaves the costs of the whole workspace out, and says so', () => {
    const old = reading('COST_TO_CARRY', costs, { only: 'old' });
    expect(old.value).toBe(400 / 438);
    expect(old.excluded).toEqual([expect.objectContaining({ reason: 'SHARED_COSTS', count: 1 })]);
    expect(reading('COST_TO_CARRY', costs).excluded).toEqual([]);
    expect(reading('COST_TO_CARRY', costs, { only: 'gone' }).reason).toBe('NO_COST_DATA');
  });

  it('lists the accounts behind it, who bear what is their own', () => {
    const found = contributorsOf(reading('COST_TO_CARRY', costs), 'EFFECT_DESC').entries;
    // 2 July: six months and one of 31 days are over when `gone` goes and `fresh` comes.
    expect(found.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [400, 438],
      [50, 438],
      [0, (36.5 * (6 * 31 - 1)) / 31],
      [0, (36.5 * (6 * 31 + 1)) / 31],
    ]);
  });

  it('is the same in a short month, a long one, a leap year and any other', () => {
    const monthly: CostLine[] = [
      'old support 2024-02-01 2024-03-01 1460',
      'old support 2025-02-01 2025-03-01 1460',
      'old support 2025-03-01 2025-04-01 1460',
      'keen support 2024-01-01 2026-01-01 35040',
    ];
    for (const month of ['2024-02', '2025-02', '2025-03']) {
      expect(reading('COST_TO_CARRY', monthly, { month, only: 'old' }).value, month).toBe(0.4);
      expect(reading('COST_TO_CARRY', monthly, { month, only: 'keen' }).value, month).toBe(0.4);
    }
  });

  it('counts the costs that no exchange rate was known for', () => {
    const found = reading('COST_TO_CARRY', ['old success 2025-01-01 2025-01-02 NaN' as CostLine, ...costs]);
    expect(found.value).toBe(650 / 1314);
    expect(found.excluded).toEqual([expect.objectContaining({ reason: 'NO_EXCHANGE_RATE_FOR_COST', count: 1 })]);
  });

  it('has no base where nobody pays', () => {
    expect(reading('COST_TO_CARRY', costs, { only: 'fresh', month: '2025-01' }).reason).toBe('NO_COST_DATA');
    const early: CostLine[] = ['fresh support 2025-01-01 2025-02-01 100'];
    expect(reading('COST_TO_CARRY', early, { only: 'fresh', month: '2025-01' }).reason).toBe('NO_BASE');
  });
});
