import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '@plimsoll/store';
import { CommandError } from '../cli/command-error.ts';
import { cliActor } from '../workspace/ensure-workspace.ts';

/** The name that the signing keys of the command line go by in a workspace. */
const keyName = 'plimsoll-cli';

/**
 * The key that this machine signs embed tokens with: one kept in a folder that the workspace still accepts, or a new one. A new
 * key is created beside those that the workspace has, and is kept with permissions for its owner alone, so that it survives
 * restarts. No key is ever replaced: processes that start together may create one each, and all of them work.
 *
 * @throws CommandError where a new key cannot be kept
 */
export async function ensureEmbedKey(store: Store, folder: string, workspace: string): Promise<string> {
  for (const kept of await readEmbedKeys(folder, workspace)) if (await isAlive(store, workspace, kept)) return kept;
  await keep(folder, workspace, '');
  const { signingKey } = await store.workspace(workspace).actingAs(cliActor).createEmbedKey({ name: keyName });
  await keep(folder, workspace, `${signingKey}\n`);
  return signingKey;
}

/** The keys kept in a folder for a workspace, the newest first; none where the folder cannot be read. */
export async function readEmbedKeys(folder: string, workspace: string): Promise<readonly string[]> {
  try {
    const lines = (await readFile(pathOf(folder, workspace), 'utf8')).split('\n');
    return lines.filter((line) => line !== '').reverse();
  } catch {
    return [];
  }
}

/** Appends to the file of a workspace, in one write; an empty text shows whether it can be written at all. */
async function keep(folder: string, workspace: string, text: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await appendFile(pathOf(folder, workspace), text, { mode: 0o600 });
  } catch (error) {
    throw new CommandError(
      `The signing key for embed tokens cannot be kept in ${folder} (${error instanceof Error ? error.message : String(error)}). Every start would need another one. Set PLIMSOLL_CONFIG_DIR to a folder that this user may write to and that outlasts the process, or create a key with "plimsoll keys create --embed" and set PLIMSOLL_EMBED_KEY to it.`,
    );
  }
}

function pathOf(folder: string, workspace: string): string {
  return join(folder, `${workspace}.key`);
}

/** Whether the store still accepts what a key signs. */
async function isAlive(store: Store, workspace: string, signingKey: string): Promise<boolean> {
  const keyId = keyIdOf(signingKey);
  return keyId !== undefined && (await store.embedKey(workspace, keyId)) !== null;
}

function keyIdOf(signingKey: string): string | undefined {
  try {
    const packed = Buffer.from(signingKey.slice('plimsoll_embed_'.length), 'base64url').toString('utf8');
    const content: unknown = JSON.parse(packed);
    if (typeof content === 'object' && content !== null && 'k' in content && typeof content.k === 'string')
      return content.k;
  } catch {
    return undefined;
  }
  return undefined;
}
