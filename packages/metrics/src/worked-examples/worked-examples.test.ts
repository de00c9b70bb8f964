import { describe, expect, it } from 'vitest';
import { type PeriodSpec, resolvePeriod } from '../calendar/period.ts';
import { type MetricKey, metricOf } from '../catalogue.ts';
import { selectAll } from '../ledger/selection.ts';
import type { MetricUnit } from '../metric.ts';
import { formatMoney, type Money } from '../money/money.ts';
import { defaultPolicy } from '../policy.ts';
import { type Reading, read } from '../reading/reading.ts';
import { day } from '../testing/worked-ledger.ts';
import type { Example, ExampleKey } from './example.ts';
import { exampleLedger } from './example-ledger.ts';
import { examples } from './examples.ts';
import { rules } from './rules.ts';

const today = day('2026-01-15');
const everything: readonly Example[] = [...examples, ...rules];
const march: PeriodSpec = { kind: 'month', month: '2025-03' };

function readerOf(example: Example): (key: MetricKey) => Reading {
  const ledger = exampleLedger(example);
  const question = {
    ledger,
    selection: selectAll(ledger),
    policy: { ...defaultPolicy, ...example.policy },
    ...(example.usage?.feature === undefined ? {} : { feature: example.usage.feature }),
  };
  const period = resolvePeriod(example.period ?? march, today);
  return (key) => read(metricOf(key), question, period, today);
}

function decimalsOf(published: string): number {
  return /\.(\d+)/.exec(published)?.[1]?.length ?? 0;
}

/** The mean answer on the one scale that was answered on. */
function meanOf({ terms }: Reading): number | undefined {
  return terms.find(({ key }) => key.startsWith('MEAN_'))?.value;
}

/** Seconds as hours and minutes, and seconds too where the publisher has them. */
function clock(seconds: number, published: string): string {
  const toSecond = published.split(':').length === 3;
  const whole = toSecond ? Math.round(seconds) : 60 * Math.round(seconds / 60);
  const two = (part: number): string => String(part).padStart(2, '0');
  const minutes = `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}`;
  return toSecond ? `${minutes}:${two(whole % 60)}` : minutes;
}

/** A metric or one of its terms. */
function numberOf(
  read: (key: MetricKey) => Reading,
  key: Exclude<ExampleKey, 'NPS_MARGIN' | 'MEAN'>,
): { readonly value: number | null; readonly money: Money | null; readonly unit: MetricUnit } {
  // Keys are those of metrics, up to the dot.
  const [of = '', part] = key.split('.') as [MetricKey, string?];
  const reading = read(of as MetricKey);
  if (part === undefined) return { ...reading, unit: reading.metric.unit };
  return reading.terms.find((term) => term.key === part) ?? { value: null, money: null, unit: 'COUNT' };
}

/** A number written as the publisher writes theirs, rounded to as many decimals as they show. */
function written(read: (key: MetricKey) => Reading, key: ExampleKey, published: string): string | null {
  if (key === 'NPS_MARGIN') return (read('NPS').sample?.marginOfError ?? Number.NaN).toFixed(decimalsOf(published));
  if (key === 'MEAN') return (meanOf(read('CSAT')) ?? meanOf(read('CES')) ?? Number.NaN).toFixed(decimalsOf(published));
  const { value, money, unit } = numberOf(read, key);
  if (value === null) return null;
  if (money !== null) return formatMoney(money);
  if (unit === 'DURATION') return clock(value, published);
  return unit === 'FRACTION'
    ? `${(100 * value).toFixed(decimalsOf(published))}%`
    : value.toFixed(decimalsOf(published));
}

/** Keys of an example in a form that keeps their type. */
function expectedOf(example: Example): readonly (readonly [ExampleKey, string | null])[] {
  // Object.entries widens the keys of a record; they are ExampleKeys by its type.
  return Object.entries(example.expected) as (readonly [ExampleKey, string | null])[];
}

describe('what others worked and published', () => {
  it.each(everything.map((example) => [example.title, example] as const))('%s', (_, example) => {
    const reader = readerOf(example);
    for (const [key, value] of expectedOf(example)) expect(written(reader, key, value ?? ''), key).toBe(value);
    for (const other of [example.publishedWrong, example.differs]) {
      if (other !== undefined) expect(written(reader, other.key, other.value), other.why).not.toBe(other.value);
    }
  });

  it.each(
    everything.flatMap((example) =>
      example.flows === undefined ? [] : [[example.title, example, example.flows] as const],
    ),
  )('%s: the book adds up to the published totals', (_, example, flows) => {
    const reader = readerOf(example);
    const amount = (key: MetricKey): number | null => reader(key).value;
    const published = {
      NEW_MRR: flows.new,
      EXPANSION_MRR: flows.expansion,
      CONTRACTION_MRR: flows.contraction,
      CHURNED_MRR: flows.churn,
      REACTIVATION_MRR: flows.reactivation,
    } as const;
    expect({
      NEW_MRR: amount('NEW_MRR'),
      EXPANSION_MRR: amount('EXPANSION_MRR'),
      CONTRACTION_MRR: amount('CONTRACTION_MRR'),
      CHURNED_MRR: amount('CHURNED_MRR'),
      REACTIVATION_MRR: amount('REACTIVATION_MRR'),
    }).toEqual(Object.fromEntries(Object.entries(published).map(([key, value]) => [key, value ?? 0])));
    if (flows.start !== undefined) expect((amount('MRR') ?? 0) - (amount('NET_NEW_MRR') ?? 0)).toBe(flows.start);
  });

  it('has at least forty, each with its source, none of them twice', () => {
    expect(examples.length).toBeGreaterThanOrEqual(40);
    for (const { source } of everything) expect(source).toMatch(/^https?:\/\/\S+$/);
    expect(new Set(everything.map(({ title }) => title)).size).toBe(everything.length);
  });

  it.each([
    'MRR',
    'ARR',
    'NEW_MRR',
    'EXPANSION_MRR',
    'CONTRACTION_MRR',
    'CHURNED_MRR',
    'REACTIVATION_MRR',
    'NET_NEW_MRR',
    'NRR',
    'GRR',
    'LOGO_RETENTION',
    'LOGO_CHURN',
    'GROSS_MRR_CHURN',
    'NET_MRR_CHURN',
    'EXPANSION_RATE',
    'QUICK_RATIO',
    'CUSTOMERS',
    'ARPA',
    'NPS',
    'NPS_MARGIN',
    'RESPONSE_RATE',
    'CSAT',
    'CES',
    'MEAN',
    'RENEWAL_RATE',
    'RENEWAL_RATE_LOGOS',
    'FX_MRR',
    'CMRR',
    'LTV',
    'CAC',
    'LTV_TO_CAC',
    'CAC_PAYBACK',
    'CRC',
    'COST_TO_CARRY',
    'ARR_PER_CSM',
    'FIRST_RESPONSE_TIME',
    'FIRST_RESOLUTION_TIME',
    'FULL_RESOLUTION_TIME',
    'STICKINESS',
    'STICKINESS_WEEKLY',
    'PRODUCT_ADOPTION',
    'FEATURE_ADOPTION',
    'ADOPTION_BREADTH',
    'TIME_TO_FIRST_VALUE',
    'ADVOCACY',
  ] as const)('holds %s to at least one of them', (key) => {
    expect(examples.some(({ expected }) => expected[key] != null)).toBe(true);
  });
});
