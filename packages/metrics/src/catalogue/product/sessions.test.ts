import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { type MetricKey, metricOf } from '../../catalogue.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { selectAll } from '../../ledger/selection.ts';
import { defaultPolicy } from '../../policy.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { day } from '../../testing/worked-ledger.ts';

/** A user's day in words: account, user, day, feature (or `-`), sessions, seconds. */
function reading(key: MetricKey, lines: readonly string[], month = '2025-06', today = '2026-01-15'): Reading {
  const builder = new LedgerBuilder({ revision: '7', currency: 'USD', timeZone: 'UTC' });
  const rows = lines.map((line) => line.split(' '));
  for (const name of new Set(rows.map(([account = '']) => account))) {
    builder.addAccount({ id: name, externalId: name, name, traits: {} });
  }
  for (const [account = '', user = '', on = '', feature = '', sessions = '0', seconds = '0'] of rows) {
    const named = feature === '-' ? '' : feature;
    builder.addUsage(builder.accountIndex(account), day(on), user, named, Number(sessions), Number(seconds));
  }
  const ledger = builder.build();
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  return read(metricOf(key), question, resolvePeriod({ kind: 'month', month }, day(today)), day(today));
}

describe('session time', () => {
  it('is the median, with the mean exact beside it', () => {
    // 100 seconds over three sessions are 34, 33 and 33; with 10 and 1,000: 10 33 33 34 1000.
    const found = reading('SESSION_TIME', [
      'acme ann 2025-06-01 - 3 100',
      'acme ann 2025-06-01 reports 1 10',
      'bolt ann 2025-06-02 - 1 1000',
      'bolt ann 2025-07-02 - 1 5000',
    ]);
    expect(found).toMatchObject({ value: 33, numerator: 1_110, denominator: 5, coverage: 1, excluded: [] });
    expect(found.terms.find(({ key }) => key === 'MEAN')?.value).toBe(222);
  });

  it('says on how many days nobody counted', () => {
    const found = reading('SESSION_TIME', [
      'acme ann 2025-06-01 - 0 0',
      'acme ann 2025-06-01 reports 1 10',
      'acme bob 2025-06-01 - 0 90',
    ]);
    expect(found).toMatchObject({ value: 10, coverage: 1 / 2 });
    expect(found.excluded).toEqual([expect.objectContaining({ reason: 'NO_SESSION_DATA', count: 1 })]);
    expect(reading('SESSION_TIME', ['acme ann 2025-06-01 -'])).toMatchObject({
      value: null,
      reason: 'NO_USAGE_DATA',
      coverage: 0,
    });
  });
});

describe('weekly stickiness', () => {
  it('is the weeks users were there over those they could have been', () => {
    // The weeks of June begin on the 3rd, 10th, 17th and 24th. ann in 3, bob in 1; cy came before them.
    const lines = [
      'acme ann 2025-06-03 -',
      'acme ann 2025-06-09 -',
      'acme ann 2025-06-10 -',
      'acme ann 2025-06-30 reports',
      'acme bob 2025-06-23 -',
      'acme cy 2025-06-02 -',
    ];
    const june = reading('STICKINESS_WEEKLY', lines);
    expect(june).toMatchObject({ value: 4 / 8, numerator: 4, denominator: 2 * 4 });
    // In the words of the field: one user a week on average, of two in the four weeks.
    expect(june.value).toBe(4 / 4 / 2);
  });

  it('looks at the days that have come, and at a week at least', () => {
    const lines = ['acme ann 2025-06-01 -', 'acme ann 2025-05-30 -'];
    expect(reading('STICKINESS_WEEKLY', lines, '2025-06', '2025-06-03')).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    expect(reading('STICKINESS_WEEKLY', lines, '2026-02').reason).toBe('NO_USAGE_DATA');
  });
});
