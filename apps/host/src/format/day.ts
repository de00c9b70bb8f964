/** An instant's day where the reader is, such as `21 Nov 2026`. */
export function formatDay(instant: string): string {
  return new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant));
}
