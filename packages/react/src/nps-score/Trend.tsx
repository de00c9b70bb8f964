import type { SeriesPartsFragment } from '@plimsoll/client';
import { formatPeriod } from '../format/period.ts';
import { fullValue } from '../format/value.ts';

/** Props of {@link Trend}. */
export interface TrendProps {
  readonly points: SeriesPartsFragment['points'];
  readonly locale: string;
  /** `Q{n}`. */
  readonly quarter: string;
}

/** The last six scores with their margins. The table behind the footer says the same in words. */
export function Trend({ points, locale, quarter }: TrendProps) {
  const shown = points.slice(-6);
  const ends = shown.flatMap(({ value, marginOfError }) =>
    value === null ? [] : [value - (marginOfError ?? 0), value + (marginOfError ?? 0)],
  );
  if (ends.length < 4) return null;
  const high = Math.max(...ends);
  const y = (value: number) => 18 + (44 * (high - value)) / (high - Math.min(...ends) || 1);
  return (
    <div className="pl-trend" aria-hidden="true">
      {shown.map((point, index) => {
        const { value, period, marginOfError } = point;
        const top = value !== null && y(value + (marginOfError ?? 0));
        const number = Math.ceil(+period.start.slice(5, 7) / 3);
        const name =
          period.unit === 'QUARTER'
            ? quarter.replace('{n}', `${number}`) + (index && number > 1 ? '' : ` ${period.start.slice(2, 4)}`)
            : formatPeriod(period, locale);
        return (
          <div key={period.start} data-open={period.open}>
            <svg aria-hidden="true">
              {top !== false && value !== null && (
                <>
                  <rect x="50%" y={top} width="6" height={2 * (y(value) - top)} rx="3" />
                  <circle className="pl-dot" cx="50%" cy={y(value)} r="4" />
                  <text x="50%" y={top - 8}>
                    {fullValue(point, 'POINTS', locale)}
                  </text>
                </>
              )}
            </svg>
            {name}
          </div>
        );
      })}
    </div>
  );
}
