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
  const moved = { value, money: money && { currency: money.currency } };
  return {
    title: formatValue(moved, unit, locale),
    // Counts and money.
    children:
      /[TY]$/.test(unit) && relative !== null
        ? formatValue({ value: Math.abs(relative) }, 'FRACTION', locale)
        : formatValue(moved, unit, locale, true),
  };
}
