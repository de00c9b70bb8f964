import { formatPercent } from '../format/number.ts';
import type { NpsDistribution } from './nps-score-data.ts';
import type { NpsScoreLabels } from './nps-score-labels.ts';

/** Props of {@link Distribution}. */
export interface DistributionProps {
  readonly buckets: NpsDistribution['buckets'];
  readonly locale: string;
  readonly labels: NpsScoreLabels;
}

/** How the answers fall into detractors, passives and promoters: one bar, with the shares in words beneath it. */
export function Distribution({ buckets, locale, labels }: DistributionProps) {
  let start = 0;
  return (
    <>
      <svg className="pl-stack" aria-hidden="true">
        {buckets.map(({ bucket, share }) => {
          const x = start;
          const width = (share ?? 0) * 100;
          start += width;
          return <rect key={bucket} data-tone={bucket} x={`${x}%`} width={`${width}%`} height="10" />;
        })}
      </svg>
      <dl className="pl-buckets">
        {buckets.map(({ bucket, share }) => (
          <div key={bucket} data-tone={bucket}>
            <dt>{labels[bucket]}</dt>
            <dd>{formatPercent(share ?? 0, locale)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
