import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { InvalidSetting } from '../errors.ts';
import type { ApiKeyHolder, ApiKeyRequest, NewApiKey } from '../records/keys.ts';
import type { Session } from '../transactions/session.ts';

const form = /^plim_([a-z0-9-]+)_([a-f0-9]+)_([A-Za-z0-9_-]+)$/;

/** Makes a key whose secret is shown this once. @throws InvalidSetting without a name or scopes */
export async function createApiKey(session: Session, workspace: string, request: ApiKeyRequest): Promise<NewApiKey> {
  if (request.name.trim() === '' || request.scopes.length === 0) {
    throw new InvalidSetting(
      'InvalidSetting: the API key has no name or no scopes. Nobody could tell later what it is for, and it could do nothing. Give it both.',
    );
  }
  const keyId = randomBytes(6).toString('hex');
  const secret = `plim_${workspace}_${keyId}_${randomBytes(32).toString('base64url')}`;
  await session.write(workspace, ({ trx }) =>
    trx
      .insertInto('api_key')
      .values({
        workspace_id: workspace,
        key_id: keyId,
        name: request.name,
        scopes: JSON.stringify(request.scopes),
        secret_hash: hash(secret),
      })
      .execute(),
  );
  return { keyId, secret };
}

/** Takes a key back; `false` where there is none. */
export async function revokeApiKey(session: Session, workspace: string, keyId: string): Promise<boolean> {
  const { value } = await session.write(workspace, ({ trx, effects }) => {
    effects.accessChanged = true;
    effects.revoked = keyId;
    return trx
      .deleteFrom('api_key')
      .where('workspace_id', '=', workspace)
      .where('key_id', '=', keyId)
      .returning('key_id')
      .executeTakeFirst();
  });
  return value !== undefined;
}

/** Who holds a key; `null` for one that is malformed, unknown or revoked. */
export async function authenticateApiKey(session: Session, secret: string): Promise<ApiKeyHolder | null> {
  const [, workspace, keyId] = form.exec(secret) ?? [];
  if (workspace === undefined || keyId === undefined) return null;
  const row = await session.inside(workspace, (trx) =>
    trx
      .selectFrom('api_key')
      .select(['name', 'scopes', 'secret_hash'])
      .where('workspace_id', '=', workspace)
      .where('key_id', '=', keyId)
      .executeTakeFirst(),
  );
  if (row === undefined || !timingSafeEqual(Buffer.from(row.secret_hash), Buffer.from(hash(secret)))) return null;
  return { workspace, keyId, name: row.name, scopes: row.scopes };
}

// The secret is 256 random bits, so a fast hash is as good as a slow one.
function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
