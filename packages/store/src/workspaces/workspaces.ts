import { defaultPolicy, type Policy, recognisesAlike, recognitionOf } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { rebuildForPolicy } from '../derived/health/remodel-health.ts';
import { rebuildAllMovements } from '../derived/movements.ts';
import { UnknownWorkspace, WorkspaceExists } from '../errors.ts';
import type { MetricTargets, WorkspaceCounts, WorkspaceInfo, WorkspaceRecord } from '../records/workspace.ts';
import type { Session } from '../transactions/session.ts';
import type { WorkspaceTransaction, WriteTransaction } from '../transactions/workspace-transaction.ts';
import { checkFiscalYear, checkName, checkPolicy, checkTargets, checkWorkspace } from './check-settings.ts';

/** Makes an empty workspace. @throws WorkspaceExists, InvalidSetting */
export async function createWorkspace(session: Session, workspace: WorkspaceRecord): Promise<WorkspaceInfo> {
  checkWorkspace(workspace);
  session.backend.assertWritable();
  const created = await session.inside(workspace.key, (trx) =>
    trx
      .insertInto('workspace')
      .values({
        workspace_id: workspace.key,
        name: workspace.name,
        currency: workspace.currency,
        time_zone: workspace.timeZone,
        fiscal_year_starts_in: workspace.fiscalYearStartsIn ?? 1,
        policy: JSON.stringify(workspace.policy ?? {}),
      })
      .onConflict((conflict) => conflict.column('workspace_id').doNothing())
      .returning('workspace_id')
      .executeTakeFirst(),
  );
  if (created === undefined) throw new WorkspaceExists(workspace.key);
  return session.read(workspace.key, readInfo);
}

/** Every workspace by key. */
export function listWorkspaces(session: Session): Promise<readonly { readonly key: string; readonly name: string }[]> {
  return session.asDirectory((trx) =>
    trx.selectFrom('workspace').select(['workspace_id as key', 'name']).orderBy('workspace_id').execute(),
  );
}

/** Settings as they are stored: of the policy what the workspace has set itself. */
interface StoredSettings extends Pick<WorkspaceInfo, 'name' | 'fiscalYearStartsIn' | 'targets' | 'internalTraits'> {
  readonly policy: Partial<Policy>;
}

/** The settings of the workspace as they are stored. */
export async function readSettings(tx: WorkspaceTransaction): Promise<StoredSettings> {
  const row = await tx.trx
    .selectFrom('workspace')
    .select(['name', 'fiscal_year_starts_in', 'policy', 'targets', 'internal_traits'])
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirst();
  if (row === undefined) throw new UnknownWorkspace(tx.workspace);
  const { fiscal_year_starts_in: fiscalYearStartsIn, internal_traits: internalTraits, ...settings } = row;
  return { ...settings, fiscalYearStartsIn, internalTraits };
}

/** The workspace as it stands. */
export async function readInfo(tx: WorkspaceTransaction): Promise<WorkspaceInfo> {
  const settings = await readSettings(tx);
  return {
    key: tx.workspace,
    currency: tx.currency,
    timeZone: tx.timeZone,
    ...settings,
    policy: { ...defaultPolicy, ...settings.policy },
    revision: String(tx.revision),
  };
}

/**
 * Replaces the workspace's own switches, and works every movement out anew where others count as recurring revenue now.
 *
 * @throws InvalidSetting
 */
export async function savePolicy(tx: WriteTransaction, policy: Partial<Policy>): Promise<void> {
  checkPolicy(policy);
  const before = (await readInfo(tx)).policy;
  tx.effects.changed = true;
  await tx.trx
    .updateTable('workspace')
    .set({ policy: JSON.stringify(policy) })
    .where('workspace_id', '=', tx.workspace)
    .execute();
  const after = { ...defaultPolicy, ...policy };
  const recognition = recognitionOf(after);
  if (!recognisesAlike(recognition, tx.recognition)) await rebuildAllMovements({ ...tx, recognition });
  // Object.keys forgets which keys it was given.
  const switches = (Object.keys(after) as (keyof Policy)[]).filter((name) => after[name] !== before[name]);
  await rebuildForPolicy({ ...tx, recognition }, new Set(switches));
}

/** Renames the workspace. @throws InvalidSetting */
export async function saveName(tx: WriteTransaction, name: string): Promise<void> {
  checkName(name);
  tx.effects.changed = true;
  await tx.trx.updateTable('workspace').set({ name }).where('workspace_id', '=', tx.workspace).execute();
}

/** Says in which month the fiscal year starts. @throws InvalidSetting */
export async function saveFiscalYear(tx: WriteTransaction, startsIn: number): Promise<void> {
  checkFiscalYear(startsIn);
  tx.effects.changed = true;
  await tx.trx
    .updateTable('workspace')
    .set({ fiscal_year_starts_in: startsIn })
    .where('workspace_id', '=', tx.workspace)
    .execute();
}

/** Replaces all targets. @throws InvalidSetting */
export async function saveTargets(tx: WriteTransaction, targets: MetricTargets): Promise<void> {
  checkTargets(targets);
  tx.effects.changed = true;
  await tx.trx
    .updateTable('workspace')
    .set({ targets: JSON.stringify(targets) })
    .where('workspace_id', '=', tx.workspace)
    .execute();
}

/** Replace the list of internal traits, which was checked by `checkInternalTraits`. */
export async function saveInternalTraits(tx: WriteTransaction, keys: readonly string[]): Promise<void> {
  tx.effects.changed = true;
  await tx.trx
    .updateTable('workspace')
    .set({ internal_traits: JSON.stringify(keys) })
    .where('workspace_id', '=', tx.workspace)
    .execute();
}

/** How many records the workspace holds. */
export async function readCounts(tx: WorkspaceTransaction): Promise<WorkspaceCounts> {
  const own = sql`where workspace_id = ${tx.workspace}`;
  const { rows } = await sql<WorkspaceCounts>`
    select
      (select count(*) from account ${own}) as accounts,
      (select count(*) from person ${own}) as people,
      (select count(*) from (select distinct source, subscription_id from subscription_change ${own}) as one) as subscriptions,
      (select count(*) from movement ${own}) as movements,
      (select count(*) from survey ${own}) as surveys,
      (select count(*) from exposure ${own}) as exposures,
      (select count(*) from response ${own}) as responses`.execute(tx.trx);
  const [counts] = rows;
  if (counts === undefined) throw new UnknownWorkspace(tx.workspace);
  return counts;
}
