/**
 * A number in the reader's language with a true minus sign; a dash for what is not finite. An exact decimal as a string is formatted as it stands, never through a binary float. What `Intl`
 * refuses, such as a malformed currency code, is shown as it is.
 */
export function formatNumber(value: number | string, locale: string, options?: Intl.NumberFormatOptions): string {
  if (!Number.isFinite(+value)) return '–';
  try {
    // Intl formats a decimal string exactly; the library's type knows only numbers.
    return new Intl.NumberFormat(locale, options).format(value as number).replace('-', '−');
  } catch {
    return `${value}`;
  }
}

/** A fraction as a whole percentage: 0.576 reads "58%". */
export function formatPercent(fraction: number, locale: string): string {
  return formatNumber(fraction, locale, { style: 'percent' });
}

/** A score from −100 to 100 with its sign: +42, −8, 0. */
export function formatPoints(points: number | null, locale: string): string {
  return formatNumber(points ?? Number.NaN, locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
}
