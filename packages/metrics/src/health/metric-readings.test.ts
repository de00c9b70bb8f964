import { describe, expect, it } from 'vitest';
import { addMonths } from '../calendar/day.ts';
import type { MetricKey } from '../catalogue.ts';
import { AccountLedgers } from '../ledger/account-ledger.ts';
import { defaultPolicy } from '../policy.ts';
import { day, workedLedger } from '../testing/worked-ledger.ts';
import type { MetricSource } from './health-model.ts';
import { MetricReadings } from './metric-readings.ts';

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
