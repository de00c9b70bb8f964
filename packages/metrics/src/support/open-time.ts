import type { Day } from '../calendar/day.ts';
import { instantOf } from '../calendar/local-time.ts';
import { dayInZone } from '../calendar/zone.ts';
import type { ScheduleVersion } from './schedule.ts';

/** One version with what was found out about its days. */
interface Era {
  readonly version: ScheduleVersion;
  /** The instant from which it is in force; the first era's hold is not known of before it. */
  readonly from: number;
  readonly until: number;
  readonly holidays: ReadonlySet<Day>;
  readonly days: Map<Day, OpenDay>;
}

/** A day's open stretches as instants: `[opens, closes)`, one after the other, and their length. */
interface OpenDay {
  readonly stretches: readonly (readonly [number, number])[];
  readonly length: number;
}

/**
 * The open time of one schedule. At each moment the version in force then counts, so that a change of hours never
 * rewrites what came before it. It opens when the clocks of its zone first reach the hour and closes when they first
 * reach the other, so a day on which clocks move is as long as it is. What it finds out about a day it keeps.
 *
 * @example
 * const times = new OpenTime([{ validFrom, timeZone: 'Europe/Berlin', hours: nineToFive, holidays: [] }]);
 * times.secondsBetween(fridayAtFour, mondayAtTen); // 7,200
 */
export class OpenTime {
  readonly #eras: readonly Era[];

  /** @param versions in any order; each `validFrom` once */
  constructor(versions: readonly ScheduleVersion[]) {
    const started = versions
      .map((version) => ({ version, from: instantOf(version.validFrom, 0, version.timeZone) }))
      .sort((a, b) => a.from - b.from);
    this.#eras = started.map(({ version, from }, index) => ({
      version,
      from,
      until: started[index + 1]?.from ?? Number.POSITIVE_INFINITY,
      holidays: new Set(version.holidays),
      days: new Map(),
    }));
  }

  /**
   * Whole seconds of open time between two instants in milliseconds; 0 where the second is not after the first.
   *
   * @returns `null` where the first lies before any version is in force: its hours are not known
   */
  secondsBetween(from: number, until: number): number | null {
    if (this.#eras.length === 0 || from < (this.#eras[0]?.from ?? 0)) return null;
    let open = 0;
    for (const era of this.#eras) {
      const start = Math.max(from, era.from);
      const end = Math.min(until, era.until);
      if (start < end) open += openWithin(era, start, end);
    }
    return Math.floor(open / 1000);
  }
}

function openWithin(era: Era, start: number, end: number): number {
  const { timeZone } = era.version;
  const first = dayInZone(start, timeZone);
  const last = dayInZone(end, timeZone);
  let open = 0;
  for (let day = first; day <= last; day++) {
    const { stretches, length } = openDay(era, day);
    if (day > first && day < last) open += length;
    else for (const [opens, closes] of stretches) open += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
  }
  return open;
}

function openDay(era: Era, day: Day): OpenDay {
  const known = era.days.get(day);
  if (known !== undefined) return known;
  const { hours, timeZone } = era.version;
  // 1970-01-01 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  const stretches = era.holidays.has(day)
    ? []
    : hours
        .filter((stretch) => stretch.weekday === weekday)
        .map(({ opens, closes }) => [instantOf(day, opens, timeZone), instantOf(day, closes, timeZone)] as const);
  const found = { stretches, length: stretches.reduce((sum, [opens, closes]) => sum + closes - opens, 0) };
  era.days.set(day, found);
  return found;
}
