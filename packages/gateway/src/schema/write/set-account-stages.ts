import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const AccountStageInput = builder.inputType('AccountStageInput', {
  description: 'The stage that an account is set to by hand from a day on.',
  fields: (t) => ({
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    stage: t.string({ description: 'Key of the stage; null gives the account back to the rules.' }),
    from: t.field({
      type: 'Date',
      required: true,
      description: 'The first day; a second stage for a day replaces the first.',
    }),
    reason: t.string({ description: 'Why, in words for colleagues.' }),
  }),
});

builder.mutationField('setAccountStages', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description:
      'Sets accounts to stages by hand. From its day on such a stage holds, whatever the rules say, until the next one that is set. Needs `data:write`.',
    args: {
      stages: t.arg({ type: [AccountStageInput], required: true, description: batchOf('The stages') }),
      source: t.arg.string({ description: 'The system the account ids come from; "host" when left out.' }),
    },
    resolve: (_root, { stages, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        stages.map(({ accountExternalId, stage, from, reason }) => ({
          accountExternalId,
          stage: stage ?? null,
          from: formatDay(from),
          reason: reason ?? null,
        })),
        source,
        (store, items, options) => store.setAccountStages(items, options),
      ),
  }),
);
