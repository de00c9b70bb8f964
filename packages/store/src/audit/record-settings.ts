import { isDeepStrictEqual } from 'node:util';
import type { Ingest } from '../ingest/ingest.ts';
import type { Actor, SettingChange } from '../records/audit.ts';
import type { WorkspaceInfo } from '../records/workspace.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { readInfo } from '../workspaces/workspaces.ts';
import { recordEvent } from './record-event.ts';

/** Changes that one event lists; the others are counted. */
const maxChanges = 100;

/** Kinds of documents that configure a workspace. */
export type ConfiguredKind = 'healthModels' | 'lifecycle' | 'segments' | 'surveys';

/** Records changes of settings as one event; none where nothing changed. */
export async function recordSettings(
  tx: WriteTransaction,
  actor: Actor,
  changes: readonly SettingChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await recordEvent(tx, actor, {
    kind: 'SETTINGS_CHANGED',
    details: { changes: changes.slice(0, maxChanges), omitted: Math.max(0, changes.length - maxChanges) },
  });
}

/** Runs a write to the settings of the workspace itself and records which of them have other values afterwards. */
export async function withSettingsRecorded(
  tx: WriteTransaction,
  actor: Actor,
  write: (tx: WriteTransaction) => Promise<void>,
): Promise<void> {
  const before = await readInfo(tx);
  await write(tx);
  await recordSettings(tx, actor, settingChanges(before, await readInfo(tx)));
}

/**
 * Runs a batch of configuring documents and records those that were created or updated.
 *
 * @param keys key of each record of the batch, in order; `null` where a workspace has one such document
 */
export function withDocumentsRecorded(
  actor: Actor,
  kind: ConfiguredKind,
  keys: readonly (string | null)[],
  write: Ingest,
): Ingest {
  return async (tx) => {
    const results = await write(tx);
    const changes = results.flatMap(({ status }, index): readonly SettingChange[] => {
      if (status !== 'created' && status !== 'updated') return [];
      const key = keys[index] ?? null;
      return [{ setting: key === null ? kind : `${kind}.${key}`, change: status }];
    });
    await recordSettings(tx, actor, changes);
    return results;
  };
}

function settingChanges(before: WorkspaceInfo, after: WorkspaceInfo): readonly SettingChange[] {
  const [was, is] = [flattened(before), flattened(after)];
  const settings = new Set([...was.keys(), ...is.keys()]);
  return [...settings].flatMap((setting) => {
    const [from, to] = [was.get(setting) ?? null, is.get(setting) ?? null];
    return isDeepStrictEqual(from, to) ? [] : [{ setting, change: 'set' as const, from, to }];
  });
}

function flattened({ name, fiscalYearStartsIn, policy, targets }: WorkspaceInfo): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['name', name],
    ['fiscalYearStartsIn', fiscalYearStartsIn],
    ...Object.entries(policy).map(([key, value]): [string, unknown] => [`policy.${key}`, value]),
    ...Object.entries(targets).map(([key, value]): [string, unknown] => [`targets.${key}`, value]),
  ]);
}
