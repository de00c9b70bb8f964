import { describe, expect, it } from 'vitest';
import { resolvePeriod } from './calendar/period.ts';
import { catalogue, type MetricKey, metricKeys, metricOf } from './catalogue.ts';
import { selectAll } from './ledger/selection.ts';
import { formatMoney } from './money/money.ts';
import { defaultPolicy, type Policy, policySwitches } from './policy.ts';
import { type Reading, read } from './reading/reading.ts';
import { type AnswerLine, day, type SubscriptionLine, workedLedger } from './testing/worked-ledger.ts';

const today = day('2026-01-15');

function reading(
  key: MetricKey,
  lines: readonly SubscriptionLine[],
  options: { readonly policy?: Partial<Policy>; readonly answers?: readonly AnswerLine[]; readonly year?: number } = {},
): Reading {
  const ledger = workedLedger(lines, options.answers);
  const question = { ledger, selection: selectAll(ledger), policy: { ...defaultPolicy, ...options.policy } };
  return read(metricOf(key), question, resolvePeriod({ kind: 'year', year: options.year ?? 2025 }, today), today);
}

// Opening MRR 1,000.00: four accounts. grows +50, shrinks −100, leaves −200; comes is new with 300; quick comes and goes.
const year: readonly SubscriptionLine[] = [
  'grows 2024-01-01 2025-04-01 50000',
  'grows 2025-04-01 - 55000',
  'shrinks 2024-01-01 2025-06-01 20000',
  'shrinks 2025-06-01 - 10000',
  'leaves 2024-01-01 2025-09-01 20000',
  'stays 2024-01-01 - 10000',
  'comes 2025-02-01 - 30000',
  'quick 2025-03-01 2025-05-01 5000',
];

describe('the catalogue over one year', () => {
  it.each([
    ['MRR', '1050.00'],
    ['ARR', '12600.00'],
    ['NEW_MRR', '350.00'],
    ['EXPANSION_MRR', '50.00'],
    ['CONTRACTION_MRR', '100.00'],
    ['CHURNED_MRR', '250.00'],
    ['REACTIVATION_MRR', '0.00'],
    ['FX_MRR', '0.00'],
    ['NET_NEW_MRR', '50.00'],
    ['ARPA', '262.50'],
    ['NET_MRR_AFTER_CHURN', '800.00'],
  ] as const)('%s is %s', (key, amount) => {
    const { money } = reading(key, year);
    expect(money === null ? null : formatMoney(money)).toBe(amount);
  });

  it.each([
    ['NRR', (1000 + 50 - 100 - 200) / 1000],
    ['GRR', (500 + 100 + 0 + 100) / 1000],
    ['LOGO_RETENTION', 3 / 4],
    ['LOGO_CHURN', 1 / 4],
    ['QUICK_RATIO', (350 + 50) / (100 + 250)],
    ['CUSTOMERS', 4],
    ['GROSS_MRR_CHURN', (200 + 100) / 1000],
    ['NET_MRR_CHURN', (200 + 100 - 50) / 1000],
    ['EXPANSION_RATE', 50 / 1000],
    ['LOSS_TO_WIN', 1 / 2],
  ] as const)('%s is %d', (key, value) => {
    expect(reading(key, year).value).toBe(value);
  });

  it('lists the terms of a formula with their numbers and signs', () => {
    const { terms } = reading('NRR', year);
    expect(terms.map(({ key, side, sign, value }) => [key, side, sign * value])).toEqual([
      ['START_MRR', 'NUMERATOR', 1000],
      ['EXPANSION_MRR', 'NUMERATOR', 50],
      ['CONTRACTION_MRR', 'NUMERATOR', -100],
      ['CHURNED_MRR', 'NUMERATOR', -200],
      ['START_MRR', 'DENOMINATOR', 1000],
    ]);
  });

  it('does not let one account’s growth hide another’s loss in GRR', () => {
    const lines: SubscriptionLine[] = [
      'up 2024-01-01 2025-03-01 10000',
      'up 2025-03-01 - 20000',
      'down 2024-01-01 2025-03-01 10000',
    ];
    expect(reading('NRR', lines).value).toBe(1);
    expect(reading('GRR', lines).value).toBe(0.5);
  });

  it('lets GRR exceed NRR only for who left and is back, unless NRR counts returns', () => {
    const lines: SubscriptionLine[] = [
      'back 2024-01-01 2025-03-01 10000',
      'back 2025-06-01 - 10000',
      'stays 2024-01-01 - 10000',
    ];
    expect(reading('GRR', lines).value).toBe(1);
    expect(reading('NRR', lines).value).toBe(0.5);
    expect(reading('NRR', lines, { policy: { nrrReactivation: 'include' } }).value).toBe(1);
  });

  it('counts what is given up and taken back between both ends in gross churn, and not in GRR', () => {
    const lines: SubscriptionLine[] = [
      'dips 2024-01-01 2025-03-01 10000',
      'dips 2025-03-01 2025-06-01 6000',
      'dips 2025-06-01 - 10000',
    ];
    expect(reading('GROSS_MRR_CHURN', lines).value).toBe(0.4);
    expect(reading('GRR', lines).value).toBe(1);
  });

  it('says in the exclusions who is not part of the base', () => {
    expect(reading('NRR', year).excluded).toEqual([expect.objectContaining({ reason: 'WON_IN_PERIOD', count: 2 })]);
    expect(reading('LOGO_CHURN', year).excluded).toEqual([
      expect.objectContaining({ reason: 'WON_AND_LOST_IN_PERIOD', count: 1 }),
    ]);
  });
});

