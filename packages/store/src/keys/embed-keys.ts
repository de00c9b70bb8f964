import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { recordEvent, storableActor } from '../audit/record-event.ts';
import type { Actor } from '../records/audit.ts';
import type { EmbedKey, EmbedKeyInfo, EmbedKeyRequest, NewEmbedKey, ReplayedEmbedKey } from '../records/keys.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { Session } from '../transactions/session.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import type { WritingSession } from '../transactions/writing-session.ts';
import { checkKey } from './check-key.ts';
import { admitKey, isLive, keyColumns, keyInfo } from './key-rows.ts';

/**
 * Creates an Ed25519 key for signing embed tokens, beside those that the workspace has. The private half is returned this
 * once; the database keeps the public half. A replay returns no private half.
 *
 * @throws InvalidSetting for a name or an expiry that makes no sense, KeyLimitReached
 */
export async function createEmbedKey(
  session: WritingSession,
  workspace: string,
  actor: Actor,
  request: EmbedKeyRequest,
): Promise<NewEmbedKey | ReplayedEmbedKey> {
  const { name, expiresAt = null } = request;
  const keyId = randomBytes(6).toString('hex');
  const pair = generateKeyPairSync('ed25519');
  const { kty, crv, x } = pair.publicKey.export({ format: 'jwk' });
  const { d } = pair.privateKey.export({ format: 'jwk' });
  const { value, replayed } = await session.write(workspace, async (tx) => {
    // Checked only here: an expiry that has passed since does not refuse a request that is sent again.
    checkKey(request, tx.now);
    await admitKey(tx, 'embed_key');
    const row = await tx.trx
      .insertInto('embed_key')
      .values({
        workspace_id: workspace,
        key_id: keyId,
        name,
        public_key: JSON.stringify({ kty, crv, x }),
        created_at: new Date(tx.now),
        created_by: JSON.stringify(storableActor(actor)),
        expires_at: expiresAt === null ? null : new Date(expiresAt),
      })
      .returning([...keyColumns])
      .executeTakeFirstOrThrow();
    const expires = row.expires_at?.toISOString() ?? null;
    await recordEvent(tx, actor, { kind: 'EMBED_KEY_CREATED', details: { keyId, name, expiresAt: expires } });
    return keyInfo(row);
  });
  if (replayed) return { ...value, signingKey: null };
  const signing = { w: workspace, k: keyId, d: { kty, crv, x, d } };
  return { ...value, signingKey: `plimsoll_embed_${Buffer.from(JSON.stringify(signing)).toString('base64url')}` };
}

/** Every embed key that is live, and the newest 100 that were revoked or expired; the newest first. */
export async function readEmbedKeys(tx: WorkspaceTransaction): Promise<readonly EmbedKeyInfo[]> {
  const rows = await tx.trx
    .selectFrom('embed_key')
    .select([...keyColumns])
    .where('workspace_id', '=', tx.workspace)
    .orderBy('created_at', 'desc')
    .orderBy('key_id')
    .execute();
  return rows.map(keyInfo);
}

/** Reads what tokens of a key are verified with; `null` for a key that is unknown, expired or revoked. */
export async function readEmbedKey(session: Session, workspace: string, keyId: string): Promise<EmbedKey | null> {
  if (!isStorable(workspace) || !isStorable(keyId)) return null;
  const row = await session.inside(workspace, (trx) =>
    trx
      .selectFrom('embed_key')
      .select(['name', 'public_key', 'expires_at', 'revoked_at'])
      .where('workspace_id', '=', workspace)
      .where('key_id', '=', keyId)
      .executeTakeFirst(),
  );
  if (row === undefined || !isLive(row, session.now())) return null;
  return { name: row.name, publicKey: row.public_key };
}
