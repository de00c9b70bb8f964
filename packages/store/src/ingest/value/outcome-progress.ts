import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { OutcomeProgressRecord } from '../../records/value.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { plainNumber, requiredDay, requiredId } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { Rejection } from '../rejection.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';
import { loadOutcomes, settleOutcomes } from './outcome-rows.ts';

interface Progress {
  readonly externalId: string;
  readonly day: Day;
  readonly value: number;
}

/** Takes in how far outcomes are; a second value for a day replaces the first. */
export function ingestOutcomeProgress(records: readonly OutcomeProgressRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(
    itemsOf(records),
    (record): Progress => ({
      externalId: requiredId(record.outcomeId, 'outcomeId', 'The outcome’s id'),
      day: requiredDay(record.on, 'on', 'The day'),
      value: plainNumber(record.value, 'value', 'The value'),
    }),
  );
  return async (tx) => {
    const ids = [...new Set(parsed.map(({ value }) => value.externalId))];
    const outcomes = await loadOutcomes(tx, source, ids);
    const placed = batch.step(parsed, (progress) => {
      const outcome = outcomes.get(progress.externalId);
      if (outcome !== undefined) return { ...progress, accountId: outcome.accountId };
      throw new Rejection(
        'outcomeId',
        `There is no outcome "${progress.externalId}" from the source "${source}". Import the outcome first, or correct the id.`,
      );
    });
    const stored = await loadProgress(tx, source, ids);
    const changed = new Map<string, Progress & { readonly accountId: string }>();
    for (const { index, value } of placed) {
      const before = stored.get(keyOf(value));
      if (before === value.value) continue;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(keyOf(value), value.value);
      changed.set(keyOf(value), value);
    }
    const rows = [...changed.values()];
    await saveProgress(tx, source, rows);
    const settled = await settleOutcomes(
      tx,
      source,
      rows.map(({ externalId }) => externalId),
    );
    const first = firstDays(settled);
    await touchAccounts(tx, first.keys(), 'outcomes', first);
    return batch.results;
  };
}

function keyOf({ externalId, day }: Omit<Progress, 'value'>): string {
  return `${day} ${externalId}`;
}

async function loadProgress(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await packedRows<readonly [string, Day, number]>(
    tx.trx,
    sql`external_id, ${dayNumber('day')}, value`,
    sql`from outcome_progress where workspace_id = ${tx.workspace} and source = ${source}
          and external_id = any(${arrayOf('text', externalIds)})`,
  );
  return new Map(rows.map(([externalId, day, value]) => [keyOf({ externalId, day }), value]));
}

async function saveProgress(tx: WriteTransaction, source: string, rows: readonly Progress[]): Promise<void> {
  await insertRows(
    tx,
    'outcome_progress',
    rows,
    {
      external_id: ['text', ({ externalId }) => externalId],
      source: ['text', () => source],
      day: ['date', ({ day }) => day],
      value: ['float8', ({ value }) => value],
    },
    ['source', 'external_id', 'day'],
  );
}
