/** Names a day in the reader's language: "2 Oct 2026". No time zone is involved; text that is no day is given back. */
export function formatDay(day: string, locale: string): string {
  try {
    return new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(day));
  } catch {
    return day;
  }
}
