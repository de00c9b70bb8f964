import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { AccountDirectory } from './account-directory.ts';
import type { Batch, Item } from './batch.ts';

/** A record whose account is known by its internal id. */
export type Placed<Parsed> = Omit<Parsed, 'account'> & { readonly accountId: string };

/** Puts the internal id of each record's account beside the host's; records that name an unknown one are rejected. */
export async function placeOnAccounts<Record, Parsed extends { readonly account: string }>(
  tx: WriteTransaction,
  source: string,
  batch: Batch<Record>,
  parsed: readonly Item<Parsed>[],
): Promise<readonly Item<Placed<Parsed>>[]> {
  const accounts = await AccountDirectory.load(
    tx,
    source,
    parsed.map(({ value }) => value.account),
  );
  // Leaving the host's id out would cost an import more than all else that is done to a record here.
  return batch.step(parsed, (record) => ({
    ...record,
    accountId: accounts.known(record.account, 'accountExternalId'),
  }));
}
