import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { type MetricKey, metricOf } from '../../catalogue.ts';
import { selectAll } from '../../ledger/selection.ts';
import { formatMoney } from '../../money/money.ts';
import { defaultPolicy, type Policy } from '../../policy.ts';
import { contributorsOf } from '../../reading/contributors.ts';
import { type Reading, read, readEach } from '../../reading/reading.ts';
import { type CostLine, day, type SubscriptionLine, workedLedger } from '../../testing/worked-ledger.ts';

const today = day('2026-01-15');

// Five customers of 100.00 a month on every day of the year: `left` made way for `won` on 15 September. Revenue 6,000.00.
const lines: readonly SubscriptionLine[] = [
  'ann 2024-01-01 - 10000',
  'bob 2024-01-01 - 10000',
  'cy 2024-01-01 - 10000',
  'dee 2024-01-01 - 10000',
  'left 2024-01-01 2025-09-15 10000',
  'won 2025-09-15 - 10000',
];

// A margin of 75 %, and 900.00 to win one customer.
const costs: readonly CostLine[] = [
  '- success 2025-01-01 2026-01-01 60000',
  '- support 2025-01-01 2026-01-01 60000',
  'ann product 2025-03-01 2025-04-01 30000',
  '- acquisition 2025-01-01 2026-01-01 90000',
];

function questionOf(spent: readonly CostLine[], policy: Partial<Policy>) {
  const ledger = workedLedger(lines, [], spent);
  return { ledger, selection: selectAll(ledger), policy: { ...defaultPolicy, ...policy } };
}

function reading(key: MetricKey, policy: Partial<Policy> = {}, spent: readonly CostLine[] = costs): Reading {
  const period = resolvePeriod({ kind: 'year', year: 2025 }, today);
  return read(metricOf(key), questionOf(spent, policy), period, today);
}

const money = ({ money: found }: Reading): string | null => (found === null ? null : formatMoney(found));

describe('LTV', () => {
  it('is ARPA times margin over the churn of six months: one of thirty customer months', () => {
    const found = reading('LTV');
    expect(money(found)).toBe('2250.00');
    expect(found.terms.map(({ key, value }) => [key, value])).toEqual([
      ['END_MRR', 500],
      ['CUSTOMERS', 5],
    ]);
    expect(found.factors).toEqual([
      expect.objectContaining({ key: 'MARGIN', operation: 'TIMES', unit: 'FRACTION', value: 0.75 }),
      expect.objectContaining({ key: 'LIFETIME', operation: 'TIMES', unit: 'MONTHS', value: 30, capped: false }),
    ]);
  });

  it('ltvMethod: without the margin, or as mere revenue per customer', () => {
    expect(money(reading('LTV', { ltvMethod: 'arpaOverChurn' }))).toBe('3000.00');
    expect(money(reading('LTV', { ltvMethod: 'revenuePerCustomer' }))).toBe('1200.00');
  });

  it('ltvMethod: only the margin needs costs', () => {
    expect(reading('LTV', {}, [])).toMatchObject({ value: null, reason: 'NO_COST_DATA' });
    expect(money(reading('LTV', { ltvMethod: 'arpaOverChurn' }, []))).toBe('3000.00');
  });

  it('ltvChurnMonths: looks back further, or not as far as the loss', () => {
    expect(money(reading('LTV', { ltvChurnMonths: 5 }))).toBe('1875.00');
    expect(money(reading('LTV', { ltvChurnMonths: 10 }))).toBe('3750.00');
    expect(reading('LTV', { ltvChurnMonths: 3, ltvCapMonths: null })).toMatchObject({
      value: null,
      reason: 'NO_CHURN',
    });
  });

  it('ltvCapMonths: holds the lifetime, also where nobody leaves', () => {
    expect(money(reading('LTV', { ltvCapMonths: 24 }))).toBe('1800.00');
    expect(money(reading('LTV', { ltvChurnMonths: 3 }))).toBe('4500.00');
    expect(reading('LTV', { ltvChurnMonths: 3 }).factors[1]).toMatchObject({ value: 60, capped: true });
    expect(money(reading('LTV', { ltvChurnMonths: 20, ltvCapMonths: null }))).toBe('7500.00');
  });

  it('churnDenominator: counts the new ones too where churn does', () => {
    expect(money(reading('LTV', { churnDenominator: 'startPlusNew' }))).toBe('2325.00');
  });

  it('says below zero that customers cost more than they bring', () => {
    expect(money(reading('LTV', {}, ['- support 2025-01-01 2026-01-01 900000']))).toBe('-1500.00');
  });

  it('is what its accounts add up to', () => {
    const found = reading('LTV');
    const sum = contributorsOf(found, 'NAME_ASC').entries.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(found.value ?? 0, 9);
  });

  it('has no base where nobody pays', () => {
    const period = resolvePeriod({ kind: 'year', year: 2022 }, today);
    expect(read(metricOf('LTV'), questionOf(costs, {}), period, today).reason).toBe('NO_BASE');
  });

  it('is the same in a series as alone', () => {
    const months = ['2025-07', '2025-09', '2025-10'].map((month) => resolvePeriod({ kind: 'month', month }, today));
    const question = questionOf(costs, {});
    expect(readEach(metricOf('LTV'), question, months, today).map(money)).toEqual(
      months.map((month) => money(read(metricOf('LTV'), questionOf(costs, {}), month, today))),
    );
  });
});

describe('LTV_TO_CAC', () => {
  it('is LTV over CAC on the same basis', () => {
    expect(reading('LTV_TO_CAC').value).toBe(2.5);
    expect(reading('LTV_TO_CAC', { ltvMethod: 'arpaOverChurn' }).value).toBe(3000 / 900);
    expect(reading('LTV_TO_CAC', { ltvMethod: 'revenuePerCustomer' }).value).toBe(1200 / 900);
    expect(reading('LTV_TO_CAC').factors.at(-1)).toMatchObject({ key: 'CAC', operation: 'DIVIDED_BY', value: 900 });
  });

  it('needs both kinds of costs, and something spent', () => {
    expect(reading('LTV_TO_CAC', {}, costs.slice(0, 3)).reason).toBe('NO_COST_DATA');
    expect(reading('LTV_TO_CAC', {}, costs.slice(3)).reason).toBe('NO_COST_DATA');
    const free: CostLine[] = [...costs.slice(0, 3), '- acquisition 2025-01-01 2026-01-01 0'];
    expect(reading('LTV_TO_CAC', {}, free).reason).toBe('NO_BASE');
  });
});

describe('CAC_PAYBACK', () => {
  it('is CAC over what a customer leaves a month', () => {
    const found = reading('CAC_PAYBACK');
    expect(found.value).toBe(12);
    expect(found.factors.map(({ key, operation, value }) => [key, operation, value])).toEqual([
      ['ARPA', 'DIVIDED_BY', 100],
      ['MARGIN', 'DIVIDED_BY', 0.75],
    ]);
    expect(reading('CAC_PAYBACK', { ltvMethod: 'arpaOverChurn' }).value).toBe(9);
  });

  it('never comes where nothing is left', () => {
    const all: CostLine[] = ['- support 2025-01-01 2026-01-01 600000', ...costs.slice(3)];
    expect(reading('CAC_PAYBACK', {}, all)).toMatchObject({ value: null, reason: 'NO_MARGIN' });
    expect(reading('CAC_PAYBACK', {}, costs.slice(3)).reason).toBe('NO_COST_DATA');
  });
});
