import { formatNumber, formatPercent, formatPoints } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';
import { ChangeLine } from '../widget/ChangeLine.tsx';
import { Explained, type Row } from '../widget/Explained.tsx';
import { Missing, ReadingNotices } from '../widget/Missing.tsx';
import { Distribution } from './Distribution.tsx';
import type { NpsScoreData } from './nps-score-data.ts';
import type { NpsScoreLabels } from './nps-score-labels.ts';
import { Range } from './Range.tsx';
import { Trend } from './Trend.tsx';

/** Props of {@link NpsBody}. */
export interface NpsBodyProps {
  readonly data: NpsScoreData;
  readonly status: string;
  readonly onRetry?: (() => void) | undefined;
  readonly locale: string;
  readonly labels: NpsScoreLabels;
}

/** An NPS card that has its reading: score and margin, change, distribution, trend, and how many answered. */
export function NpsBody(props: NpsBodyProps) {
  const { data, locale, labels } = props;
  const { score, distribution } = data;
  const { buckets, responseRate } = distribution;
  const points = data.trend?.points ?? [];
  const { value, change } = score;
  const why = score.definition.undefinedReasons.find(({ reason }) => reason === score.reason);
  const marginOf = (margin: number | null) =>
    margin === null ? '' : `±\u00a0${formatNumber(Math.round(margin), locale)}`;
  const text = `${formatPoints(value, locale)}\u00a0${marginOf(score.marginOfError)}`;
  return (
    <>
      {value !== null && Number.isFinite(value) ? (
        <>
          <div className="pl-value">
            {formatPoints(value, locale)}
            <small>{marginOf(score.marginOfError)}</small>
          </div>
          {change && (
            <ChangeLine {...score} {...props} {...change}>
              {formatNumber(Math.abs(change.absolute), locale, { maximumFractionDigits: 1 })}
            </ChangeLine>
          )}
          <ReadingNotices {...score} {...props} />
          <Range score={value} margin={Number(score.marginOfError)} text={text} />
          <Distribution buckets={buckets} locale={locale} labels={labels} />
        </>
      ) : (
        <Missing title={why?.title ?? labels.undefined} message={why?.explanation} labels={labels} />
      )}
      <Trend points={points} locale={locale} quarter={labels.quarter} />
      <Explained
        start={labels.answered
          .replace('{n}', formatNumber(distribution.answered, locale))
          .replace('{shown}', formatNumber(distribution.shown, locale))}
        end={responseRate !== null && labels.responded.replace('{share}', formatPercent(responseRate, locale))}
        label={labels.explain}
        caption={score.definition.formula}
        rows={[
          ...buckets.map(({ bucket, count }): Row => ['', labels[bucket], formatNumber(count, locale)]),
          ['=', score.definition.name, text],
          ...points.map(
            (point): Row => [
              '',
              formatPeriod(point.period, locale),
              `${formatPoints(point.value, locale)}\u00a0${marginOf(point.marginOfError)}`,
            ],
          ),
          ['', labels.revision, score.revision],
        ]}
      />
    </>
  );
}
