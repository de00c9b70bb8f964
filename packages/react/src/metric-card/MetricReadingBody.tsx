import { countLabel } from '../format/count-label.ts';
import { formatPeriod } from '../format/period.ts';
import { formatValue } from '../format/value.ts';
import { ChangeLine } from '../widget/ChangeLine.tsx';
import { Explained } from '../widget/Explained.tsx';
import { Missing, ReadingNotices } from '../widget/Missing.tsx';
import { explanationRows } from './explanation-rows.ts';
import type { MetricCardData } from './metric-card-data.ts';
import type { MetricCardLabels } from './metric-card-labels.ts';
import { Sparkline } from './Sparkline.tsx';

/** Props of {@link MetricReadingBody}. */
export interface MetricReadingBodyProps {
  readonly data: MetricCardData;
  readonly status: string;
  readonly onRetry?: (() => void) | undefined;
  readonly locale: string;
  readonly labels: MetricCardLabels;
}

/** A card that has its reading: value, change, course, and the footer that explains them. */
export function MetricReadingBody(props: MetricReadingBodyProps) {
  const { data, locale, labels } = props;
  const { reading, subject, accounts } = data;
  const { definition, period } = reading;
  const value = formatValue(reading, definition.unit, locale);
  const why = definition.undefinedReasons.find(({ reason }) => reason === reading.reason);
  const points = data.series?.points ?? [];
  return (
    <>
      {value ? (
        <>
          <div className="pl-value" title={value.full}>
            {value.main}
            <small>{value.unit}</small>
          </div>
          <ChangeLine {...reading} {...props} />
          <ReadingNotices {...reading} {...props} />
          <Sparkline {...reading} points={points} locale={locale} />
        </>
      ) : (
        <Missing title={why?.title ?? labels.undefined} message={why?.explanation} labels={labels} />
      )}
      <Explained
        start={formatPeriod(period, locale, definition.balance)}
        end={
          period.open
            ? countLabel(labels.left, period.daysLeft, locale)
            : (subject ?? (accounts ? countLabel(labels.accounts, accounts, locale) : ''))
        }
        label={labels.explain}
        caption={definition.formula}
        rows={explanationRows(reading, points, locale, labels)}
      />
    </>
  );
}
