import type { TraitSummary as SummaryModel } from '@plimsoll/metrics';
import { builder } from './builder.ts';

/** The most values of one trait that are listed; a trait with more is no use in a filter. */
const mostValues = 100;

const TraitValue = builder.objectRef<SummaryModel['values'][number]>('TraitValue').implement({
  access: 'OF_PARENT',
  description: 'A value of a trait.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value.' }),
    count: t.exposeInt('count', { description: 'How many accounts have it.' }),
  }),
});

/** A trait with how its values are spread. */
export const TraitSummary = builder.objectRef<SummaryModel>('TraitSummary').implement({
  access: 'OF_PARENT',
  description: 'A trait with its values.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The trait’s key, as filters take it.' }),
    values: t.field({
      type: [TraitValue],
      description: `Its values, the most frequent first, at most ${mostValues}.`,
      resolve: ({ values }) => values.slice(0, mostValues),
    }),
  }),
});
