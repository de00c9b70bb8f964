import type { Day } from '../calendar/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { never } from '../ledger/outcome-columns.ts';
import type { FactSource } from '../metric.ts';
import type { Policy } from '../policy.ts';

/** When what a family's metrics say of an account can change. */
export interface ReadingRhythm {
  /** Days on which something happens; a reading changes when one comes into its window and when it leaves it. */
  readonly events: readonly Day[];
  /** Days, both included, on every one of which a reading can change, however little happens; `null`: none. */
  readonly everyDay: { readonly first: Day; readonly last: Day } | null;
  /** How many days after that, besides the look-back, a reading goes on changing. */
  readonly afterwards: number;
}

type Family = FactSource<unknown>['family'];

type Rhythm = (account: Ledger, policy: Policy) => ReadingRhythm;

/**
 * The rhythm of each family over the ledger of one account; a family without one is no input of health, as scores are not. A reading that changes on a day that is not named here would
 * reach the score late, which a property test looks for.
 */
const rhythms = {
  REVENUE: ({ movements, commitments }: Ledger) => ({
    events: [...movements.days, ...commitments.days],
    everyDay: null,
    afterwards: 0,
  }),
  FEEDBACK: ({ responses, exposures }: Ledger) => ({
    events: [...responses.days, ...exposures.days],
    everyDay: null,
    afterwards: 0,
  }),
  PRODUCT: ({ usage, seats, movements }: Ledger, { userAdoptionWeeks }: Policy) => ({
    events: usage.days.length === 0 && seats.days.length === 0 ? [] : [...seats.days, ...movements.days],
    everyDay: spanOf(usage.days),
    afterwards: 7 * userAdoptionWeeks,
  }),
  SUPPORT: ({ tickets, resolutions, movements }: Ledger) => ({
    events:
      tickets.created.length === 0
        ? []
        : [...tickets.created, ...resolutions.days, ...comeToPass(resolutions.until), ...movements.days],
    everyDay: null,
    afterwards: 0,
  }),
  VALUE: ({ milestones, outcomes, advocacy, movements }: Ledger) => ({
    events: [...milestones.days, ...outcomes.due, ...comeToPass(outcomes.reached), ...advocacy.days, ...movements.days],
    everyDay: null,
    afterwards: 0,
  }),
  RENEWALS: ({ contracts }: Ledger) => ({
    events: [...contracts.ends, ...contracts.settled.filter((_, row) => contracts.outcomes[row] !== 0)],
    everyDay: null,
    afterwards: 0,
  }),
  ECONOMICS: ({ movements, costs }: Ledger, { ltvChurnMonths }: Policy) => ({
    events: [],
    everyDay: spanOf(movements.days, costs.starts, costs.ends),
    afterwards: 31 * ltvChurnMonths,
  }),
} satisfies Readonly<Partial<Record<Family, Rhythm>>>;

/** A family of metrics that health can read of one account. */
export type MeasuredFamily = keyof typeof rhythms;

/** Whether it is known when a family's readings change, without which health cannot follow them. */
export function isMeasured(family: Family): family is MeasuredFamily {
  return Object.hasOwn(rhythms, family);
}

/** When a family's readings of the one account of a ledger can change. */
export function rhythmOf(family: Family, account: Ledger, policy: Policy): ReadingRhythm {
  return isMeasured(family) ? rhythms[family](account, policy) : { events: [], everyDay: null, afterwards: 0 };
}

/** The days of what happened, without those of what has not. */
function comeToPass(days: Int32Array): Int32Array {
  return days.filter((day) => day < never);
}

function spanOf(...columns: readonly Int32Array[]): ReadingRhythm['everyDay'] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const days of columns) {
    for (const day of days) {
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first > last ? null : { first, last };
}
