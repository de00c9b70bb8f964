import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolvePeriod } from '../calendar/period.ts';
import { metricKeys, metricOf } from '../catalogue.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { selectAll, selectWhere } from '../ledger/selection.ts';
import type { Question } from '../metric.ts';
import { defaultPolicy } from '../policy.ts';
import { accounts, generatedCosts, ledgerOf } from '../testing/histories.ts';
import { type CostLine, day, workedLedger } from '../testing/worked-ledger.ts';
import { accountReport } from './account-list.ts';
import { cohortReport } from './cohorts.ts';
import { collect } from './collect.ts';
import { contributorReport, contributorsOf } from './contributors.ts';
import { healthDistributionReport } from './health-distribution.ts';
import { lifecycleReport } from './lifecycle.ts';
import { movementReport } from './movement-list.ts';
import { read } from './reading.ts';
import { renewalReport } from './renewal-list.ts';
import { type Report, work } from './report.ts';
import { traitReport, traitValueReport } from './trait-summary.ts';
import { waterfallReport } from './waterfall.ts';
import { windowOf } from './window.ts';

const today = day('2026-01-15');
const year2025 = resolvePeriod({ kind: 'year', year: 2025 }, today);
const all = Number.POSITIVE_INFINITY;

const reports: readonly Report<unknown, unknown>[] = [
  waterfallReport(year2025, today),
  movementReport(year2025, today),
  movementReport(year2025, today, { kinds: ['CHURN', 'FX'], most: 3 }),
  cohortReport(year2025, today),
  healthDistributionReport(year2025, today),
  lifecycleReport(year2025, today),
  accountReport({ by: 'NAME' }, today, 4),
  accountReport({ by: 'EXTERNAL_ID', descending: true }, today, all),
  accountReport({ by: 'MRR', descending: true }, today, 3),
  accountReport({ by: 'HEALTH' }, today, all),
  renewalReport(year2025, today, undefined, 2),
  traitReport(),
  traitValueReport('plan'),
  traitValueReport('plan', day('2024-07-01')),
  // Each of them gathers and tells facts of its own.
] as unknown as readonly Report<unknown, unknown>[];

/** What a report tells of parts of a ledger's accounts that were gathered one by one and merged, some of them twice over. */
function inParts(
  { gathering, window, tell }: Report<unknown, unknown>,
  question: Question,
  parts: readonly (readonly string[])[],
) {
  const facts = parts.map((ids) => {
    const selection = selectWhere(question.ledger, { kind: 'accounts', ids });
    return gathering.collect({ ...question, selection }, [window])[0];
  });
  const [first, second, ...others] = facts;
  return tell(question, gathering.merge([gathering.merge([first, second]), ...others]));
}

/** Three runs of accounts, some empty. */
function partsOf({ accounts: { ids } }: Ledger, cuts: readonly number[]): readonly (readonly string[])[] {
  const [from = 0, to = 0] = cuts.map((cut) => cut % (ids.length + 1)).sort((a, b) => a - b);
  return [ids.slice(0, from), ids.slice(from, to), ids.slice(to)];
}

const cuts = fc.tuple(fc.nat(100), fc.nat(100));

it('every report tells of parts put together what it tells of the whole', () => {
  fc.assert(
    fc.property(accounts, generatedCosts, cuts, (generated, costs, at) => {
      const ledger = ledgerOf(generated, costs);
      const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
      for (const report of reports) {
        expect(inParts(report, question, partsOf(ledger, at))).toEqual(work(report, question));
      }
    }),
    { numRuns: 200 },
  );
});

it('contributors of parts put together are those of the whole, to the last minor unit', () => {
  const orders = fc.constantFrom('EFFECT_DESC', 'EFFECT_ASC', 'NAME_ASC');
  fc.assert(
    fc.property(accounts, generatedCosts, cuts, fc.constantFrom(...metricKeys), orders, fc.nat(5), (...made) => {
      const [generated, costs, at, key, order, most] = made;
      const ledger = ledgerOf(generated, costs);
      const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
      const reading = read(metricOf(key), question, year2025, today);
      const [facts] = collect(reading.metric.source, question, [windowOf(reading.period, today)]);
      const report = contributorReport(reading, facts, order, most);
      expect(inParts(report, question, partsOf(ledger, at))).toEqual(contributorsOf(reading, order, most));
    }),
    { numRuns: 500 },
  );
});

it('what belongs to no account is told beside the contributors, which then add up', () => {
  const costs: readonly CostLine[] = [
    'a acquisition 2025-01-01 2026-01-01 1001',
    '- acquisition 2025-01-01 2026-01-01 501',
  ];
  const ledger = workedLedger(['a 2025-02-01 - 1000', 'b 2025-02-01 - 1000'], [], costs);
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  const reading = read(metricOf('CAC'), question, year2025, today);
  const { entries, remainder } = contributorsOf(reading, 'NAME_ASC');
  expect(reading.value).toBe(7.51);
  expect(entries.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [10.01, 1],
    [0, 1],
  ]);
  expect(remainder).toEqual({
    numerator: 5.01,
    denominator: 0,
    money: { minor: 501n, currency: 'USD' },
    contribution: expect.closeTo(2.505, 10),
  });
});
