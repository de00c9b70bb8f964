import { type ContractOutcome, contractOutcomes, type Day, type ExchangeRates } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { loadRates } from '../../derived/load-rates.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { assignedFrom, type SentColumns, sentRows } from '../../schema/sent-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';
import { loadContracts, type StoredContract } from './contract-rows.ts';

/** What a contract comes to. */
interface Outcome {
  readonly number: number;
  readonly due: number | null;
  readonly outcome: ContractOutcome;
  readonly settledOn: Day | null;
  readonly renewed: number | null;
}

/** Works out anew what contracts of one source come to, which hangs on those that renew them. */
export async function settleContracts(tx: WriteTransaction, source: string, ids: Iterable<string>): Promise<void> {
  const contracts = await loadContracts(tx, source, [...new Set(ids)]);
  if (contracts.length === 0) return;
  const renewals = new Map<string, StoredContract[]>();
  const wanted = contracts.map(({ contractId }) => contractId);
  for (const renewal of await loadContracts(tx, source, wanted, 'renews')) {
    if (renewal.renews === null || renewal.status !== 'signed') continue;
    renewals.set(renewal.renews, [...(renewals.get(renewal.renews) ?? []), renewal]);
  }
  const rates = await loadRates(
    tx,
    [...contracts, ...[...renewals.values()].flat()].map(({ currency }) => currency),
  );
  const settledBefore = await loadSettledDays(
    tx,
    contracts.map(({ number }) => number),
  );
  const outcomes = contracts.map((contract) => outcomeOf(contract, renewals.get(contract.contractId) ?? [], rates));
  await saveOutcomes(tx, outcomes);
  // A contract counts from its renewal day on, and is decided on another, perhaps before.
  const first = firstDays(
    contracts.flatMap(({ accountId, number, endsOn }, place) =>
      [endsOn, settledBefore.get(number), outcomes[place]?.settledOn].flatMap((day) =>
        day == null ? [] : { accountId, day },
      ),
    ),
  );
  await touchAccounts(tx, first.keys(), 'contracts', first);
}

/**
 * What is said of the contract itself goes before what the contracts that renew it say, and both before its going on by
 * itself. Both amounts are taken at the rate of its first day, so that no rate makes a renewal grow or shrink.
 */
function outcomeOf(contract: StoredContract, renewals: readonly StoredContract[], rates: ExchangeRates): Outcome {
  const { number, startsOn, endsOn, amountMinor, currency, autoRenew, lostOn, renewedOn, renewedMinor } = contract;
  const at = (minor: number, of: string): number | null => rates.convert(minor, of, startsOn) ?? null;
  const due = at(amountMinor, currency);
  const renewed = (on: Day, amount: number | null): Outcome => ({
    number,
    due,
    outcome: 'RENEWED',
    settledOn: on,
    renewed: amount,
  });
  if (lostOn !== null) return { number, due, outcome: 'LOST', settledOn: lostOn, renewed: 0 };
  if (renewedOn !== null) return renewed(renewedOn, at(renewedMinor ?? amountMinor, currency));
  const theirs = renewals.filter(({ accountId }) => accountId === contract.accountId);
  if (theirs.length > 0) {
    const amounts = theirs.map((renewal) => at(renewal.amountMinor, renewal.currency));
    const sum = amounts.reduce((total, amount) => (total === null || amount === null ? null : total + amount), 0);
    return renewed(Math.min(...theirs.map((renewal) => renewal.signedOn ?? renewal.startsOn)), sum);
  }
  if (autoRenew) return renewed(endsOn, due);
  return { number, due, outcome: 'NONE', settledOn: null, renewed: 0 };
}

async function loadSettledDays(
  tx: WriteTransaction,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Day | null>> {
  return new Map(
    await packedRows<readonly [number, Day | null]>(
      tx.trx,
      sql`contract_no, ${dayNumber('settled_on')}`,
      sql`from contract where workspace_id = ${tx.workspace} and contract_no = any(${arrayOf('int', numbers)})`,
    ),
  );
}

const settledColumns = {
  due_reporting: ['bigint', ({ due }) => due],
  outcome: ['smallint', ({ outcome }) => contractOutcomes.indexOf(outcome)],
  settled_on: ['date', ({ settledOn }) => settledOn],
  renewed_reporting: ['bigint', ({ renewed }) => renewed],
} as const satisfies SentColumns<Outcome>;

async function saveOutcomes(tx: WriteTransaction, outcomes: readonly Outcome[]): Promise<void> {
  await sql`
    update contract set ${assignedFrom('new', settledColumns)}
    from (select ${sentRows(outcomes, { contract_no: ['int', ({ number }) => number], ...settledColumns })}) as new
    where contract.workspace_id = ${tx.workspace} and contract.contract_no = new.contract_no`.execute(tx.trx);
}

/** Works out anew what contracts in some currencies come to, after their rates changed. */
export async function reconvertContracts(tx: WriteTransaction, currencies: readonly string[]): Promise<void> {
  const rows = await packedRows<readonly [string, string, string | null]>(
    tx.trx,
    sql`source, contract_id, renews`,
    sql`from contract where workspace_id = ${tx.workspace} and currency = any(${arrayOf('text', currencies)})`,
  );
  const bySource = new Map<string, string[]>();
  for (const [source, contractId, renews] of rows) {
    const ids = bySource.get(source) ?? [];
    bySource.set(source, ids);
    ids.push(contractId);
    if (renews !== null) ids.push(renews);
  }
  for (const [source, ids] of bySource) await settleContracts(tx, source, ids);
}
