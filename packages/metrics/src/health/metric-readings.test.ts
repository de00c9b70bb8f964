import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Day } from '../calendar/day.ts';
import { type MetricKey, metricKeys, metricOf } from '../catalogue.ts';
import { AccountLedgers } from '../ledger/account-ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { accountMovements } from '../movements/account-movements.ts';
import { defaultPolicy } from '../policy.ts';
import { firstDay, accounts as generatedAccounts, generatedCosts, rates } from '../testing/histories.ts';
import { day, workedLedger } from '../testing/worked-ledger.ts';
import type { MetricSource } from './health-model.ts';
import type { Observation } from './health-score.ts';
import { MetricReadings } from './metric-readings.ts';
import { isMeasured } from './reading-rhythm.ts';

const quarter = { count: 3, unit: 'MONTH' } as const;
const of = (key: MetricKey, more: Partial<MetricSource> = {}): MetricSource => ({
  kind: 'metric',
  key,
  lookBack: quarter,
  measured: 'DAY',
  ...more,
});

describe('readings of an account’s metrics over a window that trails the day', () => {
  const ledger = workedLedger(
    ['acme 2025-01-10 - 1000', 'acme 2025-06-01 2025-09-01 500', 'zed 2024-01-01 - 700'],
    ['ann acme 2025-03-05 10', 'bob acme 2025-03-20 3', 'cy zed 2025-03-20 0'],
  );
  const acme = new MetricReadings(new AccountLedgers(ledger).of(0), defaultPolicy);
  const all = (source: MetricSource) => acme.between(source, day('2024-01-01'), day('2027-01-01'));

  it('change when something comes into the window and when it leaves it', () => {
    expect(all(of('NRR'))).toEqual([
      { day: day('2025-01-10'), value: null },
      { day: day('2025-04-10'), value: 1 },
      { day: day('2025-06-01'), value: 1.5 },
      { day: addMonths(day('2025-06-01'), 3), value: 1000 / 1500 },
      { day: day('2025-12-01'), value: 1 },
    ]);
  });

  it('are of the account’s own answers, and of one answer as of many', () => {
    expect(all(of('NPS', { lookBack: { count: 30, unit: 'DAY' } }))).toEqual([
      { day: day('2025-03-05'), value: 100 },
      { day: day('2025-03-20'), value: 0 },
      { day: day('2025-04-04'), value: -100 },
      { day: day('2025-04-19'), value: null },
    ]);
    expect(all(of('NPS', { survey: 'another' })).map(({ value }) => value)).toEqual([null]);
  });

  it('measured on Mondays stand until the Monday after a change', () => {
    const weekly = all(of('NPS', { lookBack: { count: 30, unit: 'DAY' }, measured: 'WEEK' }));
    expect(weekly).toEqual([
      { day: day('2025-03-10'), value: 100 },
      { day: day('2025-03-24'), value: 0 },
      { day: day('2025-04-07'), value: -100 },
      { day: day('2025-04-21'), value: null },
    ]);
    expect(acme.on(of('NPS', { measured: 'WEEK' }), [day('2025-03-09'), day('2025-03-16')])).toEqual([
      { day: day('2025-03-10'), value: 100 },
    ]);
  });

  it('begin with what was known the day before', () => {
    expect(acme.between(of('NRR'), day('2025-07-01'), day('2025-08-31'))).toEqual([
      { day: day('2025-06-30'), value: 1.5 },
    ]);
  });
});

const lookBack = fc.constantFrom<MetricSource['lookBack'][]>(
  { count: 1, unit: 'DAY' },
  { count: 30, unit: 'DAY' },
  { count: 4, unit: 'WEEK' },
  { count: 3, unit: 'MONTH' },
);
const within = fc.integer({ min: firstDay, max: firstDay + 250 });
const history = fc.record({
  account: generatedAccounts.filter((list) => list.length > 0),
  costs: generatedCosts,
  answers: fc.array(
    fc.record({ on: within, by: fc.constantFrom('ann', 'bob'), answer: fc.integer({ min: 0, max: 10 }) }),
  ),
  usage: fc.array(
    fc.record({ on: within, by: fc.constantFrom('ann', 'bob', 'cy'), feature: fc.constantFrom('', 'reports') }),
  ),
  seats: fc.array(fc.record({ on: within, seats: fc.integer({ min: 0, max: 4 }) }), { maxLength: 3 }),
});

function readingsOf({
  account: [account],
  costs,
  answers,
  usage,
  seats,
}: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  const index = builder.addAccount({ id: '1', externalId: 'a', name: 'A', traits: { plan: 'Team' } });
  builder.addFeature('reports', ['Team']);
  for (const { day: on, kind, amount } of accountMovements(account?.spans ?? [], rates).movements)
    builder.addMovement(index, on, kind, amount);
  for (const { category, startsOn, days, amount } of costs.toSorted((a, b) => a.startsOn - b.startsOn))
    builder.addCost(index, category, startsOn, startsOn + days, amount);
  for (const { on, by, answer } of answers.toSorted((a, b) => a.on - b.on)) {
    builder.addResponse('relationship', index, by, on, answer);
    builder.addExposure('relationship', index, on);
  }
  for (const { on, by, feature } of usage) builder.addUsage(index, on, by, feature);
  for (const { on, seats: licensed } of seats.toSorted((a, b) => a.on - b.on)) builder.addSeats(index, on, licensed);
  return new MetricReadings(new AccountLedgers(builder.build()).of(0), {
    ...defaultPolicy,
    ltvChurnMonths: 2,
  });
}

const standing = (list: readonly Observation[], on: Day): number | null =>
  list.findLast((one) => one.day <= on)?.value ?? null;

const measured = metricKeys.filter((key) => isMeasured(metricOf(key).source.family) && key !== 'ARR_PER_CSM');

describe.each(measured)('%s of any account', (key) => {
  it('changes on no day but those it was measured on', () => {
    fc.assert(
      fc.property(
        history,
        lookBack,
        fc.constantFrom<MetricSource['measured'][]>('DAY', 'WEEK'),
        (given, over, measured) => {
          const readings = readingsOf(given);
          const source = of(key, { lookBack: over, measured, feature: 'reports' });
          const found = readings.between(source, firstDay - 30, firstDay + 2000);
          for (let on = firstDay - 20; on < firstDay + 1500; on += 13) {
            for (const one of [on, on + (on % 6)]) {
              expect([one, standing(found, one)]).toEqual([one, readings.on(source, [one])[0]?.value ?? null]);
            }
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
