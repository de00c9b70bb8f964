import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PeriodSpec, resolvePeriod } from '../../calendar/period.ts';
import { type MetricKey, metricOf } from '../../catalogue.ts';
import { renewals } from '../../facts/renewals/renewals.ts';
import type { LedgerContract } from '../../ledger/contract-columns.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { selectAll } from '../../ledger/selection.ts';
import { defaultPolicy } from '../../policy.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { day } from '../../testing/worked-ledger.ts';

const january: PeriodSpec = { kind: 'month', month: '2026-01' };
const quarter: PeriodSpec = { kind: 'range', start: day('2026-01-01'), end: day('2026-04-01') };

/** A contract in words: account, renewal day, dollars due, and `renewed` or `lost` with day (and dollars). */
type ContractLine = string;

function contractOf(words: ContractLine): readonly [string, LedgerContract] {
  const [account = '', ends = '', due = '', outcome, on = '', renewed = '0'] = words.split(' ');
  const endsOn = day(ends);
  const contract = { number: 0, startsOn: endsOn - 365, endsOn, due: due === '-' ? null : 100 * Number(due) };
  if (outcome === undefined) return [account, contract];
  return outcome === 'lost'
    ? [account, { ...contract, outcome: 'LOST', settledOn: day(on) }]
    : [account, { ...contract, outcome: 'RENEWED', settledOn: day(on), renewed: 100 * Number(renewed) }];
}

