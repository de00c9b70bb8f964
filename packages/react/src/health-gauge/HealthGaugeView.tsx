import { forwardRef } from 'react';
import { safeLocale } from '../format/locale.ts';
import { Card } from '../widget/Card.tsx';
import type { WidgetProps } from '../widget/widget-props.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import { HealthBody } from './HealthBody.tsx';
import type { HealthGaugeData } from './health-gauge-data.ts';
import { type HealthGaugeLabels, healthGaugeLabels } from './health-gauge-labels.ts';

/** Props of {@link HealthGaugeView}. */
export interface HealthGaugeViewProps extends WidgetProps<HealthGaugeLabels> {
  readonly state: WidgetState<HealthGaugeData>;
}

/**
 * An account's health as a dial: score, band, what moved it, each factor, and on demand how the factors add up to it.
 * `title` names the card in place of the account. Renders a `div`.
 *
 * @example
 * <HealthGaugeView state={{ status: 'ready', data: { name: 'Acme Rockets', health } }} />
 */
export const HealthGaugeView = forwardRef<HTMLDivElement, HealthGaugeViewProps>(({ locale, ...props }, rootRef) => {
  const { state } = props;
  const labels = { ...healthGaugeLabels, ...props.labels };
  const band = state.data?.health.band;
  return (
    <Card
      title={state.data?.name}
      aside={band && <em data-tone={band.tone}>{band.label}</em>}
      {...props}
      labels={labels}
      rootRef={rootRef}
    >
      {state.data && <HealthBody {...state} locale={safeLocale(locale)} labels={labels} />}
    </Card>
  );
});
