import { type Day, dayOf, daysInMonth, formatDay, partsOf } from '@plimsoll/metrics';

/** Months that the demo tells, the current one included. Customers who were there before began up to two years earlier. */
export const months = 30;

/** Months before the first one in which the opening customers signed. */
export const monthsBefore = 24;

/** Months counted from the demo's first: 0 is the first, `months − 1` the current one, negative ones lie before. */
export class Timeline {
  readonly #year: number;
  readonly #month: number;

  /** @param endMonth the last month, as `2026-11` */
  constructor(endMonth: string) {
    const [year, month] = endMonth.split('-').map(Number);
    if (year === undefined || month === undefined || !(month >= 1 && month <= 12))
      throw new RangeError(`Timeline: "${endMonth}" is not a month. The demo ends with one. Write it as 2026-11.`);
    this.#year = year;
    this.#month = month - (months - 1);
  }

  /** The day `date` of a month, held to the month's last day. */
  day(month: number, date: number): Day {
    const first = dayOf(this.#year, this.#month + month, 1);
    const { year, month: calendarMonth } = partsOf(first);
    return first + Math.min(date, daysInMonth(year, calendarMonth)) - 1;
  }

  /** The same as text. */
  date(month: number, date: number): string {
    return formatDay(this.day(month, date));
  }

  /** 1…12. */
  calendarMonth(month: number): number {
    return partsOf(this.day(month, 1)).month;
  }

  /** The number of the month that holds a day. */
  monthOf(day: Day): number {
    const { year, month } = partsOf(day);
    return (year - this.#year) * 12 + month - this.#month;
  }
}
