import { type AnyMetric, type MetricKey, metricOf } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { requireScope, type Viewer } from './viewer.ts';

/** Whether a viewer who may read metrics may read this one; see {@link readableMetric}. */
export function canReadMetric({ accounts }: Viewer, { source }: AnyMetric): boolean {
  return accounts === 'all' || source.family !== 'ECONOMICS';
}

/**
 * The metric of a key, for a viewer who may read it. What customers cost is the workspace's own affair: a token for some
 * accounts is shown to those very customers.
 *
 * @throws GatewayError FORBIDDEN
 */
export function readableMetric(viewer: Viewer, key: MetricKey): AnyMetric {
  requireScope(viewer, 'metrics:read');
  const metric = metricOf(key);
  if (!canReadMetric(viewer, metric)) {
    throw new GatewayError(
      'FORBIDDEN',
      `${key} tells what customers cost, which a token for some accounts may not read. Mint one for all accounts, for your own staff.`,
    );
  }
  return metric;
}
