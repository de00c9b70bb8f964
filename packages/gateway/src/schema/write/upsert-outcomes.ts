import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const OutcomeInput = builder.inputType('OutcomeInput', {
  description: 'Something that an account is to achieve by a day.',
  fields: (t) => ({
    outcomeId: t.string({ required: true, description: 'The host’s own id of the outcome.' }),
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    name: t.string({ required: true, description: 'What is to be achieved.' }),
    baseline: t.float({ required: true, description: 'Where it started.' }),
    target: t.float({ required: true, description: 'Where it is to be; below the baseline where less is better.' }),
    dueOn: t.field({ type: 'Date', required: true, description: 'By when.' }),
    reachedOn: t.field({
      type: 'Date',
      description: 'When it was reached, where the host knows; the first day with a value at the target when left out.',
    }),
  }),
});

const OutcomeProgressInput = builder.inputType('OutcomeProgressInput', {
  description: 'The value of an outcome on a day; a second one for a day replaces the first.',
  fields: (t) => ({
    outcomeId: t.string({ required: true, description: 'The host’s id of the outcome, which must be known.' }),
    on: t.field({ type: 'Date', required: true, description: 'The day.' }),
    value: t.float({ required: true, description: 'The value.' }),
  }),
});

builder.mutationFields((t) => ({
  upsertOutcomes: t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes outcomes, each in place of the one with its id. Needs `data:write`.',
    args: {
      outcomes: t.arg({ type: [OutcomeInput], required: true, description: batchOf('The outcomes') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { outcomes, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        outcomes.map(({ dueOn, reachedOn, ...rest }) => ({
          ...rest,
          dueOn: formatDay(dueOn),
          ...(reachedOn == null ? {} : { reachedOn: formatDay(reachedOn) }),
        })),
        source,
        (store, items, options) => store.upsertOutcomes(items, options),
      ),
  }),
  upsertOutcomeProgress: t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes how far outcomes are. Needs `data:write`.',
    args: {
      progress: t.arg({ type: [OutcomeProgressInput], required: true, description: batchOf('The values') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { progress, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        progress.map(({ on, ...rest }) => ({ ...rest, on: formatDay(on) })),
        source,
        (store, items, options) => store.upsertOutcomeProgress(items, options),
      ),
  }),
}));
