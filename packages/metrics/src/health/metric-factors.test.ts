import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { type MetricKey, metricKeys, metricOf } from '../catalogue.ts';
import { type AccountLedger, AccountLedgers } from '../ledger/account-ledger.ts';
import { defaultPolicy, type Policy } from '../policy.ts';
import { read } from '../reading/reading.ts';
import { firstDay } from '../testing/histories.ts';
import { ledgerOfLife, lives } from '../testing/lived-account.ts';
import { factorRefusal } from './factor-refusal.ts';
import type { MetricSource } from './health-model.ts';
import type { Observation } from './health-score.ts';
import { lookBackFrom } from './look-back.ts';
import { MetricReadings } from './metric-readings.ts';

const refused: readonly (readonly [MetricKey, RegExp])[] = [
  ['ARR_PER_CSM', /among all of their accounts/],
  ['REVENUE_AT_RISK', /own health/],
  ['HEALTH', /the score itself/],
];
const accepted = metricKeys.filter((key) => !refused.some(([other]) => other === key));

describe('as a factor of health', () => {
  it.each(refused)('%s is refused, and why is said', (key, reason) => {
    expect(factorRefusal(key)).toMatch(reason);
  });

  it.each(accepted)('%s is accepted', (key) => {
    expect(factorRefusal(key)).toBeNull();
  });
});

const policy: Policy = { ...defaultPolicy, ltvChurnMonths: 2, minimumSample: 1 };

const lookBack = fc.constantFrom<MetricSource['lookBack'][]>(
  { count: 1, unit: 'DAY' },
  { count: 30, unit: 'DAY' },
  { count: 4, unit: 'WEEK' },
  { count: 3, unit: 'MONTH' },
);

/** What the metric itself says of the account over the same days. */
function ownReading({ ledger, selection }: AccountLedger, { key, lookBack: over }: MetricSource, on: Day) {
  const question = { ledger, selection, policy, feature: 'reports' };
  const period = { ...lookBackFrom(on, over), unit: over.unit, count: over.count, open: false };
  return read(metricOf(key), question, period, on).value;
}

const standing = (list: readonly Observation[], on: Day): number | null =>
  list.findLast((one) => one.day <= on)?.value ?? null;

describe.each(accepted)('%s of any account', (key) => {
  it('says on every day what the metric does, and changes on no day but those it was measured on', () => {
    fc.assert(
      fc.property(lives, lookBack, fc.constantFrom('DAY' as const, 'WEEK' as const), (life, over, measured) => {
        const account = new AccountLedgers(ledgerOfLife(life)).of(0);
        const readings = new MetricReadings(account, policy);
        const source: MetricSource = { kind: 'metric', key, lookBack: over, measured, feature: 'reports' };
        const found = readings.between(source, firstDay - 30, firstDay + 2000);
        for (let on = firstDay - 20; on < firstDay + 1500; on += 13) {
          for (const one of [on, on + (on % 6)]) {
            expect([one, standing(found, one)]).toEqual([one, readings.on(source, [one])[0]?.value ?? null]);
            // Before anything happened nothing is known of an account, not even that it pays nothing.
            if (measured !== 'DAY' || one < (found[0]?.day ?? Number.POSITIVE_INFINITY)) continue;
            expect([one, standing(found, one)]).toEqual([one, ownReading(account, source, one)]);
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});
