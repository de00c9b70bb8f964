import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { IdempotencyConflict } from '../errors.ts';
import type { IdempotentRequest } from '../records/idempotency.ts';
import type { WriteTransaction } from './workspace-transaction.ts';
import type { Keeping, WritingSession, Written } from './writing-session.ts';

/** Limits of stored results. */
export const idempotencyLimits = {
  /** Milliseconds after which a result does not count any more. */
  keptFor: 86_400_000,
  /** Results past {@link idempotencyLimits.keptFor} that one write deletes; more than the one that it adds. */
  prunedAtOnce: 100,
} as const;

/**
 * Stores the result of a write in its transaction, and returns the stored result to every later write with the same idempotency
 * key instead of writing again. A second request in flight waits for the row lock of the workspace, which every write takes, and
 * finds the first one's result. A write that fails is rolled back with its result, so sending it again executes it again.
 *
 * The session takes one write, as the request names one.
 *
 * @throws IdempotencyConflict from `write` where the key came with other content less than 24 hours ago
 */
export function idempotentWrites(session: WritingSession, request: IdempotentRequest): WritingSession {
  let used = false;
  return {
    now: session.now,
    write: async <Value>(
      workspace: string,
      work: (tx: WriteTransaction) => Promise<Value>,
      { isKept = () => true, revive = (stored) => stored }: Keeping<Value> = {},
    ): Promise<Written<Value>> => {
      if (used) throw new Error('An idempotent request names one write, and this is its second.');
      used = true;
      const { value: written } = await session.write(workspace, async (tx): Promise<Written<Value>> => {
        const stored = await findResult(tx, request);
        if (stored !== undefined) {
          // The text was written below, by the same kind of write: the content of the request is the same.
          const { value, revision } = JSON.parse(stored);
          return { value: revive(value), revision, replayed: true };
        }
        const value = await work(tx);
        const { effects, nextRevision, revision: before } = tx;
        const revision = String(effects.changed ? nextRevision : before);
        if (isKept(value)) await keepResult(tx, request, JSON.stringify({ value, revision }));
        return { value, revision, replayed: false };
      });
      if (written.replayed) request.onReplay?.();
      return written;
    },
  };
}

/** Finds the stored result of a write. @throws IdempotencyConflict */
async function findResult(tx: WriteTransaction, request: IdempotentRequest): Promise<string | undefined> {
  const rows = await tx.trx
    .selectFrom('idempotency')
    .select(['field', 'body_hash', 'result'])
    .where('workspace_id', '=', tx.workspace)
    .where('key', '=', keyOf(request))
    .where('created_at', '>', oldest(tx))
    .execute();
  if (rows.some((row) => row.body_hash !== request.bodyHash)) throw new IdempotencyConflict();
  const field = fieldOf(request);
  return rows.find((row) => row.field === field)?.result;
}

async function keepResult(tx: WriteTransaction, request: IdempotentRequest, result: string): Promise<void> {
  const content = { body_hash: request.bodyHash, result, created_at: new Date(tx.now) };
  await tx.trx
    .insertInto('idempotency')
    .values({ workspace_id: tx.workspace, key: keyOf(request), field: fieldOf(request), ...content })
    // A result that does not count any more, and was not deleted yet.
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key', 'field']).doUpdateSet(content))
    .execute();
  await sql`delete from idempotency where workspace_id = ${tx.workspace} and (key, field) in (
    select key, field from idempotency where workspace_id = ${tx.workspace}
      and created_at <= ${oldest(tx).toISOString()}::timestamptz
    order by created_at limit ${idempotencyLimits.prunedAtOnce})`.execute(tx.trx);
}

/** Results of this instant and before do not count any more. */
function oldest({ now }: WriteTransaction): Date {
  return new Date(now - idempotencyLimits.keptFor);
}

function keyOf({ holder, key }: IdempotentRequest): string {
  return hash(JSON.stringify([holder, key]));
}

function fieldOf({ field }: IdempotentRequest): string {
  return hash(field);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
