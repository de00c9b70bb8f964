import { type AnyMetric, type Day, metricKeys, metricOf, policySwitches } from '@plimsoll/metrics';
import type { MetricTarget as TargetModel, WorkspaceInfo } from '@plimsoll/store';
import { canReadMetric } from '../auth/readable-metric.ts';
import type { Viewer } from '../auth/viewer.ts';
import { builder } from './builder.ts';
import { MetricDefinition } from './metric-definition.ts';
import { MetricTarget } from './metric-target.ts';
import { Policy } from './policy.ts';

/** A workspace as one viewer sees it. */
export interface WorkspaceModel {
  readonly viewer: Viewer;
  readonly workspace: WorkspaceInfo;
  readonly revision: string;
  readonly today: Day;
}

interface TargetedModel {
  readonly metric: AnyMetric;
  readonly target: TargetModel;
}

const WorkspaceTarget = builder.objectRef<TargetedModel>('WorkspaceTarget').implement({
  access: 'OF_PARENT',
  description: 'What a workspace aims for with one metric.',
  fields: (t) => ({
    definition: t.expose('metric', { type: MetricDefinition, description: 'The metric.' }),
    target: t.expose('target', { type: MetricTarget, description: 'What is aimed for.' }),
  }),
});

/** The tenant that a token or key belongs to. */
export const Workspace = builder.objectRef<WorkspaceModel>('Workspace').implement({
  access: 'ANY_CREDENTIAL',
  description: 'The tenant that a token or key belongs to.',
  fields: (t) => ({
    key: t.string({ description: 'Its key.', resolve: ({ workspace }) => workspace.key }),
    name: t.string({ description: 'Its name.', resolve: ({ workspace }) => workspace.name }),
    currency: t.string({
      description: 'The currency its money is reported in.',
      resolve: ({ workspace }) => workspace.currency,
    }),
    timeZone: t.string({
      description: 'The time zone its days and periods are in.',
      resolve: ({ workspace }) => workspace.timeZone,
    }),
    fiscalYearStartsIn: t.int({
      description: 'The month in which its fiscal year starts, 1 to 12.',
      resolve: ({ workspace }) => workspace.fiscalYearStartsIn,
    }),
    policy: t.field({
      type: Policy,
      description: `Its policy: ${policySwitches.length} switches.`,
      resolve: ({ workspace }) => workspace.policy,
    }),
    targets: t.field({
      access: { anyOf: ['metrics:read', 'data:write'] },
      type: [WorkspaceTarget],
      description: 'What it aims for, of the metrics that may be read. Needs `metrics:read` or `data:write`.',
      resolve: ({ viewer, workspace }) => {
        return metricKeys.flatMap((key) => {
          const [metric, target] = [metricOf(key), workspace.targets[key]];
          return target === undefined || !canReadMetric(viewer, metric) ? [] : [{ metric, target }];
        });
      },
    }),
    internalTraits: t.stringList({
      description:
        'Keys of the traits that tokens for some accounts never see, besides "csm". Empty for such tokens themselves.',
      resolve: ({ viewer, workspace }) => (viewer.staff ? [...workspace.internalTraits] : []),
    }),
    revision: t.exposeString('revision', { description: 'The data revision this answer comes from.' }),
    today: t.expose('today', { type: 'Date', description: 'The current day in its time zone.' }),
  }),
});
