import type { Day } from '@plimsoll/metrics';
import { fromTheStart } from '../../derived/health/health-due.ts';
import type { ContractRecord } from '../../records/contract.ts';
import { AccountDirectory } from '../account-directory.ts';
import { Batch, itemsOf } from '../batch.ts';
import type { Ingest } from '../ingest.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';
import { settleContracts } from './contract-outcomes.ts';
import { lastContractNumber, loadContracts, type StoredContract, saveContracts } from './contract-rows.ts';
import { parseContract } from './parse-contract.ts';

/** Takes contracts in, each in place of the one with its id, and works out what they and those they renew come to. */
export function ingestContracts(records: readonly ContractRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseContract);
  return async (tx) => {
    const directory = await AccountDirectory.load(
      tx,
      source,
      parsed.map(({ value }) => value.account),
    );
    const placed = batch.step(parsed, ({ account, ...contract }) => ({
      ...contract,
      accountId: directory.known(account, 'accountExternalId'),
    }));
    const known = await loadContracts(
      tx,
      source,
      placed.map(({ value }) => value.contractId),
    );
    const stored = new Map(known.map((contract) => [contract.contractId, contract]));
    const changed = new Map<string, StoredContract>();
    const unsettled = new Set<string>();
    const moved: { readonly accountId: string; readonly day: Day }[] = [];
    let next = (await lastContractNumber(tx)) + 1;
    for (const { index, value } of placed) {
      const before = stored.get(value.contractId);
      const after = { ...value, number: before?.number ?? next };
      if (before !== undefined && isSame(before, after)) continue;
      if (before === undefined) next++;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(after.contractId, after);
      changed.set(after.contractId, after);
      for (const id of [after.contractId, after.renews, before?.renews]) if (id != null) unsettled.add(id);
      if (before === undefined) continue;
      // Of what another account had nothing is left to tell when it was settled.
      moved.push({
        accountId: before.accountId,
        day: before.accountId === after.accountId ? before.endsOn : fromTheStart,
      });
    }
    await saveContracts(tx, source, [...changed.values()]);
    const first = firstDays(moved);
    await touchAccounts(tx, first.keys(), 'contracts', first);
    await settleContracts(tx, source, unsettled);
    return batch.results;
  };
}

function isSame(a: StoredContract, b: StoredContract): boolean {
  return (
    a.accountId === b.accountId &&
    a.startsOn === b.startsOn &&
    a.endsOn === b.endsOn &&
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency &&
    a.autoRenew === b.autoRenew &&
    a.noticeDays === b.noticeDays &&
    a.status === b.status &&
    a.signedOn === b.signedOn &&
    a.renews === b.renews &&
    a.renewedOn === b.renewedOn &&
    a.renewedMinor === b.renewedMinor &&
    a.lostOn === b.lostOn
  );
}
