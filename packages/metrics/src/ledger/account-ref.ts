import type { Ledger } from './ledger.ts';

/** An account by name, wherever it stands in a ledger: what a list can be sorted by and looked up with. */
export interface AccountRef {
  readonly id: string;
  /** The host's own id. */
  readonly externalId: string;
  readonly name: string;
}

/** Names an account of a ledger. */
export function refOf({ accounts }: Ledger, account: number): AccountRef {
  return {
    id: accounts.ids[account] ?? '',
    externalId: accounts.externalIds[account] ?? '',
    name: accounts.names[account] ?? '',
  };
}

/** The order of accounts in a ledger: by external id, and by id where two sources use the same; by code unit. */
export function compareRefs(a: AccountRef, b: AccountRef): number {
  if (a.externalId !== b.externalId) return a.externalId < b.externalId ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

const collator = new Intl.Collator('en', { numeric: true });

/** The order in which people look for names: "Unit 9" comes before "Unit 10". */
export function compareNames(a: AccountRef, b: AccountRef): number {
  return collator.compare(a.name, b.name) || compareRefs(a, b);
}

/** The same of the host's own ids. */
export function compareExternalIds(a: AccountRef, b: AccountRef): number {
  return collator.compare(a.externalId, b.externalId) || compareRefs(a, b);
}