function ledgerOf(lines: readonly ContractLine[], scores: Readonly<Record<string, number>> = {}) {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  builder.addHealthBand({ key: 'poor', label: 'Poor', from: 0, to: 50, tone: 'BAD' });
  builder.addHealthBand({ key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' });
  const contracts = lines.map(contractOf).sort(([, a], [, b]) => a.endsOn - b.endsOn);
  for (const name of new Set([...contracts.map(([account]) => account), ...Object.keys(scores)])) {
    const account = builder.addAccount({ id: name, externalId: name, name, traits: {} });
    builder.addMovement(account, day('2024-01-01'), 'NEW', 1_000_00);
    const score = scores[name];
    if (score !== undefined) builder.addHealth(account, day('2025-06-01'), score, 1);
    for (const [of, contract] of contracts) if (of === name) builder.addContract(account, contract);
  }
  return builder.build();
}

function reading(
  key: MetricKey,
  lines: readonly ContractLine[],
  { period = january, today = '2026-06-15', scores = {} as Readonly<Record<string, number>> } = {},
): Reading {
  const ledger = ledgerOf(lines, scores);
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  return read(metricOf(key), question, resolvePeriod(period, day(today)), day(today));
}

const termsOf = ({ terms }: Reading) => Object.fromEntries(terms.map(({ key, value }) => [key, value]));

describe('RENEWAL_RATE', () => {
  it('does not let growth at one renewal make up for a loss at another', () => {
    const found = reading('RENEWAL_RATE', [
      'up 2026-01-10 1000 renewed 2026-01-05 1500',
      'down 2026-01-20 1000 renewed 2026-01-20 600',
      'gone 2026-01-31 1000 lost 2025-11-01',
      'later 2026-02-01 5000 renewed 2026-01-02 5000',
    ]);
    expect(found.value).toBe(1600 / 3000);
    expect(termsOf(found)).toEqual({
      RENEWED: 1600,
      DUE: 3000,
      EXPANDED: 500,
      OPEN: 0,
      CONTRACTS_DUE: 3,
      CONTRACTS_RENEWED: 2,
      CONTRACTS_OPEN: 0,
    });
  });

  it('counts an early renewal in the period it was due in, and a late one as none in it', () => {
    expect(reading('RENEWAL_RATE', ['early 2026-01-10 1000 renewed 2025-09-01 1000']).value).toBe(1);
    const late = ['late 2026-01-10 1000 renewed 2026-02-03 1000'];
    expect(reading('RENEWAL_RATE', late).value).toBe(0);
    expect(reading('RENEWAL_RATE', late, { period: quarter }).value).toBe(1);
    expect(reading('RENEWAL_RATE', late, { period: { kind: 'month', month: '2026-02' } }).reason).toBe(
      'NO_RENEWALS_DUE',
    );
  });

  it('keeps what is undecided out of the base while the period runs, and takes it for lost afterwards', () => {
    const lines = ['done 2026-01-05 1000 renewed 2026-01-05 1000', 'open 2026-01-10 400', 'ahead 2026-01-25 7000'];
    const running = reading('RENEWAL_RATE', lines, { today: '2026-01-15' });
    expect(running.value).toBe(1);
    expect(termsOf(running)).toMatchObject({ DUE: 1000, OPEN: 400, CONTRACTS_OPEN: 1 });
    expect(reading('RENEWAL_RATE', lines, { today: '2026-01-31' }).value).toBe(1);
    expect(reading('RENEWAL_RATE', lines, { today: '2026-02-01' }).value).toBe(1000 / 8400);
  });

  it('has no number where nothing was due, and leaves out what has no exchange rate', () => {
    expect(reading('RENEWAL_RATE', [])).toMatchObject({ value: null, reason: 'NO_RENEWALS_DUE' });
    const found = reading('RENEWAL_RATE', ['a 2026-01-10 -', 'b 2026-01-10 100 renewed 2026-01-10 100']);
    expect(found.value).toBe(1);
    expect(found.excluded).toMatchObject([{ reason: 'NO_EXCHANGE_RATE_FOR_CONTRACT', count: 1 }]);
  });
});

describe('RENEWAL_RATE_LOGOS', () => {
  it('counts a customer once, who stays one by renewing any contract for any amount', () => {
    const found = reading('RENEWAL_RATE_LOGOS', [
      'two 2026-01-10 1000 renewed 2026-01-10 1',
      'two 2026-01-20 1000 lost 2026-01-20',
      'gone 2026-01-31 1000 lost 2026-01-31',
    ]);
    expect(found.value).toBe(1 / 2);
    expect(termsOf(found)).toMatchObject({ CUSTOMERS_DUE: 2, CONTRACTS_DUE: 3, CONTRACTS_RENEWED: 1 });
  });
});

describe('REVENUE_AT_RISK', () => {
  const scores = { poor: 20, fine: 80, unknown: Number.NaN };
  const lines = [
    'poor 2026-03-01 300',
    'fine 2026-02-01 500',
    'fine 2026-01-05 900 renewed 2026-01-05 900',
    'poor 2026-04-01 70',
  ];

  it('is the ARR of accounts in a bad band, with what is up for renewal in the whole period beside it', () => {
    const found = reading('REVENUE_AT_RISK', lines, { period: quarter, today: '2026-01-15', scores });
    expect(found.value).toBe(1000);
    expect(termsOf(found)).toEqual({
      IN_RISK_BAND: 1000,
      DUE: 800,
      DUE_IN_RISK_BAND: 300,
      END_ARR: 3000,
      SHARE_OF_ARR: 1 / 3,
      ACCOUNTS_IN_RISK_BAND: 1,
    });
    expect(found.coverage).toBe(2 / 3);
    expect(found.excluded).toMatchObject([{ reason: 'NO_SCORES', count: 1 }]);
  });

  it('looks ahead to a period that has not begun', () => {
    const ahead = { kind: 'range', start: day('2026-02-15'), end: day('2026-04-02') } as const;
    const found = reading('REVENUE_AT_RISK', lines, { period: ahead, today: '2026-01-15', scores });
    expect(termsOf(found)).toMatchObject({ DUE: 370, DUE_IN_RISK_BAND: 370 });
  });

  it('has no number without scores', () => {
    expect(reading('REVENUE_AT_RISK', lines)).toMatchObject({ value: null, reason: 'NO_SCORES' });
  });
});

const generated = fc.array(
  fc.record({
    account: fc.integer({ min: 0, max: 5 }),
    end: fc.integer({ min: 0, max: 90 }),
    due: fc.integer({ min: 0, max: 1_000 }),
    outcome: fc.constantFrom('', ' lost', ' renewed'),
    on: fc.integer({ min: -40, max: 130 }),
    renewed: fc.integer({ min: 0, max: 1_500 }),
  }),
  { maxLength: 20 },
);
const dayAt = (offset: number): string =>
  new Date((day('2026-01-01') + offset) * 86_400_000).toISOString().slice(0, 10);

it('renewals add up over accounts, never exceed what is due, and lose nothing between terms', () => {
  fc.assert(
    fc.property(generated, fc.integer({ min: 0, max: 120 }), (rows, todayAt) => {
      const lines = rows.map(
        ({ account, end, due, outcome, on, renewed }) =>
          `a${account} ${dayAt(end)} ${due}${outcome === '' ? '' : `${outcome} ${dayAt(on)} ${renewed}`}`,
      );
      const ledger = ledgerOf(lines, { a0: 20, a1: 80 });
      const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
      const end = day('2026-01-01') + Math.min(todayAt + 1, 91);
      const start = day('2026-01-01');
      const ahead = todayAt < 90 ? { ahead: { start: end, end: start + 91 } } : {};
      const window = { start, end, ...ahead };
      const [whole] = renewals.collect(question, [window]);
      if (whole === undefined) throw new Error('One window gives one answer.');
      const sum: Record<string, number> = {};
      for (const account of question.selection.indices) {
        for (const [key, value] of Object.entries(renewals.collectAccount(question, account, window))) {
          sum[key] = (sum[key] ?? 0) + value;
        }
      }
      expect(sum).toEqual({ ...whole });
      expect(whole.renewed).toBeLessThanOrEqual(whole.due);
      const come = rows.filter(({ end: at }) => start + at < end).reduce((total, { due }) => total + 100 * due, 0);
      expect(whole.due + whole.open).toBe(come);
      expect(whole.undecidedAtRisk).toBeLessThanOrEqual(whole.undecided);
    }),
  );
});
