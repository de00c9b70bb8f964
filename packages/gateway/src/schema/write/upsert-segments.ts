import type { SegmentEntry } from '@plimsoll/store';
import { GatewayError } from '../../errors/gateway-error.ts';
import type { Session } from '../../session.ts';
import { AccountFilter, type FilterInput } from '../account-filter.ts';
import { builder } from '../builder.ts';
import { convertFilter } from '../convert-filter.ts';
import { storedFilter } from '../stored-filter.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const SegmentInput = builder.inputType('SegmentInput', {
  description: 'A filter to be saved under a name.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: '1 to 63 of a–z, 0–9 and -, beginning and ending with a letter or digit.',
    }),
    name: t.string({ required: true, description: 'Its name.' }),
    description: t.string({ description: 'What it is for.' }),
    filter: t.field({
      type: AccountFilter,
      required: true,
      description: 'Which accounts are in it; {} for all of them. It may name other segments, but not in a circle.',
    }),
  }),
});

/** Why a filter cannot be kept; `undefined` where it can. Segments that it names are the store's to look for. */
function faultOf(filter: FilterInput, session: Session): string | undefined {
  try {
    convertFilter(withoutSegments(filter), session, 'save');
    return undefined;
  } catch (error) {
    if (error instanceof GatewayError) return error.message;
    throw error;
  }
}

function withoutSegments({ and, or, not, segment: _, ...rest }: FilterInput): FilterInput {
  return {
    ...rest,
    and: and?.map(withoutSegments),
    or: or?.map(withoutSegments),
    not: not == null ? null : withoutSegments(not),
  };
}

builder.mutationField('upsertSegments', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description:
      'Saves segments, each in place of the one with its key. One that names another comes after it; a workspace has at most 500. Needs `data:write`.',
    args: { segments: t.arg({ type: [SegmentInput], required: true, description: batchOf('The segments') }) },
    resolve: (_root, { segments }, context, info) =>
      writeBatch(context.writes.of(info), segments, undefined, async (store, items) => {
        const session = await context.session();
        return store.upsertSegments(
          items.map(({ filter, ...rest }): SegmentEntry => {
            const reason = faultOf(filter, session);
            if (reason !== undefined) return { status: 'rejected', reason, field: 'filter' };
            return { ...rest, description: rest.description ?? null, filter: storedFilter(filter) };
          }),
        );
      }),
  }),
);
