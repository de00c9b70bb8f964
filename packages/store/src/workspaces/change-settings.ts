import { isDeepStrictEqual } from 'node:util';
import type { MetricTargets, SettingsChange } from '../records/workspace.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { checkInternalTraits } from './check-settings.ts';
import { readSettings, saveFiscalYear, saveInternalTraits, saveName, savePolicy, saveTargets } from './workspaces.ts';

/**
 * Changes some settings of the workspace and leaves the others as they are. What is the same as before is not written.
 *
 * @throws InvalidSetting
 */
export async function changeSettings(tx: WriteTransaction, change: SettingsChange): Promise<void> {
  const before = await readSettings(tx);
  const { name = before.name, fiscalYearStartsIn = before.fiscalYearStartsIn } = change;
  const policy = { ...before.policy, ...change.policy };
  const targets = mergeTargets(before.targets, change.targets ?? {});
  if (name !== before.name) await saveName(tx, name);
  if (fiscalYearStartsIn !== before.fiscalYearStartsIn) await saveFiscalYear(tx, fiscalYearStartsIn);
  if (!isDeepStrictEqual(targets, before.targets)) await saveTargets(tx, targets);
  const internalTraits = checkInternalTraits(change.internalTraits ?? before.internalTraits);
  if (!isDeepStrictEqual(internalTraits, before.internalTraits)) await saveInternalTraits(tx, internalTraits);
  if (!isDeepStrictEqual(policy, before.policy)) await savePolicy(tx, policy);
}

function mergeTargets(before: MetricTargets, change: NonNullable<SettingsChange['targets']>): MetricTargets {
  const merged = Object.entries({ ...before, ...change }).filter(([, target]) => target !== null);
  // What is left after the filter are targets by the keys that they had.
  return Object.fromEntries(merged) as MetricTargets;
}
