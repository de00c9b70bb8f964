import { countLabel } from '../format/count-label.ts';
import { formatNumber, formatPercent } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';
import { formatValue, fullValue } from '../format/value.ts';
import { ChangeLine } from '../widget/ChangeLine.tsx';
import { Disclosure } from '../widget/Disclosure.tsx';
import { Missing } from '../widget/Missing.tsx';
import { ReadingNotices } from '../widget/ReadingNotices.tsx';
import { type Row, Rows } from '../widget/Rows.tsx';
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
  const { buckets, answered, responseRate } = distribution;
  const points = data.trend?.points ?? [];
  const value = formatValue(score, 'POINTS', locale);
  const why = score.definition.undefinedReasons.find(({ reason }) => reason === score.reason);
  const marginText = (margin: number | null) => (margin === null ? '' : `± ${formatNumber(margin, locale)}`);
  return (
    <>
      {value && score.value !== null ? (
        <>
          <div className="pl-value">
            {value.main}
            <small>{marginText(score.marginOfError)}</small>
          </div>
          <ChangeLine {...score} {...props} />
          <ReadingNotices {...score} {...props} />
          <Range
            score={score.value}
            margin={score.marginOfError ?? 0}
            text={`${value.main} ${marginText(score.marginOfError)}`}
          />
          <Distribution buckets={buckets} locale={locale} labels={labels} />
        </>
      ) : (
        <Missing title={why?.title ?? labels.undefined} message={why?.explanation} labels={labels} />
      )}
      <Trend points={points} locale={locale} quarter={labels.quarter} />
      <Disclosure
        start={countLabel(labels.answered, answered, locale).replace(
          '{shown}',
          formatNumber(distribution.shown, locale),
        )}
        end={responseRate !== null && labels.responded.replace('{share}', formatPercent(responseRate, locale))}
        label={labels.explain}
      >
        <Rows
          caption={score.definition.formula}
          rows={[
            ...buckets.map(({ bucket, count }): Row => ['', labels[bucket], formatNumber(count, locale)]),
            ['=', score.definition.name, `${value?.main ?? '–'} ${marginText(score.marginOfError)}`, true],
            ...points.map(
              (point): Row => [
                '',
                formatPeriod(point.period, locale),
                `${fullValue(point, 'POINTS', locale)} ${marginText(point.marginOfError)}`,
              ],
            ),
            ['', labels.revision, score.revision],
          ]}
        />
      </Disclosure>
    </>
  );
}
