import { movementCode, type RecognisedRevenue, recognise, type SubscriptionTerms } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../ingest/touch-accounts.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dateOf } from '../schema/days.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { replaceCommitments } from './commitments.ts';
import { loadRates } from './load-rates.ts';
import { loadTerms } from './stored-terms.ts';

const chunk = 5_000;

/** What was agreed with an account, with the account. */
export interface AccountTerms {
  readonly accountId: string;
  readonly terms: SubscriptionTerms;
}

/**
 * Works the movements of accounts out anew from their subscriptions, as the workspace recognises revenue, and then what
 * hangs on movements.
 *
 * @param written terms that this write added: all there are of accounts that it made, so those are not read back
 */
export async function rebuildMovements(
  tx: WriteTransaction,
  accountIds: readonly string[],
  written: Iterable<AccountTerms> = [],
): Promise<void> {
  const created = termsByAccount(written, (id) => tx.effects.createdAccounts.has(id));
  for (let start = 0; start < accountIds.length; start += chunk) {
    await rebuildChunk(tx, accountIds.slice(start, start + chunk), created);
  }
  await touchAccounts(tx, accountIds, 'movements');
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

async function rebuildChunk(
  tx: WriteTransaction,
  accountIds: readonly string[],
  created: ReadonlyMap<string, readonly SubscriptionTerms[]>,
): Promise<void> {
  const known = accountIds.filter((id) => !created.has(id));
  const stored = await loadTerms(tx, known);
  const terms = new Map(accountIds.map((id) => [id, created.get(id) ?? stored.get(id) ?? []]));
  const rates = await loadRates(tx, currenciesOf(terms.values()));
  const revenue = new Map<string, RecognisedRevenue>();
  for (const [accountId, agreed] of terms) revenue.set(accountId, recognise(agreed, tx.recognition, rates));
  await replaceMovements(tx, known, revenue);
  await replaceCommitments(tx, known, revenue);
  await flagUnconverted(tx, known, revenue);
}

async function replaceMovements(
  tx: WriteTransaction,
  known: readonly string[],
  revenue: ReadonlyMap<string, RecognisedRevenue>,
): Promise<void> {
  const columns = { account: [] as string[], day: [] as number[], kind: [] as number[], amount: [] as number[] };
  for (const [accountId, { movements }] of revenue) {
    for (const { day, kind, amount } of movements) {
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
}

async function flagUnconverted(
  tx: WriteTransaction,
  known: readonly string[],
  revenue: ReadonlyMap<string, RecognisedRevenue>,
): Promise<void> {
  const unconverted = [...revenue].flatMap(([id, { unconverted: currencies }]) => (currencies.length > 0 ? [id] : []));
  const flagged = [...new Set([...known, ...unconverted])];
  if (flagged.length === 0) return;
  await sql`
    update account set unconverted = not unconverted
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', flagged)})
      and unconverted <> (account_id = any(${arrayOf('uuid', unconverted)}))`.execute(tx.trx);
}

/** The currencies of terms, each as often as it comes. */
export function* currenciesOf(terms: Iterable<readonly SubscriptionTerms[]>): Generator<string> {
  for (const agreed of terms) for (const { currency } of agreed) yield currency;
}

function termsByAccount(
  written: Iterable<AccountTerms>,
  wanted: (accountId: string) => boolean,
): ReadonlyMap<string, readonly SubscriptionTerms[]> {
  const byAccount = new Map<string, SubscriptionTerms[]>();
  for (const { accountId, terms } of written) {
    const agreed = byAccount.get(accountId);
    if (agreed !== undefined) agreed.push(terms);
    else if (wanted(accountId)) byAccount.set(accountId, [terms]);
  }
  return byAccount;
}
