import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { MilestoneRole } from '../milestone-role.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const MilestoneDefinitionInput = builder.inputType('MilestoneDefinitionInput', {
  description: 'A milestone that accounts can reach.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The key that records name it by.' }),
    name: t.string({ description: 'Its name; as it is when left out.' }),
    role: t.field({ type: MilestoneRole, description: 'What it is for; as it is when left out.' }),
  }),
});

const MilestoneInput = builder.inputType('MilestoneInput', {
  description: 'That an account reached a milestone.',
  fields: (t) => ({
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    milestone: t.string({ required: true, description: 'Key of the milestone, made when it is new.' }),
    reachedOn: t.field({ type: 'Date', description: 'When; null takes it back.' }),
  }),
});

builder.mutationFields((t) => ({
  upsertMilestoneDefinitions: t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes milestones by their keys, of which a workspace has at most 500. Needs `data:write`.',
    args: {
      definitions: t.arg({ type: [MilestoneDefinitionInput], required: true, description: batchOf('The milestones') }),
    },
    resolve: (_root, { definitions }, context, info) =>
      writeBatch(
        context.writes.of(info),
        definitions.map(({ key, name, role }) => ({
          key,
          ...(name == null ? {} : { name }),
          ...(role == null ? {} : { role }),
        })),
        null,
        (store, items) => store.upsertMilestoneDefinitions(items),
      ),
  }),
  upsertMilestones: t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes which milestones accounts reached, and when. Needs `data:write`.',
    args: {
      milestones: t.arg({ type: [MilestoneInput], required: true, description: batchOf('What was reached') }),
      source: t.arg.string({
        description: 'The system the account ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { milestones, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        milestones.map(({ reachedOn, ...rest }) => ({
          ...rest,
          reachedOn: reachedOn == null ? null : formatDay(reachedOn),
        })),
        source,
        (store, items, options) => store.upsertMilestones(items, options),
      ),
  }),
}));