describe('no base, no number', () => {
  const newcomers: readonly SubscriptionLine[] = ['comes 2025-02-01 - 30000'];

  it.each([
    ['NRR', 'NO_BASE'],
    ['GRR', 'NO_BASE'],
    ['LOGO_RETENTION', 'NO_BASE'],
    ['LOGO_CHURN', 'NO_BASE'],
    ['QUICK_RATIO', 'NO_LOSSES'],
    ['GROSS_MRR_CHURN', 'NO_BASE'],
    ['NET_MRR_CHURN', 'NO_BASE'],
    ['EXPANSION_RATE', 'NO_BASE'],
    ['NPS', 'NO_RESPONSES'],
    ['RESPONSE_RATE', 'NO_RESPONSES'],
    ['HEALTH', 'NO_SCORES'],
    ['PRODUCT_ADOPTION', 'NO_USAGE_DATA'],
    ['FEATURE_ADOPTION', 'NOT_APPLICABLE'],
    ['ADOPTION_BREADTH', 'NO_USAGE_DATA'],
    ['STICKINESS', 'NO_USAGE_DATA'],
    ['USER_ADOPTION', 'NO_USAGE_DATA'],
  ] as const)('%s gives %s', (key, reason) => {
    expect(reading(key, newcomers)).toMatchObject({ value: null, money: null, reason });
  });

  it('gives sums of nothing as zero and an average of nobody as nothing', () => {
    expect(reading('MRR', [])).toMatchObject({ value: 0, reason: null });
    expect(reading('ARPA', [])).toMatchObject({ value: null, reason: 'NO_BASE' });
  });

  it('has words for every reason it can give', () => {
    for (const key of metricKeys) {
      const { reason } = reading(key, newcomers);
      if (reason !== null) expect(metricOf(key).reasons[reason]?.title, key).toBeTruthy();
    }
  });
});

