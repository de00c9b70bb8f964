import { type FactorSource, type HealthModel, metricOf } from '@plimsoll/metrics';
import { InvalidHealthModelError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { BandTone } from '../health-band.ts';
import { FactorFormat, LookBackUnit, Measuring } from '../health-model-enums.ts';
import { MetricKey } from '../metric-definition.ts';

const TraitConditionInput = builder.inputType('TraitConditionInput', {
  description: 'That an account’s trait has one of some values.',
  fields: (t) => ({
    trait: t.string({ required: true, description: 'The trait’s key, such as `plan`.' }),
    in: t.stringList({ required: true, description: 'Any of these values; "" stands for accounts without the trait.' }),
  }),
});

const LookBackInput = builder.inputType('LookBackInput', {
  description: 'How far back from a day something looks; the day itself belongs to it. Ten years at most.',
  fields: (t) => ({
    count: t.int({ required: true, description: 'How many: 1 or more, and no more than ten years.' }),
    unit: t.field({ type: LookBackUnit, required: true, description: 'Of what.' }),
  }),
});

const MetricSourceInput = builder.inputType('MetricSourceInput', {
  description: 'The account’s own reading of a metric, over days that trail the one it is read on.',
  fields: (t) => ({
    key: t.field({
      type: MetricKey,
      required: true,
      description:
        'The metric: any but HEALTH itself, REVENUE_AT_RISK, which hangs on it, and ARR_PER_CSM, which is of all accounts of a CSM.',
    }),
    lookBack: t.field({ type: LookBackInput, required: true, description: 'How far back it is read.' }),
    measured: t.field({
      type: Measuring,
      description:
        'When it is read; when left out, on Mondays for metrics of product use and of costs, which change daily, and on every day on which it can change for others, which seldom do.',
    }),
    survey: t.string({ description: 'Answers to this survey alone; every survey’s when left out.' }),
    feature: t.string({ description: 'The feature that a metric of one feature is about.' }),
  }),
});

const HealthFactorSourceInput = builder.inputType('HealthFactorSourceInput', {
  description: 'Where a factor’s values come from: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    number: t.string({ description: 'The key of a number that the host reports.' }),
    answersOfDays: t.int({ description: 'The mean of everybody’s latest NPS answer within so many days.' }),
    revenueOfDays: t.int({ description: 'MRR now over MRR so many days ago.' }),
    metric: t.field({ type: MetricSourceInput, description: 'The account’s own reading of a metric.' }),
  }),
});

const HealthModelFactorInput = builder.inputType('HealthModelFactorInput', {
  description: 'One thing that a model looks at.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its key.' }),
    label: t.string({ required: true, description: 'Its name.' }),
    weight: t.float({
      required: true,
      description: 'Above 0, from a millionth to a million; only the proportion to the others matters.',
    }),
    source: t.field({ type: HealthFactorSourceInput, required: true, description: 'Where its values come from.' }),
    zero: t.float({
      required: true,
      description:
        'The value that scores 0, in the unit of the source: a metric of DURATION counts seconds, one of DAYS days, a FRACTION is 0.93 for 93 %.',
    }),
    hundred: t.float({
      required: true,
      description: 'The value that scores 100; it may be the smaller one. Linear between, held outside.',
    }),
    format: t.field({ type: FactorFormat, description: 'How a person reads the value; NUMBER when left out.' }),
    staleAfterDays: t.int({
      description:
        'The last day after it was seen on which a value counts; always when left out. A metric has none: its look-back takes its place.',
    }),
  }),
});

const HealthBandInput = builder.inputType('HealthBandInput', {
  description: 'A range of scores with a name: at least `from`, and below `to`. The last one includes 100.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its key. Bands of several models that mean the same share one.' }),
    label: t.string({ required: true, description: 'Its name.' }),
    from: t.float({ required: true, description: 'The lowest score in it.' }),
    to: t.float({ required: true, description: 'The first score above it.' }),
    tone: t.field({ type: BandTone, required: true, description: 'How it is meant.' }),
  }),
});

/** A health model as callers give it. */
export const HealthModelInput = builder.inputType('HealthModelInput', {
  description: 'What health means for some of a workspace’s accounts.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'Its key, at most 255 characters as every text of a model; a model of the same key is replaced.',
    }),
    name: t.string({ required: true, description: 'Its name.' }),
    appliesTo: t.field({
      type: [TraitConditionInput],
      description:
        'It scores the accounts of which all of these hold. Left out or empty: all that no other model takes, which one model can be for.',
    }),
    order: t.float({
      description:
        'Of several models that apply to an account the one with the smallest scores it, among equals the first by key; 0 when left out.',
    }),
    factors: t.field({
      type: [HealthModelFactorInput],
      required: true,
      description: 'What it looks at: 1 to 50 factors.',
    }),
    bands: t.field({
      type: [HealthBandInput],
      required: true,
      description: 'From 0 to 100 without gap or overlap, lowest first; at most 20.',
    }),
  }),
});

/** A caller's model as the store keeps it. */
export function healthModelOf(input: typeof HealthModelInput.$inferInput): HealthModel {
  return {
    key: input.key,
    name: input.name,
    appliesTo: (input.appliesTo ?? []).map(({ trait, in: values }) => ({ trait, in: [...values] })),
    order: input.order ?? 0,
    factors: input.factors.map(({ key, label, weight, source, zero, hundred, format, staleAfterDays }) => ({
      key,
      label,
      weight,
      source: sourceOf(key, source),
      scale: { zero, hundred },
      format: format ?? 'NUMBER',
      staleAfterDays: staleAfterDays ?? null,
    })),
    bands: input.bands.map(({ key, label, from, to, tone }) => ({ key, label, from, to, tone })),
  };
}

function sourceOf(factor: string, source: typeof HealthFactorSourceInput.$inferInput): FactorSource {
  const { number, answersOfDays, revenueOfDays, metric } = source;
  if (number != null) return { kind: 'number', key: number };
  if (answersOfDays != null) return { kind: 'answers', days: answersOfDays };
  if (revenueOfDays != null) return { kind: 'revenueTrend', days: revenueOfDays };
  if (metric == null) throw new InvalidHealthModelError(`The factor "${factor}" has no source. Give it one.`);
  const { key, lookBack, measured, survey, feature } = metric;
  const { family } = metricOf(key).source;
  return {
    kind: 'metric',
    key,
    lookBack: { count: lookBack.count, unit: lookBack.unit },
    measured: measured ?? (family === 'PRODUCT' || family === 'ECONOMICS' ? 'WEEK' : 'DAY'),
    ...(survey == null ? {} : { survey }),
    ...(feature == null ? {} : { feature }),
  };
}
