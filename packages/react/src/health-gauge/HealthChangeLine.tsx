import type { HealthPartsFragment } from '@plimsoll/client';
import { formatNumber } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';
import type { HealthGaugeLabels } from './health-gauge-labels.ts';

/** Props of {@link HealthChangeLine}. */
export interface HealthChangeLineProps {
  readonly change: HealthPartsFragment['change'];
  readonly locale: string;
  readonly labels: HealthGaugeLabels;
}

/** How far the score moved, since when, and through which factors. Draws nothing without a change. */
export function HealthChangeLine({ change, locale, labels }: HealthChangeLineProps) {
  if (!change) return null;
  const { amount, since, factors } = change;
  const direction = amount < 0 ? 'DOWN' : 'UP';
  const moved = factors
    .slice(0, 2)
    .map(
      ({ label, amount }) =>
        ` ${label} ${formatNumber(amount, locale, { maximumFractionDigits: 0, signDisplay: 'always' })}`,
    );
  return (
    <p className="pl-change" data-direction={direction} data-tone={amount < 0 ? 'WORSE' : 'BETTER'}>
      <b>
        <span className="pl-sr">{labels[direction]} </span>
        {formatNumber(Math.round(Math.abs(amount)), locale)}
      </b>{' '}
      {labels.since.replace('{day}', formatPeriod({ start: since, end: since }, locale, true))}
      {factors.length > 0 && `, ${labels.from}${moved}`}
    </p>
  );
}