describe('the policy', () => {
  const back: readonly SubscriptionLine[] = [
    'back 2024-01-01 2025-02-01 10000',
    'back 2025-08-01 - 15000',
    'stays 2024-01-01 - 10000',
  ];

  it('nrrReactivation: a return counts only when told so, whenever the customer had left', () => {
    const before: readonly SubscriptionLine[] = [
      'old 2024-01-01 2024-11-01 5000',
      'old 2025-03-01 - 5000',
      'stays 2024-01-01 - 10000',
    ];
    expect(reading('NRR', before).value).toBe(1);
    expect(reading('NRR', before, { policy: { nrrReactivation: 'include' } }).value).toBe(1.5);
    expect(reading('NRR', back).value).toBe(0.5);
    expect(reading('NRR', back, { policy: { nrrReactivation: 'include' } }).value).toBe(1.25);
  });

  it('nrrMethod: the trailing cohort looks at twelve months, whatever the period', () => {
    const policy = { nrrMethod: 'trailing12Cohort' } as const;
    const found = reading('NRR', back, { policy });
    expect(found.value).toBe(1.25);
    expect(found.period).toMatchObject({ start: day('2025-01-01'), end: day('2026-01-01') });
  });

  it('samePeriodChurn: who came and went counts as lost only when told so', () => {
    expect(reading('LOGO_CHURN', year, { policy: { samePeriodChurn: 'count' } }).value).toBe(2 / 4);
    expect(reading('NRR', year, { policy: { samePeriodChurn: 'count' } }).value).toBe(700 / 1000);
  });

  it('churnDenominator: lost customers can be divided by the new ones too', () => {
    expect(reading('LOGO_CHURN', year, { policy: { churnDenominator: 'startPlusNew' } }).value).toBe(1 / 6);
  });

  it('reactivationWindowDays: a late return is a new customer, and the old one stays lost', () => {
    const policy = { reactivationWindowDays: 90 };
    expect(reading('REACTIVATION_MRR', back).value).toBe(150);
    expect(reading('REACTIVATION_MRR', back, { policy }).value).toBe(0);
    expect(reading('NEW_MRR', back, { policy }).value).toBe(150);
    expect(reading('LOGO_RETENTION', back).value).toBe(1);
    expect(reading('LOGO_RETENTION', back, { policy }).value).toBe(0.5);
    expect(reading('LOGO_RETENTION', back, { policy: { reactivationWindowDays: 181 } }).value).toBe(1);
  });

  it('npsAnswer: the latest answer of each person, or every one', () => {
    const answers: AnswerLine[] = [
      'ann - 2025-01-05 3',
      'ann - 2025-06-05 10',
      'bob - 2025-02-01 9',
      'cy - 2025-02-01 8',
    ];
    const policy = { minimumSample: 1 };
    expect(reading('NPS', [], { answers, policy }).value).toBeCloseTo(200 / 3, 12);
    expect(reading('NPS', [], { answers, policy: { ...policy, npsAnswer: 'every' } }).value).toBe(25);
  });

  it('minimumSample: fewer answers give no score', () => {
    const answers: AnswerLine[] = ['ann - 2025-01-05 10', 'bob - 2025-01-06 10'];
    expect(reading('NPS', [], { answers })).toMatchObject({ value: null, reason: 'BELOW_MINIMUM_SAMPLE' });
    expect(reading('NPS', [], { answers, policy: { minimumSample: 2 } }).value).toBe(100);
  });

  it('describes every switch, and every metric names only switches that are there', () => {
    const known = policySwitches.map(({ key }) => key).sort();
    expect(known).toEqual(Object.keys(defaultPolicy).sort());
    for (const key of metricKeys) for (const used of metricOf(key).switches) expect(known).toContain(used);
  });
});

describe('periods', () => {
  it('takes an item that ends on the first of a month out of that month’s balance', () => {
    const line: SubscriptionLine[] = ['a 2025-01-01 2025-12-31 10000'];
    expect(reading('MRR', line).value).toBe(0);
    expect(reading('MRR', ['a 2025-01-01 2026-01-01 10000']).value).toBe(100);
  });

  it('does not count what is known of the future before its day', () => {
    const ends: SubscriptionLine[] = ['a 2025-01-01 2026-01-20 10000', 'b 2026-02-01 - 10000'];
    expect(reading('MRR', ends, { year: 2026 })).toMatchObject({ value: 100, period: { open: true } });
    expect(reading('CHURNED_MRR', ends, { year: 2026 }).value).toBe(0);
  });
});

describe('definitions', () => {
  it.each(metricKeys)('%s stands under its own key and says what it means', (key) => {
    const metric = catalogue[key];
    expect(metric.key).toBe(key);
    expect(metric.description.length).toBeGreaterThan(40);
    expect(metric.formula).not.toBe('');
  });

  // What goes by one name in the field and means several things: each says which of them it is not.
  it.each([
    ['NRR', 'net recurring revenue'],
    ['NET_MRR_AFTER_CHURN', 'NRR'],
    ['EXPANSION_RATE', 'net revenue retention'],
    ['GRR', 'LOGO_RETENTION'],
    ['LOGO_RETENTION', 'GRR'],
    ['LOGO_CHURN', 'LOSS_TO_WIN'],
    ['LOSS_TO_WIN', 'LOGO_CHURN'],
    ['GROSS_MRR_CHURN', 'NET_MRR_CHURN'],
    ['NET_MRR_CHURN', 'NRR'],
    ['LTV', 'revenue per customer'],
    ['ARPA', 'lifetime value'],
    ['ARR', 'forecast'],
    ['CMRR', 'CARR'],
    ['QUICK_RATIO', 'accounting'],
    ['STICKINESS', 'WAU/MAU'],
    ['ADOPTION_BREADTH', 'feature adoption'],
    ['PRODUCT_ADOPTION', 'licence utilization'],
    ['CES', 'net easy score'],
    ['RENEWAL_RATE', 'no retention rate'],
  ] as const)('%s says how it is told from what is called %s', (key, confusion) => {
    expect(catalogue[key].description).toContain(confusion);
  });
});
