import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { InvalidSetting } from '../errors.ts';
import type { EmbedKey, NewEmbedKey } from '../records/keys.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { Session } from '../transactions/session.ts';

/** Makes an Ed25519 key whose private half is shown this once; one of the same name stops working. */
export async function createEmbedKey(session: Session, workspace: string, name: string): Promise<NewEmbedKey> {
  if (name.trim() === '') {
    throw new InvalidSetting(
      'InvalidSetting: the embed key has no name. Nobody could tell later whose it is. Give it one.',
    );
  }
  const keyId = randomBytes(6).toString('hex');
  const pair = generateKeyPairSync('ed25519');
  const { kty, crv, x } = pair.publicKey.export({ format: 'jwk' });
  const { d } = pair.privateKey.export({ format: 'jwk' });
  await session.write(workspace, async ({ trx, effects }) => {
    effects.accessChanged = true;
    await trx.deleteFrom('embed_key').where('workspace_id', '=', workspace).where('name', '=', name).execute();
    await trx
      .insertInto('embed_key')
      .values({ workspace_id: workspace, key_id: keyId, name, public_key: JSON.stringify({ kty, crv, x }) })
      .execute();
  });
  const signing = { w: workspace, k: keyId, d: { kty, crv, x, d } };
  return { keyId, signingKey: `plimsoll_embed_${Buffer.from(JSON.stringify(signing)).toString('base64url')}` };
}

/** Takes a key back; `false` where there is none. */
export async function revokeEmbedKey(session: Session, workspace: string, keyId: string): Promise<boolean> {
  const { value } = await session.write(workspace, ({ trx, effects }) => {
    effects.accessChanged = true;
    effects.revoked = keyId;
    return trx
      .deleteFrom('embed_key')
      .where('workspace_id', '=', workspace)
      .where('key_id', '=', keyId)
      .returning('key_id')
      .executeTakeFirst();
  });
  return value !== undefined;
}

/** What tokens of a key are checked with; `null` where it is unknown or revoked. */
export async function readEmbedKey(session: Session, workspace: string, keyId: string): Promise<EmbedKey | null> {
  if (!isStorable(workspace) || !isStorable(keyId)) return null;
  const row = await session.inside(workspace, (trx) =>
    trx
      .selectFrom('embed_key')
      .select(['name', 'public_key'])
      .where('workspace_id', '=', workspace)
      .where('key_id', '=', keyId)
      .executeTakeFirst(),
  );
  return row === undefined ? null : { name: row.name, publicKey: row.public_key };
}
