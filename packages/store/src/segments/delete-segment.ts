import { segmentsIn } from '../ingest/segments/segment-references.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { readSegments } from './read-segments.ts';

/** Deletes a segment that no other names. */
export async function deleteSegment(
  tx: WriteTransaction,
  key: string,
): Promise<{ readonly kind: 'deleted' | 'absent' } | { readonly kind: 'inUse'; readonly by: readonly string[] }> {
  const segments = await readSegments(tx);
  if (!segments.some((segment) => segment.key === key)) return { kind: 'absent' };
  const by = segments.filter(({ filter }) => segmentsIn(filter).has(key)).map((segment) => segment.key);
  if (by.length > 0) return { kind: 'inUse', by };
  tx.effects.changed = true;
  await tx.trx.deleteFrom('segment').where('workspace_id', '=', tx.workspace).where('segment_key', '=', key).execute();
  return { kind: 'deleted' };
}
