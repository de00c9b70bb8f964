import { balanceBefore, type Ledger } from '../../ledger/ledger.ts';
import type { Window } from '../../metric.ts';
import type { ValueFacts } from './value-facts.ts';

/** Adds whether an account pays at a window's end, and how it spoke for the product in the window. */
export function addAdvocacy(facts: ValueFacts, ledger: Ledger, account: number, { start, end }: Window): void {
  const { offsets, days, kinds } = ledger.advocacy;
  const pays = balanceBefore(ledger, account, end) > 0;
  if (pays) facts.customers++;
  let acted = false;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = days[row] ?? 0;
    if (day < start || day >= end) continue;
    const kind = kinds[row] ?? 0;
    facts.acts[kind] = (facts.acts[kind] ?? 0) + 1;
    acted = true;
  }
  if (!acted) return;
  if (pays) facts.advocates++;
  else facts.advocatesNotPaying++;
}
