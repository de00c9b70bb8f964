'use client';
import { forwardRef } from 'react';
import { useWidgetProps } from '../provider/use-widget-props.ts';
import { HealthGaugeView, type HealthGaugeViewProps } from './HealthGaugeView.tsx';
import { useAccountHealth } from './use-account-health.ts';

/** Props of {@link HealthGauge}: whose health, and everything its view takes besides the state. */
export interface HealthGaugeProps extends Omit<HealthGaugeViewProps, 'state'> {
  /** The account's id in your own system. */
  readonly account: string;
}

/**
 * An account's health as a dial, with its data from the graph. Renders a `div`.
 *
 * @example
 * <HealthGauge account="acme" />
 */
export const HealthGauge = forwardRef<HTMLDivElement, HealthGaugeProps>((props, ref) => {
  const { account, ...rest } = useWidgetProps(props);
  return <HealthGaugeView ref={ref} {...rest} state={useAccountHealth(account)} />;
});
