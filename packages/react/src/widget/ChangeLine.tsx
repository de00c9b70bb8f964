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

/** A reading's change, where there is one. */
export type Change = NonNullable<ReadingPartsFragment['change']>;

/** Props of {@link ChangeLine}. */
export interface ChangeLineProps
  extends Pick<Change, 'direction' | 'assessment' | 'withinMargin'>,
    Pick<ReadingPartsFragment, 'previous' | 'definition'> {
  /** How far it moved, without a sign. */
  readonly children: string;
  /** The same to the last digit, where that is rounded. */
  readonly title?: string | undefined;
  readonly locale: string;
  readonly labels: typeof changeLabels;
}

/**
 * How far the value moved and against what: an arrow, the amount and words. An amount that rounds to nothing is no change:
 * neither up nor down, neither good nor bad. A window of several units is compared with the one that ended on the day named.
 */
export function ChangeLine(props: ChangeLineProps) {
  const { children, withinMargin, previous, definition, locale, labels } = props;
  // Whatever the script: without its zeros, an amount that shows as nothing has no digit left.
  const isMove = /\p{Nd}/u.test(children.replaceAll(formatNumber(0, locale), ''));
  const { direction, assessment } = isMove ? props : ({ direction: 'FLAT', assessment: 'NEUTRAL' } as const);
  return (
    <p className="pl-change" data-direction={direction} data-tone={withinMargin ? '' : assessment}>
      <b title={props.title}>
        <span className="pl-sr">{`${labels[direction]}, ${labels[assessment]}: `}</span>
        {children}
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
