import type { HealthPartsFragment } from '@plimsoll/client';
import { formatNumber, formatPercent } from '../format/number.ts';

/** Props of {@link Factors}. */
export interface FactorsProps {
  readonly factors: HealthPartsFragment['factors'];
  readonly locale: string;
}

/** Each factor of the score: name, score as bar and number, weight. Renders a `table`. */
export function Factors({ factors, locale }: FactorsProps) {
  return (
    <table className="pl-factors">
      <tbody>
        {factors.map(({ key, label, score, weight, band, stale }) => (
          <tr key={key} data-stale={stale}>
            <th scope="row">{label}</th>
            <td>
              <svg aria-hidden="true">
                <rect width="100%" height="4" rx="2" />
                <rect width={`${score ?? 0}%`} height="4" rx="2" data-tone={band?.tone} />
              </svg>
            </td>
            <td>
              <b>{formatNumber(Math.round(score ?? Number.NaN), locale)}</b>
            </td>
            <td>{formatPercent(weight, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
