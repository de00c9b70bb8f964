import {
  type AnyMetric,
  type MetricKey as Key,
  metricKeys,
  metricOf,
  type UndefinedReason as Reason,
} from '@plimsoll/metrics';
import { builder } from './builder.ts';

/** Keys of the catalogue. */
export const MetricKey = builder.enumType('MetricKey', {
  description: 'A metric of the catalogue.',
  // Object.fromEntries forgets which keys it was given.
  values: Object.fromEntries(
    metricKeys.map((key) => [key, { value: key, description: `${metricOf(key).name}: ${metricOf(key).formula}.` }]),
  ) as Record<Key, { value: Key; description: string }>,
});

/** What a value is measured in. */
export const MetricUnit = builder.enumType('MetricUnit', {
  description: 'What a value is measured in.',
  values: {
    MONEY: { description: 'Major units of the workspace’s currency; `money` has it exactly.' },
    FRACTION: { description: 'A share: 0.965 is 96.5 %.' },
    MULTIPLE: { description: 'How many times over.' },
    COUNT: { description: 'A head count, or another plain number.' },
    MONTHS: { description: 'Months.' },
    DAYS: { description: 'Days.' },
    DURATION: { description: 'Seconds.' },
    SCORE: { description: '0 to 100.' },
    POINTS: { description: '−100 to 100.' },
  } as const,
});

const MetricDirection = builder.enumType('MetricDirection', {
  description: 'Which way is good.',
  values: {
    HIGHER_IS_BETTER: { value: 'HIGHER', description: 'A rise is good news.' },
    LOWER_IS_BETTER: { value: 'LOWER', description: 'A fall is good news.' },
    NEUTRAL: { value: 'NEITHER', description: 'Neither is news by itself.' },
  } as const,
});

const MetricFamily = builder.enumType('MetricFamily', {
  description: 'What a metric is about.',
  values: {
    REVENUE: { description: 'Recurring revenue.' },
    ECONOMICS: { description: 'What customers bring beside what they cost.' },
    FEEDBACK: { description: 'What people answered.' },
    HEALTH: { description: 'How customers are doing.' },
    RENEWALS: { description: 'Contracts that come up for renewal, and revenue at risk.' },
    PRODUCT: { description: 'How the product is used.' },
    VALUE: { description: 'What customers achieve with the product, and whether they speak for it.' },
    SUPPORT: { description: 'How fast help comes, and how much of it is asked for.' },
  } as const,
});

/** Why there is no number. */
export const UndefinedReason = builder.enumType('UndefinedReason', {
  description: 'Why there is no number.',
  values: {
    NO_BASE: { description: 'Nothing to divide by.' },
    NO_LOSSES: { description: 'Nothing was lost in the period.' },
    NO_RESPONSES: { description: 'Nobody answered in the period.' },
    NO_SCORES: { description: 'Nothing is known about the accounts.' },
    NO_USAGE_DATA: { description: 'No use of the product is known for the period.' },
    NO_COST_DATA: { description: 'No cost that it needs is known.' },
    NO_CHURN: { description: 'Nobody left, and nothing limits a lifetime.' },
    NO_RENEWALS_DUE: { description: 'No contract came up for renewal.' },
    NO_MARGIN: { description: 'Serving customers costs all that they bring.' },
    NO_TICKETS: { description: 'There are no tickets to read it from.' },
    NO_SCHEDULE: { description: 'No business hours are known to count in.' },
    BELOW_MINIMUM_SAMPLE: { description: 'Fewer answers than the policy gives a score for.' },
    NOT_APPLICABLE: { description: 'The metric has no meaning for this subject.' },
  } as const,
});

const UndefinedReasonNote = builder
  .objectRef<{ readonly reason: Reason; readonly title: string; readonly explanation: string }>('UndefinedReasonNote')
  .implement({
    access: 'OF_PARENT',
    description: 'What to tell a person when there is no number.',
    fields: (t) => ({
      reason: t.expose('reason', { type: UndefinedReason, description: 'The reason.' }),
      title: t.exposeString('title', { description: 'It in a few words.' }),
      explanation: t.exposeString('explanation', { description: 'It in a sentence or two, with what will change it.' }),
    }),
  });

/** What a metric means. */
export const MetricDefinition = builder.objectRef<AnyMetric>('MetricDefinition').implement({
  access: 'ANY_CREDENTIAL',
  description: 'What a metric means, how it is worked out and what can change it.',
  fields: (t) => ({
    key: t.field({
      type: MetricKey,
      description: 'Its key.',
      // The catalogue hands out metrics under their own keys only.
      resolve: ({ key }) => key as Key,
    }),
    name: t.exposeString('name', { description: 'Its full name.' }),
    shortName: t.exposeString('shortName', { description: 'As short as it is said.' }),
    description: t.exposeString('description', { description: 'What it says, and what it is confused with.' }),
    formula: t.exposeString('formula', { description: 'The formula in words.' }),
    unit: t.expose('unit', { type: MetricUnit, description: 'What its value is measured in.' }),
    direction: t.expose('better', { type: MetricDirection, description: 'Which way is good.' }),
    family: t.field({ type: MetricFamily, description: 'What it is about.', resolve: ({ source }) => source.family }),
    balance: t.exposeBoolean('balance', {
      description: 'Whether it is a state at the period’s end (MRR) rather than a flow over the period (NRR).',
    }),
    reference: t.float({
      nullable: true,
      description: 'The value at which nothing changed, such as 1 for retention.',
      resolve: ({ neutral }) => neutral ?? null,
    }),
    policySwitches: t.stringList({
      description: 'The policy switches that change it.',
      resolve: ({ switches }) => [...switches],
    }),
    undefinedReasons: t.field({
      type: [UndefinedReasonNote],
      description: 'Every reason for which it can have no number.',
      resolve: ({ reasons }) =>
        Object.entries(reasons).map(([reason, note]) => ({
          // Entries of a record keyed by reason.
          reason: reason as Reason,
          ...note,
        })),
    }),
  }),
});

builder.queryField('metricDefinitions', (t) =>
  t.field({
    access: 'ANY_CREDENTIAL',
    type: [MetricDefinition],
    description: 'The catalogue, or the part of it that was asked for, in the order asked.',
    args: { keys: t.arg({ type: [MetricKey], description: 'Which metrics; all of them when left out.' }) },
    weight: ({ keys }) => ({ field: 1, multiplier: keys?.length ?? metricKeys.length }),
    resolve: (_root, { keys }) => (keys ?? metricKeys).map(metricOf),
  }),
);
