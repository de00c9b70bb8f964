import { advocacyKinds } from '../../ledger/advocacy-columns.ts';
import { addNumbers, addPlaces, append } from '../add-facts.ts';

/** What customers achieved in one window, and how they spoke for the product. */
export interface ValueFacts {
  /** Accounts selected; and as many once a milestone is marked as the first value, else 0. */
  accounts: number;
  asked: number;
  /** For each account that reached its first value in the window, the days from its start to that. */
  firstValueDays: number[];
  /** Those that reached it and whose start is not known. */
  unstarted: number;
  /** Accounts that had started and not reached it when the window ended, and the days they had waited by then. */
  waiting: number;
  waitingDays: number;
  /** Customers who left in the window without having reached it. */
  leftWithout: number;
  /** Outcomes due in the window; of those the ones reached by their day, and later but before the window ended. */
  outcomesDue: number;
  outcomesReached: number;
  outcomesReachedLate: number;
  /** How far the due ones were when the window ended, 0…1 each. */
  outcomeProgress: number;
  /** Those of them of which no value was measured and that were not reached. */
  outcomesUnmeasured: number;
  /** Accounts that pay at the window's end; those of them with an act of advocacy in it, and others with one. */
  customers: number;
  advocates: number;
  advocatesNotPaying: number;
  /** Acts of all of these, by the code of their kind. */
  acts: number[];
}

/** Facts of nothing at all. */
export function noValueFacts(): ValueFacts {
  return {
    accounts: 0,
    asked: 0,
    firstValueDays: [],
    unstarted: 0,
    waiting: 0,
    waitingDays: 0,
    leftWithout: 0,
    outcomesDue: 0,
    outcomesReached: 0,
    outcomesReachedLate: 0,
    outcomeProgress: 0,
    outcomesUnmeasured: 0,
    customers: 0,
    advocates: 0,
    advocatesNotPaying: 0,
    acts: advocacyKinds.map(() => 0),
  };
}

/** Facts of several parts together. */
export function mergeValueFacts(parts: readonly ValueFacts[]): ValueFacts {
  const { firstValueDays, acts, ...counts } = noValueFacts();
  for (const { firstValueDays: days, acts: theirs, ...more } of parts) {
    addNumbers(counts, more);
    append(firstValueDays, days);
    addPlaces(acts, theirs);
  }
  return { ...counts, firstValueDays, acts };
}
