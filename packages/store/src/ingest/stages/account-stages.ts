import type { Day, Lifecycle } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { knownAccounts } from '../../accounts/known-accounts.ts';
import { loadLifecycle } from '../../derived/stages/lifecycle.ts';
import { rebuildStages } from '../../derived/stages/rebuild-stages.ts';
import type { AccountStageRecord, StageSetting } from '../../records/stage.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WorkspaceTransaction, WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredDay, requiredId } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { Rejection } from '../rejection.ts';
import { settleChanges } from '../settle-changes.ts';

interface Setting extends StageSetting {
  readonly accountId: string;
}

/** Sets accounts to stages by hand, and works the stages of those accounts out anew. */
export function ingestAccountStages(records: readonly AccountStageRecord[], source: string): Ingest {
  const batch = new Batch(records);
  return async (tx) => {
    const lifecycle = await loadLifecycle(tx);
    const parsed = batch.step(itemsOf(records), (record) => ({
      account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
      stage: parseStage(record.stage, lifecycle),
      day: requiredDay(record.from, 'from', 'The first day of the stage'),
      reason: optionalText(record.reason, 'reason', 'The reason') ?? null,
    }));
    const placed = await placeOnAccounts(tx, source, batch, parsed);
    const accountIds = [...new Set(placed.map(({ value }) => value.accountId))];
    const stored = new Map((await loadSettings(tx, accountIds)).map((setting) => [keyOf(setting), setting]));
    const { written } = settleChanges(batch, placed, stored, {
      keyOf,
      isSame: (before, after) => before.stage === after.stage && before.reason === after.reason,
    });
    await saveSettings(tx, written);
    await rebuildStages(tx, lifecycle, [...new Set(written.map(({ accountId }) => accountId))]);
    return batch.results;
  };
}

/** What accounts were set to by hand, oldest first, by internal id; accounts that never were are absent. */
export async function readStageSettings(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StageSetting[]>> {
  const settings = new Map<string, StageSetting[]>();
  for (const { accountId, ...setting } of await loadSettings(tx, await knownAccounts(tx, accountIds))) {
    const ofAccount = settings.get(accountId) ?? [];
    settings.set(accountId, ofAccount);
    ofAccount.push(setting);
  }
  return settings;
}

function parseStage(value: unknown, { stages }: Lifecycle): string | null {
  if (value === null || value === undefined || value === '') return null;
  const stage = stages.find(({ key }) => key === value);
  if (stage !== undefined) return stage.key;
  throw new Rejection(
    'stage',
    `There is no stage "${String(value)}". Use one of ${stages.map(({ key }) => key).join(', ')}, or none to give the account back to the rules.`,
  );
}

function keyOf({ accountId, day }: Pick<Setting, 'accountId' | 'day'>): string {
  return `${accountId} ${day}`;
}

async function loadSettings(tx: WorkspaceTransaction, accountIds: readonly string[]): Promise<readonly Setting[]> {
  if (accountIds.length === 0) return [];
  const rows = await packedRows<readonly [string, Day, string | null, string | null]>(
    tx.trx,
    sql`account_id, ${dayNumber('day')}, stage, reason`,
    sql`from (
          select * from stage_setting
          where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})
          order by day
        ) as setting`,
  );
  return rows.map(([accountId, day, stage, reason]) => ({ accountId, day, stage, reason }));
}

async function saveSettings(tx: WriteTransaction, settings: readonly Setting[]): Promise<void> {
  if (settings.length === 0) return;
  tx.effects.changed = true;
  await insertRows(
    tx,
    'stage_setting',
    settings,
    {
      account_id: ['uuid', ({ accountId }) => accountId],
      day: ['date', ({ day }) => day],
      stage: ['text', ({ stage }) => stage],
      reason: ['text', ({ reason }) => reason],
    },
    ['account_id', 'day'],
  );
}
