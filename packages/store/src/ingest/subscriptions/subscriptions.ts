import { type AccountTerms, rebuildMovements } from '../../derived/movements.ts';
import type { RecordResult } from '../../records/batch.ts';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { Pipeline } from '../../transactions/pipeline.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { AccountDirectory } from '../account-directory.ts';
import { Batch, itemsOf } from '../batch.ts';
import { historyKey, type ParsedChange, parseSubscription } from './subscription-change.ts';
import { type ClosedChange, type Difference, SubscriptionHistory } from './subscription-history.ts';
import { insertChanges, loadChanges, updateChanges } from './subscription-rows.ts';

/** Takes changes of subscriptions in and works the movements of every account they touch out anew. */
export async function ingestSubscriptions(
  tx: WriteTransaction,
  records: readonly SubscriptionRecord[],
  source: string,
): Promise<readonly RecordResult[]> {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseSubscription);
  const subscriptionIds = [...new Set(parsed.map(({ value }) => value.subscriptionId))];
  const stored = await loadChanges(tx, source, subscriptionIds);
  const directory = await AccountDirectory.load(
    tx,
    source,
    parsed.map(({ value }) => value.account),
  );
  const histories = new Map<string, SubscriptionHistory>();
  const historyOf = (change: ParsedChange): SubscriptionHistory => {
    const key = historyKey(change);
    const known = histories.get(key) ?? new SubscriptionHistory(stored.get(key) ?? []);
    histories.set(key, known);
    return known;
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
    await rebuildMovements(tx, [...accountIds], added.flatMap(termsOf));
  } finally {
    await writes.done();
  }
  return batch.results;
}

/** A change as revenue is recognised from it; nothing where none ever is. */
function termsOf(change: ClosedChange): readonly AccountTerms[] {
  const { accountId, subscriptionId, startsOn, closesOn, currency, annualMinor, amountMinor } = change;
  const { kind, ...terms } = change.terms;
  switch (kind) {
    case 'recurring':
      return [
        {
          accountId,
          terms: { kind, subscription: subscriptionId, startsOn, endsOn: closesOn, currency, annualMinor, ...terms },
        },
      ];
    case 'metered':
      if (closesOn === null) return [];
      return [{ accountId, terms: { kind, startsOn, endsOn: closesOn, currency, chargedMinor: amountMinor } }];
    case 'oneTime':
      return [];
  }
}
