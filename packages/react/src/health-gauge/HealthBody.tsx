import { formatNumber, formatPercent } from '../format/number.ts';
import { Explained, type Row } from '../widget/Explained.tsx';
import { Missing, ReadingNotices } from '../widget/Missing.tsx';
import { contributions } from './contributions.ts';
import { Factors } from './Factors.tsx';
import { Gauge } from './Gauge.tsx';
import { HealthChangeLine } from './HealthChangeLine.tsx';
import type { HealthGaugeData } from './health-gauge-data.ts';
import type { HealthGaugeLabels } from './health-gauge-labels.ts';

/** Props of {@link HealthBody}. */
export interface HealthBodyProps {
  readonly data: HealthGaugeData;
  readonly status: string;
  readonly onRetry?: (() => void) | undefined;
  readonly locale: string;
  readonly labels: HealthGaugeLabels;
}

/** A gauge that has its score: dial, change, factors, and the footer that adds them up. */
export function HealthBody(props: HealthBodyProps) {
  const { data, locale, labels } = props;
  const { health } = data;
  const { score, factors } = health;
  const parts = contributions(factors);
  const decimal = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 1 });
  return (
    <>
      {score === null ? (
        <Missing title={labels.noScores} message={labels.noScoresText} labels={labels} />
      ) : (
        <>
          <Gauge score={score} health={health} locale={locale} of={labels.of} />
          <HealthChangeLine change={health.change} locale={locale} labels={labels} />
        </>
      )}
      <ReadingNotices {...props} coverage={1} />
      <Factors factors={factors} locale={locale} />
      <Explained
        start={`${labels.coverage} ${formatPercent(health.coverage, locale)}`}
        end={labels.explain}
        label=""
        rows={[
          ...factors.map(
            ({ label, score, effectiveWeight }, index): Row => [
              index ? '+' : ' ',
              label,
              score === null
                ? '–'
                : `${decimal(score)}\u00a0×\u00a0${formatPercent(effectiveWeight, locale)} =\u00a0${decimal(parts[index] ?? 0)}`,
            ],
          ),
          ['=', labels.score, decimal(score ?? Number.NaN)],
          ['', labels.model, health.model],
          ['', labels.revision, health.revision],
        ]}
      />
    </>
  );
}
