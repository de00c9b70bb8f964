import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const UsageEventInput = builder.inputType('UsageEventInput', {
  description:
    'One thing that a user did. Days of use are added up from events. Sent again it changes nothing; with another content it takes the place of the first.',
  fields: (t) => ({
    eventId: t.string({ required: true, description: 'The host’s own id of the event.' }),
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    user: t.string({ required: true, description: 'Who; the same text for the same person of an account.' }),
    feature: t.string({ description: 'Key of what was used, made when it is new; the product as such when left out.' }),
    at: t.field({ type: 'DateTime', required: true, description: 'When it began.' }),
    sessionId: t.string({
      description:
        'The session it belongs to. Events of a user without one make sessions of their own, each ended by a pause of more than 30 minutes or by midnight.',
    }),
    seconds: t.int({ description: 'How long it took, at most a day; 0 when left out.' }),
  }),
});

builder.mutationField('recordUsageEvents', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description:
      'Records what users did, event by event, in place of what was reported for the days of these users. Needs `data:write`.',
    args: {
      events: t.arg({ type: [UsageEventInput], required: true, description: batchOf('The events') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { events, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        events.map(({ eventId, accountExternalId, user, feature, at, sessionId, seconds }) => ({
          eventId,
          accountExternalId,
          user,
          at: new Date(at).toISOString(),
          ...(feature == null ? {} : { feature }),
          ...(sessionId == null ? {} : { sessionId }),
          ...(seconds == null ? {} : { seconds }),
        })),
        source,
        (store, items, options) => store.recordUsageEvents(items, options),
      ),
  }),
);
