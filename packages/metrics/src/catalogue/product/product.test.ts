import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { type MetricKey, metricOf } from '../../catalogue.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { selectAll } from '../../ledger/selection.ts';
import { defaultPolicy, type Policy } from '../../policy.ts';
import { contributorsOf } from '../../reading/contributors.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { day } from '../../testing/worked-ledger.ts';
import { type SeatsLine, type UsageLine, type WorkedPlans, workedUsage } from '../../testing/worked-usage.ts';

interface Asked {
  readonly policy?: Partial<Policy>;
  readonly month?: string;
  readonly today?: string;
  readonly seats?: readonly SeatsLine[];
  readonly plans?: WorkedPlans;
  readonly feature?: string;
}

function reading(key: MetricKey, lines: readonly UsageLine[], asked: Asked = {}): Reading {
  const ledger = workedUsage(lines, asked.seats, asked.plans);
  const today = day(asked.today ?? '2026-01-15');
  const question = {
    ledger,
    selection: selectAll(ledger),
    policy: { ...defaultPolicy, ...asked.policy },
    ...(asked.feature === undefined ? {} : { feature: asked.feature }),
  };
  return read(metricOf(key), question, resolvePeriod({ kind: 'month', month: asked.month ?? '2025-06' }, today), today);
}

// June has 30 days. ann: 30 days, bob: 15, cy: 3 at acme; ann of bolt is somebody else and was there once.
const june: readonly UsageLine[] = [
  'acme ann 2025-06-01 2025-06-30',
  'acme bob 2025-06-01 2025-06-15',
  'acme bob 2025-06-01 2025-06-15 reports',
  'acme cy 2025-06-10 2025-06-12 export',
  'bolt ann 2025-06-30 2025-07-02',
];

describe('stickiness', () => {
  it('is the days users were there over those they could have been', () => {
    const found = reading('STICKINESS', june);
    expect(found).toMatchObject({ value: (30 + 15 + 3 + 1) / (4 * 30), numerator: 49, denominator: 120 });
    // The same in the words of the field: 49/30 users a day over 4 users in the month.
    expect(found.value).toBeCloseTo(49 / 30 / 4, 12);
  });

  it('takes an unfinished month by the days that have come', () => {
    const open = { month: '2025-06', today: '2025-06-10' };
    expect(reading('STICKINESS', june, open)).toMatchObject({ numerator: 10 + 10 + 1, denominator: 3 * 10 });
  });

  it('is made by its accounts', () => {
    const found = reading('STICKINESS', june);
    const parts = contributorsOf(found, 'NAME_ASC').entries.map(({ numerator, denominator }) => [
      numerator,
      denominator,
    ]);
    expect(parts).toEqual([
      [48, 90],
      [1, 30],
    ]);
  });
});

describe('user adoption', () => {
  // Weeks back from the end of June: from 24, 17, 10 and 3 June. ann in 4, bob in 2, cy in 1, bolt’s ann in 1.
  it('is the share of recent users who were active in enough weeks', () => {
    expect(reading('USER_ADOPTION', june)).toMatchObject({ value: 1 / 4, numerator: 1, denominator: 4 });
  });

  it('userAdoptionAtLeast: fewer weeks are enough for more users', () => {
    expect(reading('USER_ADOPTION', june, { policy: { userAdoptionAtLeast: 2 } }).value).toBe(2 / 4);
    expect(reading('USER_ADOPTION', june, { policy: { userAdoptionAtLeast: 1 } }).value).toBe(1);
  });

  it('userAdoptionWeeks: more weeks see more of them', () => {
    // The fifth week back begins on 27 May and holds bob’s first two days.
    expect(reading('USER_ADOPTION', june, { policy: { userAdoptionWeeks: 5 } }).value).toBe(2 / 4);
    // In the last two weeks only the two called ann were there; one in both.
    expect(reading('USER_ADOPTION', june, { policy: { userAdoptionWeeks: 2, userAdoptionAtLeast: 2 } })).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });

  it('looks back from today in an unfinished month', () => {
    expect(reading('USER_ADOPTION', june, { month: '2025-07', today: '2025-07-02' })).toMatchObject({
      // ann of acme in 4 of the weeks, bob in the last two, cy in one, ann of bolt in one.
      numerator: 1,
      denominator: 4,
    });
  });
});

