import { type Day, movementCode, recognise, type SubscriptionTerms } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../ingest/touch-accounts.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dayNumber } from '../schema/days.ts';
import { insertRows } from '../transactions/insert-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { type AccountCommitment, replaceCommitments } from './commitments.ts';
import { deleteHistory } from './delete-history.ts';
import { type DayRow, firstDifferences, onNoDay } from './first-difference.ts';
import { loadRates } from './load-rates.ts';
import { loadTerms } from './stored-terms.ts';

const chunk = 2_500;

/**
 * Works the movements of accounts out anew from their subscriptions, as the workspace recognises revenue.
 *
 * @param written terms that this write added or changed, by account: all there are of accounts that it made, so those are not read
 *   back
 */
export async function rebuildMovements(
  tx: WriteTransaction,
  accountIds: readonly string[],
  written: ReadonlyMap<string, readonly SubscriptionTerms[]> = new Map(),
): Promise<void> {
  for (let start = 0; start < accountIds.length; start += chunk) {
    const some = accountIds.slice(start, start + chunk);
    await touchAccounts(tx, some, 'movements', await rebuildChunk(tx, some, written));
  }
}

/** Works the movements of every account out anew. */
export async function rebuildAllMovements(tx: WriteTransaction): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ readonly account_id: string }>`
      select distinct account_id from subscription_change
      where workspace_id = ${tx.workspace} and account_id > ${last}
      order by account_id limit ${chunk}`.execute(tx.trx);
    const accountIds = rows.map(({ account_id: id }) => id);
    const next = accountIds.at(-1);
    if (next === undefined) return;
    await rebuildMovements(tx, accountIds);
    last = next;
  }
}

/** @returns the first day of each account on which its movements differ from what they were */
async function rebuildChunk(
  tx: WriteTransaction,
  accountIds: readonly string[],
  written: ReadonlyMap<string, readonly SubscriptionTerms[]>,
): Promise<ReadonlyMap<string, Day>> {
  const { createdAccounts } = tx.effects;
  const known = accountIds.filter((id) => !createdAccounts.has(id));
  const stored = await loadTerms(tx, known);
  const terms = new Map(
    accountIds.map((id) => [id, (createdAccounts.has(id) ? written.get(id) : stored.get(id)) ?? []]),
  );
  const rates = await loadRates(tx, currenciesOf(terms.values()));
  const moved: MovementRow[] = [];
  const first = new Map<string, Day>();
  const after = new Map<string, readonly DayRow[]>();
  const ahead: AccountCommitment[] = [];
  const unconverted: string[] = [];
  for (const [accountId, agreed] of terms) {
    const revenue = recognise(agreed, tx.recognition, rates);
    if (createdAccounts.has(accountId)) first.set(accountId, revenue.movements[0]?.day ?? onNoDay);
    else
      after.set(
        accountId,
        revenue.movements.map(({ day, kind, amount }) => [day, movementCode[kind], amount]),
      );
    for (const { day, kind, amount } of revenue.movements) {
      moved.push({ accountId, day, kind: movementCode[kind], amount });
    }
    for (const commitment of revenue.commitments) ahead.push({ accountId, ...commitment });
    if (revenue.unconverted.length > 0) unconverted.push(accountId);
  }
  const before = await deleteHistory(tx, 'movement', sql`${dayNumber('day')}, kind, amount`, known);
  await tx.writes.send(
    insertRows(tx, 'movement', moved, {
      account_id: ['uuid', (row) => row.accountId],
      day: ['date', (row) => row.day],
      kind: ['smallint', (row) => row.kind],
      amount: ['bigint', (row) => row.amount],
    }),
  );
  await replaceCommitments(tx, known, ahead);
  await flagUnconverted(tx, known, unconverted);
  for (const [accountId, day] of firstDifferences(known, before, after)) first.set(accountId, day);
  return first;
}

interface MovementRow {
  readonly accountId: string;
  readonly day: Day;
  readonly kind: number;
  readonly amount: number;
}

async function flagUnconverted(
  tx: WriteTransaction,
  known: readonly string[],
  unconverted: readonly string[],
): Promise<void> {
  const flagged = [...new Set([...known, ...unconverted])];
  if (flagged.length === 0) return;
  await sql`
    update account set unconverted = not unconverted
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', flagged)})
      and unconverted <> (account_id = any(${arrayOf('uuid', unconverted)}))`.execute(tx.trx);
}

/** The currencies of terms. */
export function currenciesOf(terms: Iterable<readonly SubscriptionTerms[]>): ReadonlySet<string> {
  const currencies = new Set<string>();
  for (const agreed of terms) for (const { currency } of agreed) currencies.add(currency);
  return currencies;
}
