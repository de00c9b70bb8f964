import { builder } from '../builder.ts';

const DeleteHealthModelPayload = builder
  .objectRef<{ readonly deleted: boolean; readonly revision: string }>('DeleteHealthModelPayload')
  .implement({
    access: 'OF_PARENT',
    description: 'The model is not there any more, and its accounts went to the next that applies.',
    fields: (t) => ({
      deleted: t.exposeBoolean('deleted', { description: 'Whether it was there before.' }),
      revision: t.exposeString('revision', { description: 'The data revision without it.' }),
    }),
  });

builder.mutationField('deleteHealthModel', (t) =>
  t.field({
    type: DeleteHealthModelPayload,
    description: 'Deletes a health model. Needs `data:write`.',
    args: { key: t.arg.string({ required: true, description: 'Its key.' }) },
    access: 'data:write',
    resolve: (_root, { key }, context, info) => {
      return context.writes.of(info).deleteHealthModel(key);
    },
  }),
);
