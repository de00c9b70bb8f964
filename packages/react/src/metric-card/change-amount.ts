import type { ReadingPartsFragment } from '@plimsoll/client';
import { formatNumber } from '../format/number.ts';
import { formatValue } from '../format/value.ts';
import type { Change, ChangeLineProps } from '../widget/ChangeLine.tsx';

/**
 * How far a reading moved, without a sign: money and counts as a share of what was, or compact where there was nothing
 * to take a share of, with the exact amount as title; shares in points.
 */
export function changeAmount(
  { relative, absolute }: Change,
  { definition: { unit }, money }: Pick<ReadingPartsFragment, 'definition' | 'money'>,
  locale: string,
  points: string,
): Pick<ChangeLineProps, 'children' | 'title'> {
  const value = Math.abs(absolute);
  if (unit === 'FRACTION') {
    return { children: `${formatNumber(value * 100, locale, { maximumFractionDigits: 1 })} ${points}` };
  }
  const { short, full } = formatValue({ value, money: money && { currency: money.currency } }, unit, locale);
  return {
    title: full,
    // Counts and money.
    children:
      relative !== null && /[TY]$/.test(unit)
        ? formatValue({ value: Math.abs(relative) }, 'FRACTION', locale).full
        : short,
  };
}
