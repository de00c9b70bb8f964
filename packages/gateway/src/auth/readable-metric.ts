import { type AnyMetric, type MetricKey, metricOf } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { requireScope, type Viewer } from './viewer.ts';

/**
 * The metric of a key, for a viewer who may read it. What customers cost is the workspace's own affair: a token for some
 * accounts is shown to those very customers.
 *
 * @throws GatewayError FORBIDDEN
 */
export function readableMetric(viewer: Viewer, key: MetricKey): AnyMetric {
  requireScope(viewer, 'metrics:read');
  const metric = metricOf(key);
  if (metric.source.family === 'ECONOMICS' && viewer.accounts !== 'all') {
    throw new GatewayError(
      'FORBIDDEN',
      `${key} tells what customers cost, which a token for some accounts may not read. Mint one for all accounts, for your own staff.`,
    );
  }
  return metric;
}