describe('product adoption', () => {
  it('divides active users by the seats at the end', () => {
    const seats: SeatsLine[] = ['acme 2025-01-01 2', 'acme 2025-06-20 10', 'acme 2025-07-01 50', 'bolt 2025-01-01 2'];
    expect(reading('PRODUCT_ADOPTION', june, { seats })).toMatchObject({
      value: (3 + 1) / (10 + 2),
      coverage: 1,
      excluded: [],
    });
  });

  it('counts seats that nobody uses, and exceeds 1 where more people come than there are seats', () => {
    expect(reading('PRODUCT_ADOPTION', june, { seats: ['acme 2025-01-01 2', 'idle 2025-01-01 4'] }).value).toBe(3 / 6);
    expect(reading('PRODUCT_ADOPTION', june, { seats: ['acme 2025-01-01 2'] }).value).toBe(1.5);
  });

  it('leaves out whose seats are not known, and says so', () => {
    const found = reading('PRODUCT_ADOPTION', june, { seats: ['acme 2025-01-01 6', 'bolt 2025-07-01 9'] });
    expect(found).toMatchObject({ value: 3 / 6, coverage: 1 / 2 });
    expect(found.excluded).toEqual([expect.objectContaining({ reason: 'NO_SEAT_DATA', count: 1 })]);
  });

  it('has no number without seats', () => {
    expect(reading('PRODUCT_ADOPTION', june)).toMatchObject({ value: null, reason: 'NO_BASE', coverage: 0 });
    expect(reading('PRODUCT_ADOPTION', june, { seats: ['acme 2025-01-01 0'] }).reason).toBe('NO_BASE');
    expect(reading('PRODUCT_ADOPTION', [], { seats: ['acme 2025-01-01 5'] }).reason).toBe('NO_USAGE_DATA');
    expect(metricOf('PRODUCT_ADOPTION').reasons.NO_BASE?.title).toBeTruthy();
  });

  it('is 0 in a month without use, once use is known', () => {
    const seats: SeatsLine[] = ['acme 2025-01-01 5'];
    expect(reading('PRODUCT_ADOPTION', june, { seats, month: '2025-08' }).value).toBe(0);
    expect(reading('PRODUCT_ADOPTION', june, { seats, month: '2025-05' }).reason).toBe('NO_USAGE_DATA');
  });
});

describe('feature adoption', () => {
  it('is the share of active users who used the feature', () => {
    expect(reading('FEATURE_ADOPTION', june, { feature: 'reports' })).toMatchObject({
      value: 1 / 4,
      numerator: 1,
      denominator: 4,
    });
    expect(reading('FEATURE_ADOPTION', june, { feature: 'export' }).value).toBe(1 / 4);
    const unused = { feature: 'unused', plans: { accounts: {}, features: { unused: [] } } };
    expect(reading('FEATURE_ADOPTION', june, unused).value).toBe(0);
  });

  it('is about a feature that is named and known', () => {
    for (const asked of [{}, { feature: '' }, { feature: 'report' }]) {
      expect(reading('FEATURE_ADOPTION', june, asked)).toMatchObject({ value: null, reason: 'NOT_APPLICABLE' });
    }
    expect(reading('FEATURE_ADOPTION', june, { feature: 'reports', month: '2025-08' }).reason).toBe('NO_USAGE_DATA');
    expect(metricOf('FEATURE_ADOPTION').reasons.NOT_APPLICABLE?.title).toBeTruthy();
  });
});

describe('adoption breadth', () => {
  const features = { reports: ['Team'], export: ['Business'], alerts: ['Team', 'Business'], api: ['Business'] };

  it('adds up the features used of those in the plans', () => {
    // acme has two in its plan and used one of them, and one outside it; bolt has three and used none.
    const plans = { accounts: { acme: 'Team', bolt: 'Business' }, features };
    expect(reading('ADOPTION_BREADTH', june, { plans })).toMatchObject({
      value: 1 / 5,
      numerator: 1,
      denominator: 2 + 3,
      coverage: 1,
    });
  });

  it('leaves out accounts without features in their plan, and says so', () => {
    const plans = { accounts: { acme: 'Team', bolt: 'Free' }, features };
    const found = reading('ADOPTION_BREADTH', june, { plans });
    expect(found).toMatchObject({ value: 1 / 2, coverage: 1 / 2 });
    expect(found.excluded).toEqual([expect.objectContaining({ reason: 'NO_PLAN_FEATURES', count: 1 })]);
    expect(reading('ADOPTION_BREADTH', june)).toMatchObject({ value: null, reason: 'NO_BASE', coverage: 0 });
    expect(metricOf('ADOPTION_BREADTH').reasons.NO_BASE?.title).toBeTruthy();
  });

  it('goes by the plan on the last day of the period, not by what it became later', () => {
    const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
    for (const [key, of] of Object.entries(features)) builder.addFeature(key, of);
    const acme = builder.addAccount({ id: 'acme', externalId: 'acme', name: 'Acme', traits: { plan: 'Business' } });
    builder.addTraitChange(acme, 'plan', day('2025-01-01'), 'Team');
    builder.addTraitChange(acme, 'plan', day('2025-07-01'), 'Business');
    builder.addUsage(acme, day('2025-06-03'), 'ann', 'reports');
    builder.addUsage(acme, day('2025-07-03'), 'ann', 'reports');
    const ledger = builder.build();
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const today = day('2026-01-15');
    const inPlan = (month: string) =>
      read(metricOf('ADOPTION_BREADTH'), question, resolvePeriod({ kind: 'month', month }, today), today).denominator;
    expect([inPlan('2025-06'), inPlan('2025-07')]).toEqual([2, 3]);
  });
});

describe('no usage, no number', () => {
  it.each(['STICKINESS', 'USER_ADOPTION'] as const)('%s says so', (key) => {
    for (const lines of [[], ['acme ann 2025-01-01 2025-01-02']] as const) {
      expect(reading(key, lines)).toMatchObject({ value: null, reason: 'NO_USAGE_DATA' });
    }
    expect(metricOf(key).reasons.NO_USAGE_DATA?.title).toBeTruthy();
  });
});
