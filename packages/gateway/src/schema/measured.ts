import type { MetricKey as Key } from '@plimsoll/metrics';
import { readableMetric } from '../auth/readable-metric.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { limits } from '../limits.ts';
import { builder } from './builder.ts';
import type { MeasuredModel } from './measured-model.ts';
import { MetricKey } from './metric-definition.ts';
import { MetricReading } from './metric-reading.ts';
import { MetricSeries } from './metric-series.ts';
import { overridePolicy } from './policy-input.ts';
import {
  compareArgument,
  periodArgument,
  policyArguments,
  seriesArguments,
  surveyArguments,
} from './reading-arguments.ts';
import { readingOf, seriesOf } from './reading-of.ts';
import { readingWeight } from './reading-weight.ts';
import { seriesWeight } from './series-weight.ts';

/** Anything with metrics, so that a widget does not care whose number it shows. */
export const Measured = builder.interfaceRef<MeasuredModel>('Measured').implement({
  description: 'Anything with metrics, so that a card does not care whose number it shows.',
  fields: (t) => ({
    metric: t.field({
      access: 'metrics:read',
      type: MetricReading,
      description: 'One metric.',
      args: {
        key: t.arg({ type: MetricKey, required: true, description: 'Which.' }),
        ...periodArgument,
        ...compareArgument,
        ...policyArguments,
        ...surveyArguments,
      },
      weight: (_args, extent) => readingWeight(extent),
      resolve: (subject, { key, compare, policy, ...asked }) =>
        readingOf(subject, {
          ...asked,
          metric: readableMetric(subject.session.viewer, key),
          comparison: compare,
          policy: overridePolicy(subject.session.policy, policy),
        }),
    }),
    metrics: t.field({
      access: 'metrics:read',
      type: [MetricReading],
      description: 'Several metrics, in the order asked.',
      args: {
        keys: t.arg({ type: [MetricKey], required: true, description: `Which, at most ${limits.pageSize}.` }),
        ...periodArgument,
        ...compareArgument,
        ...policyArguments,
        ...surveyArguments,
      },
      weight: ({ keys }, extent) => ({ field: readingWeight(extent) * keys.length, multiplier: keys.length }),
      resolve: (subject, { keys, compare, policy: overrides, ...asked }) => {
        if (keys.length > limits.pageSize) {
          throw new GatewayError('BAD_REQUEST', `metrics() takes at most ${limits.pageSize} keys, not ${keys.length}.`);
        }
        const policy = overridePolicy(subject.session.policy, overrides);
        return Promise.all(
          keys.map((key: Key) =>
            readingOf(subject, {
              ...asked,
              metric: readableMetric(subject.session.viewer, key),
              comparison: compare,
              policy,
            }),
          ),
        );
      },
    }),
    series: t.field({
      access: 'metrics:read',
      type: MetricSeries,
      description: 'One metric over successive calendar units.',
      args: {
        key: t.arg({ type: MetricKey, required: true, description: 'Which.' }),
        ...seriesArguments,
        ...policyArguments,
        ...surveyArguments,
      },
      weight: seriesWeight,
      resolve: (subject, { key, policy, ...asked }) =>
        seriesOf(subject, {
          ...asked,
          metric: readableMetric(subject.session.viewer, key),
          policy: overridePolicy(subject.session.policy, policy),
        }),
    }),
  }),
});
