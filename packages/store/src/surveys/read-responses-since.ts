import type { PositionedResponse, ResponsePosition, ResponsesSince } from '../records/survey.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { liveSource } from './live-source.ts';
import { maxResponses, responseColumns, responseOf } from './read-responses.ts';

/** Positions further into a revision than this are read as its end: a write submits one response. */
const maxPosition = 10_000;

/**
 * Reads live responses in the order in which they were written, after a place in that order. Writers of a workspace commit in
 * the order of their revisions, so what was read up to a revision is complete.
 */
export async function readResponsesSince(
  tx: WorkspaceTransaction,
  after: ResponsePosition,
  first: number,
): Promise<ResponsesSince> {
  const count = Math.min(Math.max(Math.trunc(first), 1), maxResponses);
  const whole = after.position > maxPosition;
  const rows = await tx.trx
    .selectFrom('response')
    .select([...responseColumns, 'touched_revision'])
    .where('workspace_id', '=', tx.workspace)
    .where('source', '=', liveSource)
    .where('touched_revision', whole ? '>' : '>=', after.revision)
    .orderBy('touched_revision')
    .orderBy('responded_at')
    .orderBy('response_id')
    .limit(count + 1 + (whole ? 0 : after.position))
    .execute();
  const following: PositionedResponse[] = [];
  let last: ResponsePosition = { revision: -1, position: 0 };
  for (const row of rows) {
    const revision = row.touched_revision;
    last = { revision, position: last.revision === revision ? last.position + 1 : 1 };
    if (revision === after.revision && last.position <= after.position) continue;
    following.push({ ...responseOf(row), ...last });
  }
  const responses = following.slice(0, count);
  const end = responses.at(-1);
  const hasMore = following.length > count;
  const upTo =
    hasMore && end !== undefined
      ? { revision: end.revision, position: end.position }
      : { revision: Math.max(tx.revision, after.revision), position: Number.POSITIVE_INFINITY };
  return { responses, upTo, hasMore };
}
