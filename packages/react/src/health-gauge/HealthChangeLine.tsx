import type { HealthPartsFragment } from '@plimsoll/client';
import { formatDay } from '../format/day.ts';
import { formatNumber } from '../format/number.ts';
import type { HealthGaugeLabels } from './health-gauge-labels.ts';

/** Props of {@link HealthChangeLine}. */
export interface HealthChangeLineProps {
  readonly change: HealthPartsFragment['change'];
  readonly locale: string;
  readonly labels: HealthGaugeLabels;
}

const tones = { UP: 'BETTER', DOWN: 'WORSE', FLAT: 'NEUTRAL' };

/**
 * How far the score moved, since when, and through which factors. What rounds to nothing is no change and moved nothing.
 * Draws nothing without a change.
 */
export function HealthChangeLine({ change, locale, labels }: HealthChangeLineProps) {
  if (!change) return null;
  const { amount, since, factors } = change;
  const shown = Math.round(amount);
  const direction = shown === 0 ? 'FLAT' : shown < 0 ? 'DOWN' : 'UP';
  const moved = factors
    .filter((factor) => Math.round(factor.amount) !== 0)
    .slice(0, 2)
    .map(
      ({ label, amount }) =>
        ` ${label} ${formatNumber(Math.round(amount), locale, { maximumFractionDigits: 0, signDisplay: 'always' })}`,
    );
  return (
    <p className="pl-change" data-direction={direction} data-tone={tones[direction]}>
      <b>
        <span className="pl-sr">{labels[direction]} </span>
        {formatNumber(Math.abs(shown), locale)}
      </b>{' '}
      {labels.since.replace('{day}', formatDay(since, locale))}
      {moved.length > 0 && `, ${labels.from}${moved}`}
    </p>
  );
}
