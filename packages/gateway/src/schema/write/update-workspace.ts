import { dayInZone } from '@plimsoll/metrics';
import { InvalidSetting, type MetricTarget as TargetModel } from '@plimsoll/store';
import { InvalidSettingError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { Failure } from '../failure.ts';
import { MetricKey } from '../metric-definition.ts';
import { PolicyInput, switchesOf } from '../policy-input.ts';
import { Workspace, type WorkspaceModel } from '../workspace.ts';

const MetricTargetInput = builder.inputType('MetricTargetInput', {
  description: 'What the workspace aims for with a metric, in place of what it aimed for before.',
  fields: (t) => ({
    metric: t.field({ type: MetricKey, required: true, description: 'Which metric.' }),
    value: t.float({ description: 'The target in the metric’s unit, 1.05 for 105 %; null: no target any more.' }),
    watch: t.float({
      description: 'Between this and the target a number is worth watching; beyond it, it is bad.',
    }),
  }),
});

const WorkspaceSettingsInput = builder.inputType('WorkspaceSettingsInput', {
  description: 'Settings of the workspace to change; what is left out stays as it is.',
  fields: (t) => ({
    name: t.string({ description: 'Its name, for people; at most 200 characters.' }),
    fiscalYearStartsIn: t.int({ description: 'The month in which its fiscal year starts, 1 to 12.' }),
    policy: t.field({ type: PolicyInput, description: 'Switches of its policy to set; the others stay.' }),
    internalTraits: t.stringList({
      description:
        'Keys of the traits that tokens for some accounts never see, in place of those before; at most 100. "csm" is internal without being listed.',
    }),
    targets: t.field({
      type: [MetricTargetInput],
      description: 'Targets to set or to remove, at most one for a metric; those of other metrics stay.',
    }),
  }),
});

builder.objectType(InvalidSettingError, {
  access: 'OF_PARENT',
  name: 'InvalidSettingError',
  description: 'A setting makes no sense. Nothing was written.',
  interfaces: [Failure],
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Which, such as `policy.ltvChurnMonths` or `targets.NRR`.' }),
  }),
});

const UpdateWorkspacePayload = builder.objectRef<WorkspaceModel>('UpdateWorkspacePayload').implement({
  access: 'OF_PARENT',
  description: 'The settings are changed, and what hangs on them is worked out anew.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'workspace' in value,
  fields: (t) => ({
    workspace: t.field({
      type: Workspace,
      description: 'The workspace as it stands.',
      resolve: (model) => model,
    }),
    revision: t.exposeString('revision', {
      description: 'The data revision afterwards; the one before where it was just so already.',
    }),
  }),
});

builder.mutationField('updateWorkspace', (t) =>
  t.field({
    type: UpdateWorkspacePayload,
    description:
      'Changes settings of the workspace, all of them or none. Numbers are read under them from the next question on; what of billing is recurring revenue, and health, are worked out anew where a switch decides on them. Currency and time zone stay what the workspace was made with. Needs `data:write`.',
    args: {
      settings: t.arg({ type: WorkspaceSettingsInput, required: true, description: 'What is to change.' }),
    },
    errors: {
      types: [InvalidSettingError],
      union: {
        name: 'UpdateWorkspaceResult',
        description: 'The workspace with its settings, or what is wrong with them.',
      },
    },
    access: 'data:write',
    resolve: async (_root, { settings }, { viewer, writes, now }, info): Promise<WorkspaceModel> => {
      const { name, fiscalYearStartsIn, policy, targets, internalTraits } = settings;
      const change = {
        ...(name == null ? {} : { name }),
        ...(fiscalYearStartsIn == null ? {} : { fiscalYearStartsIn }),
        policy: policy == null ? {} : switchesOf(policy),
        targets: targetsOf(targets ?? []),
        ...(internalTraits == null ? {} : { internalTraits }),
      };
      try {
        const workspace = await writes.of(info).changeSettings(change);
        return { viewer, workspace, revision: workspace.revision, today: dayInZone(now(), workspace.timeZone) };
      } catch (error) {
        if (error instanceof InvalidSetting) throw new InvalidSettingError(error.field ?? 'settings', error.message);
        throw error;
      }
    },
  }),
);

function targetsOf(
  inputs: readonly (typeof MetricTargetInput.$inferInput)[],
): Readonly<Record<string, TargetModel | null>> {
  const targets = new Map<string, TargetModel | null>();
  for (const { metric, value, watch } of inputs) {
    if (targets.has(metric)) {
      throw new InvalidSettingError(
        `targets.${metric}`,
        `There are two targets for ${metric}. Only one of them could hold, so nothing was written. Give one.`,
      );
    }
    if (value == null && watch != null) {
      throw new InvalidSettingError(
        `targets.${metric}`,
        `${metric} is to be watched from ${watch} on, short of no target. Nothing was written. Give a value too, or leave watch out to remove the target.`,
      );
    }
    targets.set(metric, value == null ? null : { value, ...(watch == null ? {} : { watch }) });
  }
  return Object.fromEntries(targets);
}
