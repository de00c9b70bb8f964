import { sql } from 'kysely';
import { recordEvent } from '../audit/record-event.ts';
import { KeyLimitReached } from '../errors.ts';
import type { Actor } from '../records/audit.ts';
import type { EmbedKeyInfo } from '../records/keys.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import type { WritingSession } from '../transactions/writing-session.ts';
import { keyLimits } from './check-key.ts';

/** A table of keys. */
export type KeyTableName = 'api_key' | 'embed_key';

/** Columns that are shown of keys of either kind. */
export const keyColumns = [
  'key_id',
  'name',
  'created_at',
  'created_by',
  'expires_at',
  'last_used_at',
  'revoked_at',
] as const;

/** {@link keyColumns} of a row. */
export interface KeyRow {
  readonly key_id: string;
  readonly name: string;
  readonly created_at: Date;
  readonly created_by: Actor | null;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

/** A key as it is listed. */
export function keyInfo(row: KeyRow): EmbedKeyInfo {
  return {
    keyId: row.key_id,
    name: row.name,
    createdAt: row.created_at.getTime(),
    createdBy: row.created_by,
    expiresAt: row.expires_at?.getTime() ?? null,
    lastUsedAt: row.last_used_at?.getTime() ?? null,
    revokedAt: row.revoked_at?.getTime() ?? null,
  };
}

/** Whether a key works at an instant, in milliseconds since 1970. It stops at the very millisecond of its expiry. */
export function isLive(row: Pick<KeyRow, 'expires_at' | 'revoked_at'>, now: number): boolean {
  return row.revoked_at === null && (row.expires_at === null || row.expires_at.getTime() > now);
}

/**
 * Makes room for one more key: deletes ended keys beyond those that stay listed.
 *
 * @throws KeyLimitReached where the workspace has as many live keys as it may
 */
export async function admitKey({ trx, workspace, now }: WriteTransaction, table: KeyTableName): Promise<void> {
  const { rows } = await sql<{ readonly live: number }>`
    select count(*)::int as live from ${sql.table(table)} where workspace_id = ${workspace}
      and revoked_at is null and (expires_at is null or expires_at > ${new Date(now).toISOString()}::timestamptz)`.execute(
    trx,
  );
  if ((rows[0]?.live ?? 0) >= keyLimits.live) throw new KeyLimitReached(table === 'api_key' ? 'API' : 'embed');
  await forgetEnded({ trx, workspace, now }, table);
}

/**
 * Revokes a key at once and for good; it stays listed as revoked.
 *
 * @returns `false` where there is no such key, or it was revoked before
 */
export async function revokeKey(
  session: WritingSession,
  workspace: string,
  actor: Actor,
  table: KeyTableName,
  keyId: string,
): Promise<boolean> {
  if (!isStorable(keyId)) return false;
  const { value } = await session.write(workspace, async (tx) => {
    const at = new Date(tx.now).toISOString();
    const { rows } = await sql<{ readonly name: string }>`
      update ${sql.table(table)} set revoked_at = ${at}::timestamptz
      where workspace_id = ${workspace} and key_id = ${keyId} and revoked_at is null returning name`.execute(tx.trx);
    const [revoked] = rows;
    if (revoked === undefined) return false;
    tx.effects.accessChanged = true;
    tx.effects.revoked = keyId;
    const kind = table === 'api_key' ? 'API_KEY_REVOKED' : 'EMBED_KEY_REVOKED';
    await recordEvent(tx, actor, { kind, details: { keyId, name: revoked.name } });
    await forgetEnded(tx, table);
    return true;
  });
  return value;
}

async function forgetEnded(
  { trx, workspace, now }: Pick<WriteTransaction, 'trx' | 'workspace' | 'now'>,
  table: KeyTableName,
): Promise<void> {
  await sql`delete from ${sql.table(table)} where workspace_id = ${workspace} and key_id in (
    select key_id from ${sql.table(table)} where workspace_id = ${workspace}
      and (revoked_at is not null or expires_at <= ${new Date(now).toISOString()}::timestamptz)
    order by least(revoked_at, expires_at) desc, key_id offset ${keyLimits.ended})`.execute(trx);
}
