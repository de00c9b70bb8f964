import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const FeatureInput = builder.inputType('FeatureInput', {
  description: 'A part of the product whose use is counted.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The key that usage names it by.' }),
    name: t.string({ description: 'Its name; as it is when left out.' }),
    plans: t.stringList({
      description:
        'The plans it belongs to, as the trait `plan` of accounts has them, at most 100; as they are when left out.',
    }),
  }),
});

builder.mutationField('upsertFeatures', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes features by their keys, of which a workspace has at most 5,000. Needs `data:write`.',
    args: { features: t.arg({ type: [FeatureInput], required: true, description: batchOf('The features') }) },
    resolve: (_root, { features }, context, info) =>
      writeBatch(
        context.writes.of(info),
        features.map(({ key, name, plans }) => ({
          key,
          ...(name == null ? {} : { name }),
          ...(plans == null ? {} : { plans }),
        })),
        null,
        (store, items) => store.upsertFeatures(items),
      ),
  }),
);
