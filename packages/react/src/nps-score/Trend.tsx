import type { SeriesPartsFragment } from '@plimsoll/client';
import { formatPoints } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';

/** Props of {@link Trend}. */
export interface TrendProps {
  readonly points: SeriesPartsFragment['points'];
  readonly locale: string;
  /** `Q{n}`. */
  readonly quarter: string;
}

/** The last six known scores with their margins. The table behind the footer says the same in words. */
export function Trend({ points, locale, quarter }: TrendProps) {
  const shown = points.filter(({ value }) => value !== null).slice(-6);
  const ends = shown.flatMap(({ value, marginOfError }) => [
    Number(value) - Number(marginOfError),
    Number(value) + Number(marginOfError),
  ]);
  const high = Math.max(...ends);
  const y = (value: number) => 18 + (44 * (high - value)) / (high - Math.min(...ends) || 1);
  return (
    ends.length > 2 && (
      <div className="pl-trend" aria-hidden="true">
        {shown.map((point, index) => {
          const { start, open, unit } = point.period;
          const top = y(ends[index * 2 + 1] ?? 0);
          return (
            <div key={start} data-open={open}>
              <svg aria-hidden="true">
                <rect x="50%" y={top} width="6" height={y(ends[index * 2] ?? 0) - top} rx="3" />
                <circle className="pl-dot" cx="50%" cy={y(Number(point.value))} r="4" />
                <text x="50%" y={top - 8}>
                  {formatPoints(point.value, locale)}
                </text>
              </svg>
              {unit === 'QUARTER'
                ? `${quarter.replace('{n}', `${Math.ceil(+start.slice(5, 7) / 3)}`)} ${start.slice(2, 4)}`
                : formatPeriod(point.period, locale)}
            </div>
          );
        })}
      </div>
    )
  );
}
