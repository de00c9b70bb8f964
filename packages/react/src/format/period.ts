/** A period, or any two days with the first inside and the second not. */
export interface Days {
  readonly start: string;
  readonly end: string;
  /** What it is a whole number of; nothing finer is named. */
  readonly unit?: string | null;
}

/**
 * Names a period in the reader's language: "2026", "Oct 2026", "Jul – Sep 2026", "Nov 2025 – Oct 2026",
 * "14 – 21 Nov 2026"; as a day, the last one inside it. No time zone is involved; text that is no day is given back.
 */
export function formatPeriod({ start, end, unit }: Days, locale: string, asDay?: boolean): string {
  // A month, a quarter or a year; not a day, a week or what is no whole unit.
  const byDay = asDay || !/[MR]/.test(`${unit}`);
  try {
    const last = Date.parse(end) - 864e5;
    return new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: byDay || unit !== 'YEAR' ? 'short' : undefined,
      day: byDay ? 'numeric' : undefined,
      timeZone: 'UTC',
    }).formatRange(asDay ? last : Date.parse(start), last);
  } catch {
    return end;
  }
}
