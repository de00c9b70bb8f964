import type { MetricUnit, MoneyPartsFragment } from '@plimsoll/client';
import { formatNumber } from './number.ts';

/** A number as the graph gives it, with its exact amount when it is money. */
export interface MeasuredValue {
  readonly value: number | null;
  readonly money?: Partial<MoneyPartsFragment> | null;
}

/** A value ready to be shown: `short` as a whole, or `main` as the hero with `unit` smaller beside it; `full` is exact. */
export interface FormattedValue {
  readonly main: string | undefined;
  readonly unit: string | undefined;
  readonly short: string;
  readonly full: string;
}

const FORMATS: Partial<Readonly<Record<MetricUnit, Intl.NumberFormatOptions>>> = {
  FRACTION: { style: 'percent', minimumFractionDigits: 1 },
  MULTIPLE: { maximumFractionDigits: 2 },
  POINTS: { maximumFractionDigits: 0, signDisplay: 'exceptZero' },
};

/**
 * Formats a metric's value in its unit; money is compact as hero ("$1.35" "M") and exact as full text. What is not a
 * finite number gives a dash, never "NaN".
 */
export function formatValue({ value, money }: MeasuredValue, unit: MetricUnit, locale: string): FormattedValue {
  const amount = money?.amount ?? value ?? '–';
  const options = money
    ? ({ style: 'currency', currency: money.currency } as const)
    : (FORMATS[unit] ?? { maximumFractionDigits: 0 });
  const full = formatNumber(amount, locale, options) + (unit === 'MULTIPLE' && value !== null ? '×' : '');
  const short = money
    ? formatNumber(amount, locale, {
        ...options,
        notation: 'compact',
        minimumSignificantDigits: 3,
        maximumSignificantDigits: 3,
      })
    : full;
  // After the last digit, of whatever script, comes what is shown smaller.
  const [main, unitText] = short.split(/(?<=\p{Nd})(?=\P{Nd}*$)/u);
  return { main, unit: unitText, short, full };
}
