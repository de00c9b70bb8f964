import {
  type BatchOptions,
  type IdempotentWorkspaceStore,
  InvalidSetting,
  type RecordResult as StoredRecordResult,
  type BatchResult as StoredResult,
} from '@plimsoll/store';
import { BatchTooLargeError } from '../../errors/failure.ts';
import { GatewayError } from '../../errors/gateway-error.ts';
import { limits } from '../../limits.ts';
import { builder } from '../builder.ts';

const RecordStatus = builder.enumType('RecordStatus', {
  description: 'What became of a record.',
  values: {
    CREATED: { value: 'created', description: 'It is new.' },
    UPDATED: { value: 'updated', description: 'It was there and changed.' },
    UNCHANGED: { value: 'unchanged', description: 'It was there just so.' },
    REJECTED: { value: 'rejected', description: 'Nothing of it was kept; the others were not held up.' },
  } as const,
});

const RecordResult = builder.objectRef<StoredRecordResult>('RecordResult').implement({
  access: 'OF_PARENT',
  description: 'What became of one record of a batch.',
  fields: (t) => ({
    status: t.expose('status', { type: RecordStatus, description: 'What became of it.' }),
    reason: t.string({
      nullable: true,
      description: 'What is wrong with a rejected record and how to mend it.',
      resolve: (result) => (result.status === 'rejected' ? result.reason : null),
    }),
    field: t.string({
      nullable: true,
      description: 'The field that a rejection is about.',
      resolve: (result) => (result.status === 'rejected' ? result.field : null),
    }),
  }),
});

const BatchPayload = builder.objectRef<StoredResult>('BatchPayload').implement({
  access: 'OF_PARENT',
  description: 'What became of a batch. Sending it again changes nothing.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'results' in value,
  fields: (t) => ({
    results: t.expose('results', { type: [RecordResult], description: 'Record by record, in the order given.' }),
    rejected: t.int({
      description: 'How many records were rejected.',
      resolve: ({ results }) => results.filter(({ status }) => status === 'rejected').length,
    }),
    revision: t.exposeString('revision', {
      description: 'The data revision after the batch; the one before it where nothing changed.',
    }),
  }),
});

/** What every batch mutation returns: the payload, or that there was too much of it. */
export const BatchResult = builder.errorUnion('BatchResult', {
  description: 'What became of a batch.',
  types: [BatchPayload, BatchTooLargeError],
});

/** What the graph says of the list that a batch is given in. */
export function batchOf(what: string): string {
  return `${what}, at most ${limits.batchSize} in one call.`;
}

/**
 * Writes a batch to the store of its mutation field, after checking the batch's size.
 *
 * @throws GatewayError BAD_REQUEST for a source that cannot be stored; BatchTooLargeError, which the mutation returns as data
 */
export async function writeBatch<Item>(
  store: IdempotentWorkspaceStore,
  items: readonly Item[],
  source: string | null | undefined,
  write: (store: IdempotentWorkspaceStore, items: readonly Item[], options: BatchOptions) => Promise<StoredResult>,
): Promise<StoredResult> {
  if (items.length > limits.batchSize) {
    throw new BatchTooLargeError(
      `The batch has ${items.length} records and may have ${limits.batchSize}. Nothing was written. Send it in parts.`,
    );
  }
  try {
    return await write(store, items, source == null ? {} : { source });
  } catch (error) {
    // The source is the one setting that a batch has.
    if (error instanceof InvalidSetting) throw new GatewayError('BAD_REQUEST', error.message);
    throw error;
  }
}
