import type { ReadingPartsFragment } from '@plimsoll/client';
import { formatNumber } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';

/** Words for a change against an earlier period. */
export const changeLabels = {
  UP: 'Up',
  DOWN: 'Down',
  FLAT: 'Unchanged',
  BETTER: 'better',
  WORSE: 'worse',
  NEUTRAL: 'neutral',
  points: 'pts',
  versus: 'vs {period}',
  withinMargin: 'within the margin',
};

/** Props of {@link ChangeLine}. */
export interface ChangeLineProps extends Pick<ReadingPartsFragment, 'change' | 'previous' | 'definition'> {
  readonly locale: string;
  readonly labels: typeof changeLabels;
}

/**
 * How far the value moved and against what: an arrow, the amount and words. A window of several units is compared with
 * the one that ended on the day named. Draws nothing without a change.
 */
export function ChangeLine({ change, previous, definition, locale, labels }: ChangeLineProps) {
  if (!change) return null;
  const { unit } = definition;
  const { direction, assessment, withinMargin, relative, absolute } = change;
  const asShare = relative !== null && /MONEY|COUNT/.test(unit);
  const isFraction = unit === 'FRACTION';
  return (
    <p className="pl-change" data-direction={direction} data-tone={withinMargin ? '' : assessment}>
      <b>
        <span className="pl-sr">{`${labels[direction]}, ${labels[assessment]}: `}</span>
        {formatNumber(Math.abs(asShare ? relative : isFraction ? absolute * 100 : absolute), locale, {
          style: asShare ? 'percent' : 'decimal',
          maximumFractionDigits: 1,
        })}{' '}
        {isFraction && labels.points}
      </b>{' '}
      {previous &&
        labels.versus.replace(
          '{period}',
          formatPeriod(previous.period, locale, definition.balance || previous.period.count !== 1),
        )}
      {withinMargin && `, ${labels.withinMargin}`}
    </p>
  );
}
