import { costCategories, formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const descriptions: Readonly<Record<(typeof costCategories)[number], string>> = {
  acquisition: 'Winning customers.',
  retention: 'Keeping customers.',
  success: 'Customer success.',
  support: 'Support.',
  product: 'Running the product for customers.',
};

const CostCategory = builder.enumType('CostCategory', {
  description: 'What money is spent on.',
  values: Object.fromEntries(
    costCategories.map((category) => [
      category.toUpperCase(),
      { value: category, description: descriptions[category] },
    ]),
  ),
});

const CostInput = builder.inputType('CostInput', {
  description:
    'What was spent over some days, spread evenly over them: each month bears the same, as it does of a yearly price.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id of the cost.' }),
    category: t.field({ type: CostCategory, required: true, description: 'What it was spent on.' }),
    startsOn: t.field({ type: 'Date', required: true, description: 'The first day it covers.' }),
    endsOn: t.field({ type: 'Date', required: true, description: 'The first day it no longer covers.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'In major units, such as "12000.00"; 0 or more.' }),
    currency: t.string({
      required: true,
      description: 'ISO 4217 code. Converted at the rate in force on the first day.',
    }),
    accountExternalId: t.string({
      description: 'The host’s id of the account it was spent on, which must be known; of all of them when left out.',
    }),
  }),
});

builder.mutationField('upsertCosts', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes costs, each in place of the one with its id. Needs `data:write`.',
    args: {
      costs: t.arg({ type: [CostInput], required: true, description: batchOf('The costs') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { costs, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        costs.map(({ category, startsOn, endsOn, accountExternalId, ...rest }) => ({
          ...rest,
          category: String(category),
          startsOn: formatDay(startsOn),
          endsOn: formatDay(endsOn),
          ...(accountExternalId == null ? {} : { accountExternalId }),
        })),
        source,
        (store, items, options) => store.upsertCosts(items, options),
      ),
  }),
);
