import { isDeepStrictEqual } from 'node:util';
import { UnknownWorkspace } from '../errors.ts';
import type { MetricTargets, SettingsChange } from '../records/workspace.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { saveFiscalYear, saveName, savePolicy, saveTargets } from './workspaces.ts';

/**
 * Changes some settings of the workspace and leaves the others as they are. What is the same as before is not written.
 *
 * @throws InvalidSetting
 */
export async function changeSettings(tx: WriteTransaction, change: SettingsChange): Promise<void> {
  const row = await tx.trx
    .selectFrom('workspace')
    .select(['name', 'fiscal_year_starts_in', 'policy', 'targets'])
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirst();
  if (row === undefined) throw new UnknownWorkspace(tx.workspace);
  const { name = row.name, fiscalYearStartsIn = row.fiscal_year_starts_in } = change;
  const policy = { ...row.policy, ...change.policy };
  const targets = mergeTargets(row.targets, change.targets ?? {});
  if (name !== row.name) await saveName(tx, name);
  if (fiscalYearStartsIn !== row.fiscal_year_starts_in) await saveFiscalYear(tx, fiscalYearStartsIn);
  if (!isDeepStrictEqual(targets, row.targets)) await saveTargets(tx, targets);
  if (!isDeepStrictEqual(policy, row.policy)) await savePolicy(tx, policy);
}

function mergeTargets(before: MetricTargets, change: NonNullable<SettingsChange['targets']>): MetricTargets {
  const merged = Object.entries({ ...before, ...change }).filter(([, target]) => target !== null);
  // What is left after the filter are targets by the keys that they had.
  return Object.fromEntries(merged) as MetricTargets;
}
