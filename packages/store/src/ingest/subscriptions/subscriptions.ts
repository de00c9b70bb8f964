import type { SubscriptionTerms } from '@plimsoll/metrics';
import { rebuildMovements } from '../../derived/movements.ts';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { AccountDirectory } from '../account-directory.ts';
import { Batch, itemsOf } from '../batch.ts';
import type { Ingest } from '../ingest.ts';
import { historyKey, parseSubscription } from './subscription-change.ts';
import { type ClosedChange, type Difference, SubscriptionHistory } from './subscription-history.ts';
import { insertChanges, loadChanges, updateChanges } from './subscription-rows.ts';

/** How many subscriptions are looked at while the database writes those before them. */
const subscriptionsAtOnce = 2_500;

/** Takes changes of subscriptions in and works the movements of every account they touch out anew. */
export function ingestSubscriptions(records: readonly SubscriptionRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseSubscription);
  const subscriptions = [...Map.groupBy(parsed, ({ value }) => historyKey(value))];
  return async (tx) => {
    const [stored, directory] = await Promise.all([
      loadChanges(tx, source, new Set(parsed.map(({ value }) => value.subscriptionId))),
      AccountDirectory.load(
        tx,
        source,
        parsed.map(({ value }) => value.account),
      ),
    ]);
    const written: ClosedChange[] = [];
    const touched = new Set<string>();
    for (let start = 0; start < subscriptions.length; start += subscriptionsAtOnce) {
      const difference: Difference = { added: [], changed: [], accountIds: new Set() };
      for (const [key, changes] of subscriptions.slice(start, start + subscriptionsAtOnce)) {
        const history = new SubscriptionHistory(stored.get(key) ?? []);
        // Leaving the account's external id out would cost more than all else that is done to a row here.
        const taken = batch.step(changes, (change) =>
          history.put({ ...change, accountId: directory.knownOrNew(change.account) }),
        );
        for (const { index, value } of taken) batch.settle(index, value);
        history.addDifference(difference);
      }
      const { added, changed, accountIds } = difference;
      await tx.writes.send(directory.create(accountIds));
      await tx.writes.send(insertChanges(tx, source, added));
      await tx.writes.send(updateChanges(tx, source, changed));
      for (const change of added) written.push(change);
      for (const change of changed) written.push(change);
      for (const id of accountIds) touched.add(id);
    }
    // A change that moves to an account which is made for it is no new one.
    await rebuildMovements(tx, [...touched], termsByAccount(written));
    return batch.results;
  };
}

/** Changes as revenue is recognised from them, by account; those from which none ever is are left out. */
function termsByAccount(changes: readonly ClosedChange[]): ReadonlyMap<string, readonly SubscriptionTerms[]> {
  const byAccount = new Map<string, SubscriptionTerms[]>();
  for (const change of changes) {
    const terms = termsOf(change);
    if (terms === undefined) continue;
    const agreed = byAccount.get(change.accountId);
    if (agreed === undefined) byAccount.set(change.accountId, [terms]);
    else agreed.push(terms);
  }
  return byAccount;
}

// Written out: spreading the terms would cost an import of plain prices more than recognising them does.
function termsOf(change: ClosedChange): SubscriptionTerms | undefined {
  const { startsOn, closesOn, currency, annualMinor } = change;
  const { kind, status, cancelledOn, signedOn, discount } = change.terms;
  switch (kind) {
    case 'recurring':
      return {
        kind,
        subscription: change.subscriptionId,
        startsOn,
        endsOn: closesOn,
        currency,
        annualMinor,
        status,
        cancelledOn,
        signedOn,
        discount,
      };
    case 'metered':
      return closesOn === null
        ? undefined
        : { kind, startsOn, endsOn: closesOn, currency, chargedMinor: change.amountMinor };
    case 'oneTime':
      return undefined;
  }
}
