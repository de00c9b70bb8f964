import { wholeRevision } from '../subscriptions/event-id.ts';
import { followWorkspace } from '../subscriptions/follow-workspace.ts';
import { builder } from './builder.ts';

interface ChangedModel {
  readonly revision: string;
  readonly changed: readonly string[];
}

/** Milliseconds between two events of one subscription. */
export const changesAtMostEvery = 500;

const PortfolioChangedEvent = builder.objectRef<ChangedModel>('PortfolioChangedEvent').implement({
  access: 'OF_PARENT',
  description: 'The workspace was written to, so that numbers may have changed.',
  fields: (t) => ({
    revision: t.exposeString('revision', { description: 'The newest data revision of the workspace.' }),
    changed: t.stringList({
      description:
        'Names of what changed, as far as it is known: `accounts`, `movements`, `responses`, `health`, `usage`, `costs` and so on; further ones may be added. Empty where a setting or a segment changed, after a reconnection, and for tokens for some accounts.',
      resolve: ({ changed }) => [...changed],
    }),
  }),
});

builder.subscriptionField('portfolioChanged', (t) =>
  t.field({
    type: PortfolioChangedEvent,
    description: `Sends an event when the workspace was written to, within the viewer’s reach or not, at most once in ${changesAtMostEvery} milliseconds: several writes in between are one event with the last revision. Ends when the token expires or is revoked.`,
    weight: 5,
    access: 'metrics:read',
    subscribe: async (_root, _args, context) => {
      const opened = await context.session();
      let before = context.source?.after === null ? opened.reader : undefined;
      return followWorkspace(context, {
        from: opened.ledger.revision,
        atMostEvery: changesAtMostEvery,
        read: async ({ revision: known }) => {
          const { reader, viewer } = await context.freshSession();
          const { revision } = reader.ledger;
          const upTo = wholeRevision(revision);
          if (upTo.revision <= known) return { events: [], upTo };
          const changed = viewer.accounts.kind === 'ALL' && before !== undefined ? reader.changedSince(before) : [];
          before = reader;
          const event: ChangedModel = { revision, changed };
          return { events: [{ id: upTo, event }], upTo };
        },
      });
    },
    resolve: (event) => event,
  }),
);
