import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { recordEvent, storableActor } from '../audit/record-event.ts';
import type { Actor } from '../records/audit.ts';
import type { ApiKeyHolder, ApiKeyInfo, ApiKeyRequest, NewApiKey, ReplayedApiKey } from '../records/keys.ts';
import type { Session } from '../transactions/session.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import type { WritingSession } from '../transactions/writing-session.ts';
import { checkKey, checkScopes } from './check-key.ts';
import { admitKey, isLive, keyColumns, keyInfo } from './key-rows.ts';

const form = /^plim_([a-z0-9-]+)_([a-f0-9]+)_([A-Za-z0-9_-]+)$/;

/**
 * Creates an API key. Its secret is returned this once; the database keeps a hash. A replay
 * returns no secret.
 *
 * @throws InvalidSetting for a name, scopes or an expiry that make no sense, KeyLimitReached
 */
export async function createApiKey(
  session: WritingSession,
  workspace: string,
  actor: Actor,
  request: ApiKeyRequest,
): Promise<NewApiKey | ReplayedApiKey> {
  const { name, expiresAt = null } = request;
  const scopes = checkScopes(request.scopes);
  const keyId = randomBytes(6).toString('hex');
  const secret = `plim_${workspace}_${keyId}_${randomBytes(32).toString('base64url')}`;
  const { value, replayed } = await session.write(workspace, async (tx) => {
    // Checked only here: an expiry that has passed since does not refuse a request that is sent again.
    checkKey(request, tx.now);
    await admitKey(tx, 'api_key');
    const row = await tx.trx
      .insertInto('api_key')
      .values({
        workspace_id: workspace,
        key_id: keyId,
        name,
        scopes: JSON.stringify(scopes),
        secret_hash: hash(secret),
        created_at: new Date(tx.now),
        created_by: JSON.stringify(storableActor(actor)),
        expires_at: expiresAt === null ? null : new Date(expiresAt),
      })
      .returning([...keyColumns, 'scopes'])
      .executeTakeFirstOrThrow();
    const expires = row.expires_at?.toISOString() ?? null;
    await recordEvent(tx, actor, { kind: 'API_KEY_CREATED', details: { keyId, name, scopes, expiresAt: expires } });
    return { ...keyInfo(row), scopes: row.scopes };
  });
  return replayed ? { ...value, secret: null } : { ...value, secret };
}

/** Every API key that is live, and the newest 100 that were revoked or expired; the newest first. Secrets are not stored. */
export async function readApiKeys(tx: WorkspaceTransaction): Promise<readonly ApiKeyInfo[]> {
  const rows = await tx.trx
    .selectFrom('api_key')
    .select([...keyColumns, 'scopes'])
    .where('workspace_id', '=', tx.workspace)
    .orderBy('created_at', 'desc')
    .orderBy('key_id')
    .execute();
  return rows.map((row) => ({ ...keyInfo(row), scopes: row.scopes }));
}

/** Finds the holder of an API key; `null` for a key that is malformed, unknown, expired or revoked. */
export async function authenticateApiKey(session: Session, secret: string): Promise<ApiKeyHolder | null> {
  const [, workspace, keyId] = form.exec(secret) ?? [];
  if (workspace === undefined || keyId === undefined) return null;
  const row = await session.inside(workspace, (trx) =>
    trx
      .selectFrom('api_key')
      .select(['name', 'scopes', 'secret_hash', 'expires_at', 'revoked_at'])
      .where('workspace_id', '=', workspace)
      .where('key_id', '=', keyId)
      .executeTakeFirst(),
  );
  if (row === undefined || !timingSafeEqual(Buffer.from(row.secret_hash), Buffer.from(hash(secret)))) return null;
  return isLive(row, session.now()) ? { workspace, keyId, name: row.name, scopes: row.scopes } : null;
}

// The secret is 256 random bits, so a fast hash is as good as a slow one.
function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
