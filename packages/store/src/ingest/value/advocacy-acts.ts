import { advocacyKinds, type Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { AdvocacyActRecord } from '../../records/value.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredDay, requiredId } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { Rejection } from '../rejection.ts';
import { settleChanges } from '../settle-changes.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';

interface Act {
  readonly externalId: string;
  readonly accountId: string;
  readonly person: string | null;
  readonly kind: number;
  readonly day: Day;
}

/** Takes acts of advocacy in, each in place of the one with its id. */
export function ingestAdvocacyActs(records: readonly AdvocacyActRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), (record) => ({
    externalId: requiredId(record.actId, 'actId', 'The act’s id'),
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    person: optionalText(record.person, 'person', 'The person', 255) ?? null,
    kind: parseKind(record.kind),
    day: requiredDay(record.on, 'on', 'The day'),
  }));
  return async (tx) => {
    const placed = await placeOnAccounts(tx, source, batch, parsed);
    const stored = await loadActs(
      tx,
      source,
      placed.map(({ value }) => value.externalId),
    );
    const { written, replaced } = settleChanges(batch, placed, stored, {
      keyOf: ({ externalId }) => externalId,
      isSame,
    });
    await saveActs(tx, source, written);
    const first = firstDays([...written, ...replaced]);
    await touchAccounts(tx, first.keys(), 'advocacy', first);
    return batch.results;
  };
}

function parseKind(value: unknown): number {
  // The list knows its own names only, and what is looked for may be any text.
  const kind = typeof value === 'string' ? (advocacyKinds as readonly string[]).indexOf(value) : -1;
  if (kind >= 0) return kind;
  throw new Rejection(
    'kind',
    `"${String(value)}" is no way of speaking for a product that is counted. Give one of ${advocacyKinds.join(', ')}.`,
  );
}

function isSame(a: Act, b: Act): boolean {
  return a.accountId === b.accountId && a.person === b.person && a.kind === b.kind && a.day === b.day;
}

async function loadActs(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Act>> {
  const rows = await packedRows<readonly [string, string, string | null, number, Day]>(
    tx.trx,
    sql`external_id, account_id, person, kind, ${dayNumber('day')}`,
    sql`from advocacy_act where workspace_id = ${tx.workspace} and source = ${source}
          and external_id = any(${arrayOf('text', [...new Set(externalIds)])})`,
  );
  return new Map(
    rows.map(([externalId, accountId, person, kind, day]) => [
      externalId,
      { externalId, accountId, person, kind, day },
    ]),
  );
}

async function saveActs(tx: WriteTransaction, source: string, acts: readonly Act[]): Promise<void> {
  await insertRows(
    tx,
    'advocacy_act',
    acts,
    {
      external_id: ['text', ({ externalId }) => externalId],
      source: ['text', () => source],
      account_id: ['uuid', ({ accountId }) => accountId],
      person: ['text', ({ person }) => person],
      kind: ['smallint', ({ kind }) => kind],
      day: ['date', ({ day }) => day],
    },
    ['source', 'external_id'],
  );
}
