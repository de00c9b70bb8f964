import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from '@plimsoll/store';

/** The name that our own signing keys go by in a workspace. */
const keyName = 'plimsoll-cli';

/**
 * The key that this machine signs embed tokens with, made when there is none. With a data folder it is kept there,
 * readable by its owner alone, so that tokens can be made while a server holds the folder; with PostgreSQL it is made anew
 * each time, and tokens of the one before stop working.
 */
export async function ensureEmbedKey(store: Store, dataDir: string | undefined, workspace: string): Promise<string> {
  const kept = dataDir === undefined ? undefined : await readEmbedKey(dataDir, workspace);
  if (kept !== undefined && (await isAlive(store, workspace, kept))) return kept;
  const { signingKey } = await store.workspace(workspace).createEmbedKey({ name: keyName });
  if (dataDir !== undefined) await keep(dataDir, workspace, signingKey);
  return signingKey;
}

/** The key kept in a data folder for a workspace; `undefined` where none is. */
export async function readEmbedKey(dataDir: string, workspace: string): Promise<string | undefined> {
  try {
    return (await readFile(pathOf(dataDir, workspace), 'utf8')).trim();
  } catch {
    return undefined;
  }
}

async function keep(dataDir: string, workspace: string, signingKey: string): Promise<void> {
  const path = pathOf(dataDir, workspace);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${signingKey}\n`, { mode: 0o600 });
  await rename(draft, path);
}

function pathOf(dataDir: string, workspace: string): string {
  return join(dataDir, 'embed-keys', `${workspace}.key`);
}

/** Whether the store still takes what a key signs. */
async function isAlive(store: Store, workspace: string, signingKey: string): Promise<boolean> {
  try {
    const content: unknown = JSON.parse(
      Buffer.from(signingKey.slice('plimsoll_embed_'.length), 'base64url').toString('utf8'),
    );
    if (typeof content !== 'object' || content === null || !('k' in content) || typeof content.k !== 'string')
      return false;
    return (await store.embedKey(workspace, content.k)) !== null;
  } catch {
    return false;
  }
}
