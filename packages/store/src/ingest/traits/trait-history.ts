import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { TraitHistoryRecord } from '../../records/account.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { sentRows } from '../../schema/sent-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { requiredId } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { traitDay, traitKey, traitValue } from './parse-trait.ts';
import { type AccountTraits, TraitTimelines } from './trait-timelines.ts';

/** Takes in what traits of accounts were from some day on, in any order; a second value for a day replaces the first. */
export function ingestTraitHistory(records: readonly TraitHistoryRecord[], source: string): Ingest {
  const batch = new Batch(records);
  return async (tx) => {
    const parsed = batch.step(itemsOf(records), (record) => {
      const key = traitKey(record.trait, 'trait');
      return {
        account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
        key,
        value: traitValue(record.value, 'value', key),
        from: traitDay(record.from, 'from', tx.today),
      };
    });
    const placed = await placeOnAccounts(tx, source, batch, parsed);
    const before = await loadTraits(tx, [...new Set(placed.map(({ value }) => value.accountId))]);
    const timelines = await TraitTimelines.load(tx, before);
    for (const { index, value } of placed) {
      batch.settle(index, timelines.put(value.accountId, value.key, value.from, value.value));
    }
    await saveTraits(tx, timelines, before);
    return batch.results;
  };
}

async function loadTraits(
  tx: WriteTransaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, AccountTraits>> {
  const rows = await packedRows<readonly [string, Readonly<Record<string, string>>, Day]>(
    tx.trx,
    sql`account_id, traits, ${dayNumber('known_on')}`,
    sql`from account where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`,
  );
  return new Map(rows.map(([id, traits, knownOn]) => [id, { traits, knownOn }]));
}

async function saveTraits(
  tx: WriteTransaction,
  timelines: TraitTimelines,
  before: ReadonlyMap<string, AccountTraits>,
): Promise<void> {
  const changed = [...timelines.changedAccounts];
  if (changed.length === 0) return;
  tx.effects.changed = true;
  const traits = sentRows(changed, {
    account_id: ['uuid', (id) => id],
    traits: ['jsonb', (id) => JSON.stringify(timelines.now(id))],
  });
  await sql`
    update account set traits = new.traits, touched_revision = ${tx.nextRevision}
    from (select ${traits}) as new
    where account.workspace_id = ${tx.workspace} and account.account_id = new.account_id`.execute(tx.trx);
  for (const id of changed) {
    tx.effects.touchedAccounts.add(id);
    tx.effects.due.addTraits(id, before.get(id)?.traits ?? {});
  }
  await timelines.save();
}
