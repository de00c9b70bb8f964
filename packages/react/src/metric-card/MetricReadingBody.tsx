import { countLabel } from '../format/count-label.ts';
import { formatPeriod } from '../format/period.ts';
import { formatValue, fullValue } from '../format/value.ts';
import { ChangeLine } from '../widget/ChangeLine.tsx';
import { Disclosure } from '../widget/Disclosure.tsx';
import { Missing } from '../widget/Missing.tsx';
import { ReadingNotices } from '../widget/ReadingNotices.tsx';
import { Explanation } from './Explanation.tsx';
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
  const { definition, period, change } = reading;
  const { unit } = definition;
  const value = formatValue(reading, unit, locale);
  const why = definition.undefinedReasons.find(({ reason }) => reason === reading.reason);
  const name = formatPeriod(period, locale, definition.balance);
  const points = data.series?.points ?? [];
  return (
    <>
      {value ? (
        <>
          <div className="pl-value" title={value.full}>
            {value.main}
            <small>{value.unit}</small>
          </div>
          <ChangeLine {...props} reading={reading} />
          <ReadingNotices {...reading} {...props} />
          <Sparkline
            values={points.map((point) => point.value)}
            lastOpen={points.at(-1)?.period.open ?? false}
            // The others cannot pass 100%: there it is the ceiling, and no mark to beat.
            reference={definition.key === 'NRR' ? 1 : undefined}
            tone={change?.withinMargin ? undefined : change?.assessment}
            text={points.map((point) => fullValue(point, unit, locale)).join(', ')}
          />
        </>
      ) : (
        <Missing title={why?.title ?? labels.undefined} message={why?.explanation} labels={labels} />
      )}
      <Disclosure
        start={period.open ? `${name}, ${labels.open}` : name}
        end={
          period.open
            ? countLabel(labels.left, period.daysLeft, locale)
            : definition.family === 'FEEDBACK'
              ? countLabel(labels.answers, reading.sampleSize ?? 0, locale)
              : (subject ?? (accounts !== undefined && countLabel(labels.accounts, accounts, locale)))
        }
        label={labels.explain}
      >
        <Explanation {...props} reading={reading} points={points} />
      </Disclosure>
    </>
  );
}
