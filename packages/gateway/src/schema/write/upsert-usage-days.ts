import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const UsageDayInput = builder.inputType('UsageDayInput', {
  description:
    'What one user did on one day, added up by the host. It takes the place of what was sent before for the same account, user, feature and day.',
  fields: (t) => ({
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    user: t.string({ required: true, description: 'Who; the same text for the same person of an account.' }),
    feature: t.string({ description: 'Key of what was used, made when it is new; the product as such when left out.' }),
    day: t.field({ type: 'Date', required: true, description: 'The day in the workspace’s time zone.' }),
    events: t.int({
      description: 'How often, 0 or more; 1 when left out. 0 without sessions and seconds takes the day back.',
    }),
    sessions: t.int({ description: 'In how many sessions, 0 to 10,000; 0 when left out.' }),
    seconds: t.int({ description: 'For how long; 0 when left out.' }),
  }),
});

builder.mutationField('upsertUsageDays', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes what users did day by day. A user’s day that has events is refused. Needs `data:write`.',
    args: {
      days: t.arg({ type: [UsageDayInput], required: true, description: batchOf('The days') }),
      source: t.arg.string({
        description: 'The system the account ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { days, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        days.map(({ accountExternalId, user, day, feature, events, sessions, seconds }) => ({
          accountExternalId,
          user,
          day: formatDay(day),
          ...(feature == null ? {} : { feature }),
          ...(events == null ? {} : { events }),
          ...(sessions == null ? {} : { sessions }),
          ...(seconds == null ? {} : { seconds }),
        })),
        source,
        (store, items, options) => store.upsertUsageDays(items, options),
      ),
  }),
);
