import { csmTrait } from './csm-columns.ts';
import type { Ledger } from './ledger.ts';
import type { Selection } from './selection.ts';

/** Which CSMs serve the accounts of a selection, and how many each. */
export interface CsmShares {
  /** Index of each account's CSM; -1 for one without, or whose CSM is not known. */
  readonly csmOf: Int32Array;
  /** How many accounts of the selection with the same CSM come before the account. */
  readonly position: Uint32Array;
  /** How many accounts of the selection each CSM serves. */
  readonly accounts: Uint32Array;
}

// A selection belongs to one ledger and neither ever changes.
const known = new WeakMap<Selection, CsmShares>();

/** How the accounts of a selection are shared out among CSMs. */
export function csmShares(ledger: Ledger, selection: Selection): CsmShares {
  const found = known.get(selection) ?? shareOut(ledger, selection);
  known.set(selection, found);
  return found;
}

function shareOut({ accounts: { count, traits }, csms }: Ledger, { indices }: Selection): CsmShares {
  const column = traits.get(csmTrait);
  const indexOf = new Map(csms.ids.map((id, index) => [id, index]));
  const ofValue = Int32Array.from(column?.values ?? [], (value) => indexOf.get(value) ?? -1);
  const csmOf = new Int32Array(count).fill(-1);
  const position = new Uint32Array(count);
  const accounts = new Uint32Array(csms.ids.length);
  for (const account of indices) {
    const csm = ofValue[column?.codes[account] ?? 0] ?? -1;
    if (csm < 0) continue;
    csmOf[account] = csm;
    position[account] = accounts[csm] ?? 0;
    accounts[csm] = (accounts[csm] ?? 0) + 1;
  }
  return { csmOf, position, accounts };
}
