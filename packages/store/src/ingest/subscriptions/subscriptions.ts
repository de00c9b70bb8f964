import type { SubscriptionTerms } from '@plimsoll/metrics';
import { rebuildMovements } from '../../derived/movements.ts';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { Pipeline } from '../../transactions/pipeline.ts';
import { AccountDirectory } from '../account-directory.ts';
import { Batch, itemsOf } from '../batch.ts';
import type { Ingest } from '../ingest.ts';
import { historyKey, type ParsedChange, parseSubscription } from './subscription-change.ts';
import { type ClosedChange, type Difference, SubscriptionHistory } from './subscription-history.ts';
import { insertChanges, loadChanges, updateChanges } from './subscription-rows.ts';

/** Takes changes of subscriptions in and works the movements of every account they touch out anew. */
export function ingestSubscriptions(records: readonly SubscriptionRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseSubscription);
  return async (tx) => {
    const subscriptionIds = [...new Set(parsed.map(({ value }) => value.subscriptionId))];
    const [stored, directory] = await Promise.all([
      loadChanges(tx, source, subscriptionIds),
      AccountDirectory.load(
        tx,
        source,
        parsed.map(({ value }) => value.account),
      ),
    ]);
    const histories = new Map<string, SubscriptionHistory>();
    const historyOf = (change: ParsedChange): SubscriptionHistory => {
      const key = historyKey(change);
      const known = histories.get(key);
      if (known !== undefined) return known;
      const history = new SubscriptionHistory(stored.get(key) ?? []);
      histories.set(key, history);
      return history;
    };
    // Leaving the account's external id out would cost more than all else that is done to a row here.
    const taken = batch.step(parsed, (change) =>
      historyOf(change).put({ ...change, accountId: directory.knownOrNew(change.account) }),
    );
    for (const { index, value } of taken) batch.settle(index, value);
    const difference: Difference = { added: [], changed: [], accountIds: new Set() };
    for (const history of histories.values()) history.addDifference(difference);
    const { added, changed, accountIds } = difference;
    const writes = new Pipeline();
    try {
      await writes.send(directory.create(accountIds));
      await writes.send(insertChanges(tx, source, added));
      await writes.send(updateChanges(tx, source, changed));
      // A change that moves to an account which is made for it is no new one.
      await rebuildMovements(tx, [...accountIds], termsByAccount([...added, ...changed]));
    } finally {
      await writes.done();
    }
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
