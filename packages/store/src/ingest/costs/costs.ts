import { loadRates } from '../../derived/load-rates.ts';
import type { CostRecord } from '../../records/cost.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { AccountDirectory } from '../account-directory.ts';
import { Batch, itemsOf } from '../batch.ts';
import type { Ingest } from '../ingest.ts';
import { settleChanges } from '../settle-changes.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';
import { type Cost, converted, loadCosts, loadCostsIn, saveCosts } from './cost-rows.ts';
import { parseCost } from './parse-cost.ts';

/** Takes costs in, each in place of the one with its id. */
export function ingestCosts(records: readonly CostRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseCost);
  return async (tx) => {
    const directory = await AccountDirectory.load(
      tx,
      source,
      parsed.flatMap(({ value }) => value.account ?? []),
    );
    const placed = batch.step(parsed, ({ account, ...cost }) => ({
      ...cost,
      source,
      accountId: account === undefined ? null : directory.known(account, 'accountExternalId'),
    }));
    const rates = await loadRates(
      tx,
      placed.map(({ value }) => value.currency),
    );
    const stored = await loadCosts(
      tx,
      source,
      placed.map(({ value }) => value.externalId),
    );
    const { written, replaced } = settleChanges(
      batch,
      batch.step(placed, (cost) => converted(cost, rates)),
      stored,
      { keyOf: ({ externalId }) => externalId, isSame },
    );
    await saveCosts(tx, written);
    await touchCosts(tx, [...replaced, ...written]);
    return batch.results;
  };
}

/** Converts the costs in some currencies anew, after their rates changed. */
export async function reconvertCosts(tx: WriteTransaction, currencies: readonly string[]): Promise<void> {
  const rates = await loadRates(tx, currencies);
  const changed = (await loadCostsIn(tx, currencies)).flatMap((cost) => {
    const after = converted(cost, rates);
    return after.reportingMinor === cost.reportingMinor ? [] : [after];
  });
  await saveCosts(tx, changed);
  await touchCosts(tx, changed);
}

/** A cost is spread over the days from its start on, so that it changes nothing before. */
async function touchCosts(tx: WriteTransaction, costs: readonly Cost[]): Promise<void> {
  const first = firstDays(
    costs.flatMap(({ accountId, startsOn }) => (accountId === null ? [] : [{ accountId, day: startsOn }])),
  );
  await touchAccounts(tx, first.keys(), 'costs', first);
}

function isSame(a: Cost, b: Cost): boolean {
  return (
    a.accountId === b.accountId &&
    a.category === b.category &&
    a.startsOn === b.startsOn &&
    a.endsOn === b.endsOn &&
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency
  );
}
