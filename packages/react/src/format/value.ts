import type { MetricUnit, MoneyPartsFragment } from '@plimsoll/client';
import { formatNumber } from './number.ts';

/** A number as the graph gives it, with its exact amount when it is money. */
export interface MeasuredValue {
  readonly value: number | null;
  readonly money?: Partial<MoneyPartsFragment> | null | undefined;
}

/**
 * Formats a metric's value in its unit, to the last digit; as `hero` money is compact ("$1.35M"). Seconds read as minutes
 * or hours, never as days, which in business hours are no 24 of these. What is not a finite number gives a dash, never
 * "NaN".
 */
export function formatValue(
  { value, money }: MeasuredValue,
  unit: MetricUnit | 'MINUTES' | 'HOURS',
  locale: string,
  hero?: boolean,
): string {
  if (unit === 'DURATION' && value !== null) {
    return value < 3600
      ? formatValue({ value: value / 60 }, 'MINUTES', locale)
      : formatValue({ value: value / 3600 }, 'HOURS', locale);
  }
  const options: Intl.NumberFormatOptions = money
    ? {
        style: 'currency',
        currency: money.currency,
        ...(hero && { notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3 }),
      }
    : // MONTHS, DAYS, HOURS and MINUTES, by the names that Intl has for them.
      /[^T]S$/.test(unit)
      ? { style: 'unit', unit: unit.slice(0, -1).toLowerCase(), unitDisplay: 'long', maximumFractionDigits: 1 }
      : unit === 'FRACTION'
        ? { style: 'percent', minimumFractionDigits: 1 }
        : // Scores and points are read as whole numbers; a count can be a mean.
          { maximumFractionDigits: /^[SP]/.test(unit) ? 0 : 2 };
  return (
    formatNumber(money?.amount ?? `${value}`, locale, options) + (unit === 'MULTIPLE' && value !== null ? '×' : '')
  );
}
