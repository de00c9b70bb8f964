import type { Day } from '../calendar/day.ts';
import type { RecurringSpan } from './account-movements.ts';

/** Net changes by day and currency, in annualised native minor units. */
type Changes = ReadonlyMap<Day, ReadonlyMap<string, number>>;

/** What begins and ends on which day. */
export interface SpanChanges {
  /** Of what spans are worth. */
  readonly native: Changes;
  /** Of how much of that is set to cancel. */
  readonly cancelling: Changes;
}

// Most accounts have nothing of the kind, and are worked out by the hundred thousand.
const nothing: Changes = new Map();

/** Lays spans out by the days on which they begin and end. Free and empty ones change nothing. */
export function spanChanges(spans: readonly RecurringSpan[]): SpanChanges {
  const native = new Map<Day, Map<string, number>>();
  let cancelling: Map<Day, Map<string, number>> | undefined;
  for (const { startsOn, endsOn, annualMinor, currency, cancellingFrom = null } of spans) {
    if (annualMinor === 0 || (endsOn !== null && endsOn <= startsOn)) continue;
    add(native, startsOn, currency, annualMinor);
    if (endsOn !== null) add(native, endsOn, currency, -annualMinor);
    if (cancellingFrom === null || (endsOn !== null && cancellingFrom >= endsOn)) continue;
    cancelling ??= new Map();
    add(cancelling, Math.max(startsOn, cancellingFrom), currency, annualMinor);
    if (endsOn !== null) add(cancelling, endsOn, currency, -annualMinor);
  }
  return { native, cancelling: cancelling ?? nothing };
}

function add(changes: Map<Day, Map<string, number>>, day: Day, currency: string, amount: number): void {
  const byCurrency = changes.get(day) ?? new Map<string, number>();
  byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount);
  changes.set(day, byCurrency);
}
