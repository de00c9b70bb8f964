import { SegmentInUseError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';

interface DeletionModel {
  readonly deleted: boolean;
  readonly revision: string;
}

const DeleteSegmentPayload = builder.objectRef<DeletionModel>('DeleteSegmentPayload').implement({
  access: 'OF_PARENT',
  description: 'The segment is not there any more.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'deleted' in value,
  fields: (t) => ({
    deleted: t.exposeBoolean('deleted', { description: 'Whether it was there before.' }),
    revision: t.exposeString('revision', { description: 'The data revision without it.' }),
  }),
});

builder.mutationField('deleteSegment', (t) =>
  t.field({
    type: DeleteSegmentPayload,
    description: 'Deletes a segment that no other names. Needs `data:write`.',
    args: { key: t.arg.string({ required: true, description: 'Its key.' }) },
    errors: {
      types: [SegmentInUseError],
      union: { name: 'DeleteSegmentResult', description: 'What became of the wish to delete a segment.' },
    },
    access: 'data:write',
    resolve: async (_root, { key }, context, info): Promise<DeletionModel> => {
      const deletion = await context.writes.of(info).deleteSegment(key);
      if (deletion.kind === 'inUse') {
        throw new SegmentInUseError(
          `The segment "${key}" is named by ${deletion.by.map((other) => `"${other}"`).join(', ')}. Nothing was deleted. Change ${deletion.by.length === 1 ? 'that one' : 'those'} first.`,
          deletion.by,
        );
      }
      return { deleted: deletion.kind === 'deleted', revision: deletion.revision };
    },
  }),
);
