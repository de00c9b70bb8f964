import type { FactorSource, HealthFactorModel, HealthModel as Model, TraitCondition } from '@plimsoll/metrics';
import { builder } from './builder.ts';
import { HealthBand } from './health-band.ts';
import { FactorFormat, LookBackUnit, Measuring } from './health-model-enums.ts';
import { MetricKey } from './metric-definition.ts';

const TraitConditionType = builder.objectRef<TraitCondition>('TraitCondition').implement({
  access: 'OF_PARENT',
  description: 'That an account’s trait has one of some values.',
  fields: (t) => ({
    trait: t.exposeString('trait', { description: 'The trait’s key.' }),
    in: t.exposeStringList('in', { description: 'Any of these values; "" stands for accounts without the trait.' }),
  }),
});

const LookBack = builder
  .objectRef<{ readonly count: number; readonly unit: 'DAY' | 'WEEK' | 'MONTH' }>('LookBack')
  .implement({
    access: 'OF_PARENT',
    description: 'How far back from a day something looks; the day itself belongs to it.',
    fields: (t) => ({
      count: t.exposeInt('count', { description: 'How many.' }),
      unit: t.expose('unit', { type: LookBackUnit, description: 'Of what.' }),
    }),
  });

const metricOnly = <Value>(source: FactorSource, of: (source: FactorSource & { kind: 'metric' }) => Value) =>
  source.kind === 'metric' ? of(source) : null;

const HealthFactorSource = builder.objectRef<FactorSource>('HealthFactorSource').implement({
  access: 'OF_PARENT',
  description:
    'Where a factor’s values come from: the one of `number`, `answersOfDays`, `revenueOfDays` and `metric` that is set.',
  fields: (t) => ({
    number: t.string({
      nullable: true,
      description: 'The key of a number that the host reports.',
      resolve: (source) => (source.kind === 'number' ? source.key : null),
    }),
    answersOfDays: t.int({
      nullable: true,
      description: 'The mean of everybody’s latest NPS answer within so many days.',
      resolve: (source) => (source.kind === 'answers' ? source.days : null),
    }),
    revenueOfDays: t.int({
      nullable: true,
      description: 'MRR now over MRR so many days ago.',
      resolve: (source) => (source.kind === 'revenueTrend' ? source.days : null),
    }),
    metric: t.field({
      type: MetricKey,
      nullable: true,
      description: 'The account’s own reading of a metric.',
      resolve: (source) => metricOnly(source, ({ key }) => key),
    }),
    lookBack: t.field({
      type: LookBack,
      nullable: true,
      description: 'How far back the metric is read.',
      resolve: (source) => metricOnly(source, ({ lookBack }) => lookBack),
    }),
    measured: t.field({
      type: Measuring,
      nullable: true,
      description: 'When the metric is read.',
      resolve: (source) => metricOnly(source, ({ measured }) => measured),
    }),
    survey: t.string({
      nullable: true,
      description: 'Answers to this survey alone.',
      resolve: (source) => metricOnly(source, ({ survey }) => survey ?? null),
    }),
    feature: t.string({
      nullable: true,
      description: 'The feature that the metric is about.',
      resolve: (source) => metricOnly(source, ({ feature }) => feature ?? null),
    }),
  }),
});

const HealthModelFactor = builder.objectRef<HealthFactorModel>('HealthModelFactor').implement({
  access: 'OF_PARENT',
  description: 'One thing that a model looks at.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    label: t.exposeString('label', { description: 'Its name.' }),
    weight: t.exposeFloat('weight', { description: 'Its weight; only the proportion to the others matters.' }),
    source: t.expose('source', { type: HealthFactorSource, description: 'Where its values come from.' }),
    zero: t.float({ description: 'The value that scores 0.', resolve: ({ scale }) => scale.zero }),
    hundred: t.float({ description: 'The value that scores 100.', resolve: ({ scale }) => scale.hundred }),
    format: t.expose('format', { type: FactorFormat, description: 'How a person reads the value.' }),
    staleAfterDays: t.exposeInt('staleAfterDays', {
      nullable: true,
      description: 'The last day after it was seen on which a value counts; null: always.',
    }),
  }),
});

/** A health model in the graph. */
export const HealthModel = builder.objectRef<Model>('HealthModel').implement({
  access: { anyOf: ['metrics:read', 'data:write'], staffOnly: 'Health models say how customers are judged' },
  description: 'What health means for some of a workspace’s accounts.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    appliesTo: t.expose('appliesTo', {
      type: [TraitConditionType],
      description: 'It scores the accounts of which all of these hold; without any, all that no other model takes.',
    }),
    order: t.exposeFloat('order', {
      description: 'Of several models that apply to an account the one with the smallest scores it.',
    }),
    factors: t.expose('factors', { type: [HealthModelFactor], description: 'What it looks at.' }),
    bands: t.expose('bands', { type: [HealthBand], description: 'Its bands, lowest first.' }),
  }),
});

builder.queryField('healthModels', (t) =>
  t.field({
    type: [HealthModel],
    description:
      'Every health model, in the order in which they are asked whether they apply. Refused to tokens for some accounts.',
    weight: { field: 5, multiplier: 5 },
    access: { anyOf: ['metrics:read'], staffOnly: 'Health models say how customers are judged' },
    resolve: async (_root, _args, context) => {
      return (await context.session()).store.healthModels();
    },
  }),
);
