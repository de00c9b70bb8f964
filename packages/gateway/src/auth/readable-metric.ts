import { type AnyMetric, type MetricKey, metricOf } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Viewer } from './viewer.ts';

/** Whether a viewer who may read metrics may read this one; see {@link readableMetric}. */
export function canReadMetric({ staff }: Viewer, { source }: AnyMetric): boolean {
  return staff || source.family !== 'ECONOMICS';
}

/**
 * Look a metric up for a viewer. What customers cost is internal to the workspace: a token for some accounts is shown to those
 * very customers.
 *
 * @throws GatewayError FORBIDDEN
 */
export function readableMetric(viewer: Viewer, key: MetricKey): AnyMetric {
  const metric = metricOf(key);
  if (!canReadMetric(viewer, metric)) {
    throw new GatewayError(
      'FORBIDDEN',
      `${key} says what customers cost, which a token for some accounts may not read. Mint one for all accounts, for your own staff.`,
    );
  }
  return metric;
}
