import type { Day } from '../calendar/day.ts';
import { csmTrait } from './csm-columns.ts';
import type { Ledger } from './ledger.ts';
import type { Selection } from './selection.ts';
import { traitChanged, traitColumn } from './trait-history.ts';

/** Which CSMs serve the accounts of a selection, and how many each. */
export interface CsmShares {
  /** Index of each account's CSM; -1 for one without, or whose CSM is not known. */
  readonly csmOf: Int32Array;
  /** How many accounts of the selection each CSM serves. */
  readonly accounts: Uint32Array;
}

// A selection belongs to one ledger and neither ever changes.
const known = new WeakMap<Selection, Map<Day | undefined, CsmShares>>();

/** How the accounts of a selection are shared out among CSMs on a day. */
export function csmShares(ledger: Ledger, selection: Selection, on: Day): CsmShares {
  const found = known.get(selection) ?? new Map<Day | undefined, CsmShares>();
  known.set(selection, found);
  // Where no account ever changed hands, every day is the same.
  const day = traitChanged(ledger, csmTrait) ? on : undefined;
  const shares = found.get(day) ?? shareOut(ledger, selection, day);
  found.set(day, shares);
  return shares;
}

function shareOut(ledger: Ledger, { indices }: Selection, on: Day | undefined): CsmShares {
  const {
    accounts: { count },
    csms,
  } = ledger;
  const column = traitColumn(ledger, csmTrait, on);
  const indexOf = new Map(csms.ids.map((id, index) => [id, index]));
  const ofValue = Int32Array.from(column.values, (value) => indexOf.get(value) ?? -1);
  const csmOf = new Int32Array(count).fill(-1);
  const accounts = new Uint32Array(csms.ids.length);
  for (const account of indices) {
    const csm = ofValue[column.codes[account] ?? 0] ?? -1;
    if (csm < 0) continue;
    csmOf[account] = csm;
    accounts[csm] = (accounts[csm] ?? 0) + 1;
  }
  return { csmOf, accounts };
}
