import { forwardRef } from 'react';
import { countLabel } from '../format/count-label.ts';
import { safeLocale } from '../format/locale.ts';
import { formatPeriod } from '../format/period.ts';
import { formatValue } from '../format/value.ts';
import { Card } from '../widget/Card.tsx';
import { ChangeLine } from '../widget/ChangeLine.tsx';
import { Explained, type Row } from '../widget/Explained.tsx';
import { Missing, ReadingNotices } from '../widget/Missing.tsx';
import type { WidgetProps } from '../widget/widget-props.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import { changeAmount } from './change-amount.ts';
import { explanationRows } from './explanation-rows.ts';
import type { MetricCardData } from './metric-card-data.ts';
import { type MetricCardLabels, metricCardLabels } from './metric-card-labels.ts';
import { Sparkline } from './Sparkline.tsx';

/** Props of {@link MetricCardView}. */
export interface MetricCardViewProps extends WidgetProps<MetricCardLabels> {
  readonly state: WidgetState<MetricCardData>;
}

/**
 * One metric as a card: its value, how it changed, its course, and on demand how it came about. A reading without a
 * value shows the reason; `title` names the card in place of the metric's own name. Renders a `div`.
 *
 * @example
 * <MetricCardView state={{ status: 'ready', data: { reading, series } }} locale="de-DE" />
 */
export const MetricCardView = forwardRef<HTMLDivElement, MetricCardViewProps>(({ locale: tag, ...rest }, rootRef) => {
  const labels = { ...metricCardLabels, ...rest.labels };
  const props = { ...rest, labels, rootRef };
  const { data } = props.state;
  if (!data) return <Card {...props} />;
  const locale = safeLocale(tag);
  const { reading, subject, accounts } = data;
  const { definition, period, change } = reading;
  // After the last digit, of whatever script, comes what is shown smaller.
  const [main, unit] = formatValue(reading, definition.unit, locale, true).split(/(?<=\p{Nd})(?=\P{Nd}*$)/u);
  const why = definition.undefinedReasons.find((entry) => entry.reason === reading.reason);
  const points = data.series?.points ?? [];
  const course = points.map(
    (point): Row => [
      '',
      formatPeriod(point.period, locale, definition.balance),
      formatValue(point, definition.unit, locale),
    ],
  );
  const shown = { ...reading, ...props.state, locale, labels };
  return (
    <Card title={definition.name} aside={definition.key} {...props}>
      {Number.isFinite(reading.value) ? (
        <div className="pl-value" title={formatValue(reading, definition.unit, locale)}>
          {main}
          <small>{unit}</small>
        </div>
      ) : (
        <Missing title={labels.undefined} message={why?.explanation} {...why} labels={labels} />
      )}
      {change && <ChangeLine {...shown} {...change} {...changeAmount(change, reading, locale, labels.points)} />}
      <ReadingNotices {...shown} />
      <Sparkline {...shown} points={points} label={course.map(([, , value]) => value).join(', ')} />
      <Explained
        start={formatPeriod(period, locale, definition.balance)}
        end={
          period.open
            ? countLabel(labels.left, period.daysLeft, locale)
            : accounts != null && countLabel(labels.accounts, accounts, locale)
        }
        label={labels.explain}
        caption={(subject ? `${subject}: ` : '') + definition.formula}
        rows={explanationRows(reading, course, locale, labels)}
      />
    </Card>
  );
});
