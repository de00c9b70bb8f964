import type { MetricUnit, MoneyPartsFragment } from '@plimsoll/client';
import { formatNumber } from './number.ts';

/** A number as the graph gives it, with its exact amount when it is money. */
export interface MeasuredValue {
  readonly value: number | null;
  readonly money?: MoneyPartsFragment | null;
}

/** A value ready to be shown: `main` is the hero, `unit` stands smaller beside it, `full` is exact. */
export interface FormattedValue {
  readonly main: string | undefined;
  readonly unit: string | undefined;
  readonly full: string;
}

/**
 * Formats a metric's value in its unit; money is compact as hero ("$1.35" "M") and exact as full text. Gives
 * `undefined` for what is not a finite number, so that a view can say so instead of showing it.
 */
export function formatValue(
  { value, money }: MeasuredValue,
  unit: MetricUnit,
  locale: string,
): FormattedValue | undefined {
  if (!Number.isFinite(value)) return undefined;
  const isFraction = unit === 'FRACTION';
  const isMultiple = unit === 'MULTIPLE';
  const options: Intl.NumberFormatOptions = money
    ? { style: 'currency', currency: money.currency }
    : {
        style: isFraction ? 'percent' : 'decimal',
        minimumFractionDigits: +isFraction,
        maximumFractionDigits: +isFraction || +isMultiple * 2,
        signDisplay: unit === 'POINTS' ? 'exceptZero' : 'auto',
      };
  const amount = money?.amount ?? Number(value);
  const full = formatNumber(amount, locale, options) + (isMultiple ? '×' : '');
  const short = money
    ? formatNumber(amount, locale, {
        ...options,
        notation: 'compact',
        minimumSignificantDigits: 3,
        maximumSignificantDigits: 3,
      })
    : full;
  // After the last digit, of whatever script, comes what is shown smaller.
  const [main, rest] = short.split(/(?<=\p{Nd})(?=\P{Nd}*$)/u);
  return { main, unit: rest, full };
}

/** The exact form, for tables and for the spoken version of a picture; a dash for what is not a number. */
export function fullValue(value: MeasuredValue, unit: MetricUnit, locale: string): string {
  return formatValue(value, unit, locale)?.full ?? '–';
}
