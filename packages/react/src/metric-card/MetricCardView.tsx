import { forwardRef } from 'react';
import { safeLocale } from '../format/locale.ts';
import { Card } from '../widget/Card.tsx';
import type { WidgetProps } from '../widget/widget-props.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import { MetricReadingBody } from './MetricReadingBody.tsx';
import type { MetricCardData } from './metric-card-data.ts';
import { type MetricCardLabels, metricCardLabels } from './metric-card-labels.ts';

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
export const MetricCardView = forwardRef<HTMLDivElement, MetricCardViewProps>(({ locale, ...props }, rootRef) => {
  const { state } = props;
  const labels = { ...metricCardLabels, ...props.labels };
  const definition = state.data?.reading.definition;
  return (
    <Card title={definition?.name} aside={definition?.shortName} {...props} labels={labels} rootRef={rootRef}>
      {state.data && <MetricReadingBody {...state} locale={safeLocale(locale)} labels={labels} />}
    </Card>
  );
});
