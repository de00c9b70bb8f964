import { accountMovements, type Day, movementCode, type RecurringSpan } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../ingest/touch-accounts.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dateOf, dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { rebuildHealth } from './health.ts';
import { loadRates } from './load-rates.ts';

const chunk = 5_000;

/** What an account was worth, with the account. */
interface AccountSpan extends RecurringSpan {
  readonly accountId: string;
}

/**
 * Works the movements of accounts out anew from their subscriptions, and then what hangs on movements.
 *
 * @param written spans that this write added: all there are of accounts that it made, so those are not read back
 */
export async function rebuildMovements(
  tx: WriteTransaction,
  accountIds: readonly string[],
  written: Iterable<AccountSpan> = [],
): Promise<void> {
  const created = spansByAccount(written, (id) => tx.effects.createdAccounts.has(id));
  for (let start = 0; start < accountIds.length; start += chunk) {
    await rebuildChunk(tx, accountIds.slice(start, start + chunk), created);
  }
  await touchAccounts(tx, accountIds, 'movements');
  await rebuildHealth(tx, accountIds, ['revenueTrend']);
}

async function rebuildChunk(
  tx: WriteTransaction,
  accountIds: readonly string[],
  created: ReadonlyMap<string, readonly RecurringSpan[]>,
): Promise<void> {
  const known = accountIds.filter((id) => !created.has(id));
  const stored = await loadSpans(tx, known);
  const spans = new Map(accountIds.map((id) => [id, created.get(id) ?? stored.get(id) ?? []]));
  const rates = await loadRates(
    tx,
    [...spans.values()].flat().map(({ currency }) => currency),
  );
  const columns = { account: [] as string[], day: [] as number[], kind: [] as number[], amount: [] as number[] };
  const unconverted: string[] = [];
  for (const [accountId, history] of spans) {
    const result = accountMovements(history, rates);
    if (result.unconverted.length > 0) unconverted.push(accountId);
    for (const { day, kind, amount } of result.movements) {
      columns.account.push(accountId);
      columns.day.push(day);
      columns.kind.push(movementCode[kind]);
      columns.amount.push(amount);
    }
  }
  if (known.length > 0) {
    await sql`
      delete from movement
      where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', known)})`.execute(tx.trx);
  }
  await sql`
    insert into movement (workspace_id, account_id, day, kind, amount)
    select ${tx.workspace}, new.account_id, ${dateOf(sql`new.day`)}, new.kind, new.amount
    from unnest(
      ${arrayOf('uuid', columns.account)}, ${arrayOf('int', columns.day)}, ${arrayOf('smallint', columns.kind)},
      ${arrayOf('bigint', columns.amount)}
    ) as new (account_id, day, kind, amount)`.execute(tx.trx);
  const flagged = [...new Set([...known, ...unconverted])];
  if (flagged.length === 0) return;
  await sql`
    update account set unconverted = not unconverted
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', flagged)})
      and unconverted <> (account_id = any(${arrayOf('uuid', unconverted)}))`.execute(tx.trx);
}

async function loadSpans(
  tx: WriteTransaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecurringSpan[]>> {
  if (accountIds.length === 0) return new Map();
  const rows = await packedRows<readonly [string, Day, Day | null, number, string]>(
    tx.trx,
    sql`account_id, ${dayNumber('starts_on')}, ${dayNumber('closes_on')}, annual_minor, currency`,
    sql`from subscription_change where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`,
  );
  return spansByAccount(
    rows.map(([accountId, startsOn, endsOn, annualMinor, currency]) => ({
      accountId,
      startsOn,
      endsOn,
      annualMinor,
      currency,
    })),
  );
}

function spansByAccount(
  spans: Iterable<AccountSpan>,
  wanted: (accountId: string) => boolean = () => true,
): ReadonlyMap<string, readonly RecurringSpan[]> {
  const byAccount = new Map<string, RecurringSpan[]>();
  for (const span of spans) {
    const history = byAccount.get(span.accountId);
    if (history !== undefined) history.push(span);
    else if (wanted(span.accountId)) byAccount.set(span.accountId, [span]);
  }
  return byAccount;
}
