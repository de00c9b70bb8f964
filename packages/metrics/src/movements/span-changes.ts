import type { Day } from '../calendar/day.ts';
import type { RecurringSpan } from './account-movements.ts';

/** By how much a currency's worth changes on a day, in annualised native minor units. */
export interface SpanChange {
  readonly day: Day;
  readonly currency: string;
  readonly by: number;
}

/** What begins and ends on which day: lists by day, each currency at most once a day. */
export interface SpanChanges {
  /** Of what spans are worth. */
  readonly native: readonly SpanChange[];
  /** Of how much of that is set to cancel. */
  readonly cancelling: readonly SpanChange[];
}

/** Lays spans out by the days on which they begin and end. Free and empty ones change nothing. */
export function spanChanges(spans: readonly RecurringSpan[]): SpanChanges {
  // Lists rather than maps, as accounts are worked out by the hundred thousand and most have two changes.
  const native: SpanChange[] = [];
  const cancelling: SpanChange[] = [];
  for (const { startsOn, endsOn, annualMinor, currency, cancellingFrom = null } of spans) {
    if (annualMinor === 0 || (endsOn !== null && endsOn <= startsOn)) continue;
    native.push({ day: startsOn, currency, by: annualMinor });
    if (endsOn !== null) native.push({ day: endsOn, currency, by: -annualMinor });
    if (cancellingFrom === null || (endsOn !== null && cancellingFrom >= endsOn)) continue;
    cancelling.push({ day: Math.max(startsOn, cancellingFrom), currency, by: annualMinor });
    if (endsOn !== null) cancelling.push({ day: endsOn, currency, by: -annualMinor });
  }
  return { native: netted(native), cancelling: netted(cancelling) };
}

/** Changes by day, those of one day and currency added up. */
function netted(changes: SpanChange[]): readonly SpanChange[] {
  if (changes.length < 2) return changes;
  changes.sort((a, b) => a.day - b.day);
  const net: SpanChange[] = [];
  let today = 0;
  for (const change of changes) {
    if (net[today]?.day !== change.day) today = net.length;
    let at = today;
    while (at < net.length && net[at]?.currency !== change.currency) at++;
    const before = net[at];
    net[at] = before === undefined ? change : { ...change, by: before.by + change.by };
  }
  return net;
}
