import type { ReadingPartsFragment } from '@plimsoll/client';
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

/** A reading's change, where there is one. */
export type Change = NonNullable<ReadingPartsFragment['change']>;

/** Props of {@link ChangeLine}. */
export interface ChangeLineProps
  extends Pick<Change, 'direction' | 'assessment' | 'withinMargin'>,
    Pick<ReadingPartsFragment, 'previous' | 'definition'> {
  /** How far it moved, without a sign. */
  readonly children?: string | undefined;
  /** The same to the last digit, where that is rounded. */
  readonly title?: string | undefined;
  readonly locale: string;
  readonly labels: typeof changeLabels;
}

/**
 * How far the value moved and against what: an arrow, the amount and words. A window of several units is compared with
 * the one that ended on the day named.
 */
export function ChangeLine(props: ChangeLineProps) {
  const { direction, assessment, withinMargin, previous, definition, locale, labels } = props;
  return (
    <p className="pl-change" data-direction={direction} data-tone={withinMargin ? '' : assessment}>
      <b title={props.title}>
        <span className="pl-sr">{`${labels[direction]}, ${labels[assessment]}: `}</span>
        {props.children}
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
