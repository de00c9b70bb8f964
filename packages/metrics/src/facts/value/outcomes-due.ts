import type { Ledger } from '../../ledger/ledger.ts';
import { never } from '../../ledger/outcome-columns.ts';
import type { Window } from '../../metric.ts';
import type { ValueFacts } from './value-facts.ts';

/** Adds the outcomes of an account that are due in a window, as they stood when it ended. */
export function addOutcomes(facts: ValueFacts, { outcomes: table }: Ledger, account: number, window: Window): void {
  const until = table.offsets[account + 1] ?? 0;
  for (let row = table.offsets[account] ?? 0; row < until; ) {
    const outcome = table.outcomes[row];
    const due = table.due[row] ?? never;
    const reached = table.reached[row] ?? never;
    let progress = 0;
    let measured = false;
    for (; row < until && table.outcomes[row] === outcome; row++) {
      if ((table.days[row] ?? never) >= window.end) continue;
      progress = table.progress[row] ?? 0;
      measured = true;
    }
    if (due < window.start || due >= window.end) continue;
    facts.outcomesDue++;
    if (reached >= window.end) {
      facts.outcomeProgress += progress;
      if (!measured) facts.outcomesUnmeasured++;
      continue;
    }
    // What was reached stays reached, whatever is measured later.
    facts.outcomeProgress++;
    if (reached <= due) facts.outcomesReached++;
    else facts.outcomesReachedLate++;
  }
}
