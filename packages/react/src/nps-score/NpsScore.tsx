'use client';
import { forwardRef } from 'react';
import { useWidgetProps } from '../provider/use-widget-props.ts';
import { NpsScoreView, type NpsScoreViewProps } from './NpsScoreView.tsx';
import { type NpsScoreQuery, useNpsScore } from './use-nps-score.ts';

/** Props of {@link NpsScore}: which survey, and everything its view takes besides the state. */
export interface NpsScoreProps extends NpsScoreQuery, Omit<NpsScoreViewProps, 'state'> {}

/**
 * A survey's Net Promoter Score with its data from the graph, up to date while answers come in. Renders a `div`.
 *
 * @example
 * <NpsScore survey="relationship" />
 */
export const NpsScore = forwardRef<HTMLDivElement, NpsScoreProps>((props, ref) => {
  const { survey, period, compare, filter, policy, trendPeriod, granularity, live, ...rest } = useWidgetProps(props);
  const state = useNpsScore({ survey, period, compare, filter, policy, trendPeriod, granularity, live });
  return <NpsScoreView ref={ref} {...rest} state={state} />;
});
