'use client';
import { forwardRef } from 'react';
import { useWidgetProps } from '../provider/use-widget-props.ts';
import { MetricCardView, type MetricCardViewProps } from './MetricCardView.tsx';
import { type MetricQuery, useMetric } from './use-metric.ts';

/** Props of {@link MetricCard}: which metric, and everything its view takes besides the state. */
export interface MetricCardProps extends MetricQuery, Omit<MetricCardViewProps, 'state'> {}

/**
 * A metric of the portfolio or of one account as a card, with its data from the graph. Renders a `div`.
 *
 * @example
 * <MetricCard metric="NRR" period={{ last: { count: 12, unit: 'MONTH' } }} />
 */
export const MetricCard = forwardRef<HTMLDivElement, MetricCardProps>((props, ref) => {
  const { metric, account, filter, period, compare, policy, seriesPeriod, granularity, ...rest } =
    useWidgetProps(props);
  const state = useMetric({ metric, account, filter, period, compare, policy, seriesPeriod, granularity });
  return <MetricCardView ref={ref} {...rest} state={state} />;
});
