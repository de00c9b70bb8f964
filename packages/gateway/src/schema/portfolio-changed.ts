import { workspaceChanges } from '../subscriptions/workspace-changes.ts';
import { builder } from './builder.ts';

interface ChangedModel {
  readonly revision: string;
  readonly changed: readonly string[];
}

/** Milliseconds between two events of one listener. */
export const changesAtMostEvery = 1_000;

const PortfolioChangedEvent = builder.objectRef<ChangedModel>('PortfolioChangedEvent').implement({
  access: 'OF_PARENT',
  description: 'Something was written, so that numbers may be other ones.',
  fields: (t) => ({
    revision: t.exposeString('revision', { description: 'The data revision that there is now.' }),
    changed: t.stringList({
      description:
        'What changed, as far as it is known: `accounts`, `movements`, `responses`, `health`, `usage`, `costs` and so on; further ones may come. Empty where a setting or a segment changed, and for tokens for some accounts.',
      resolve: ({ changed }) => [...changed],
    }),
  }),
});

builder.subscriptionField('portfolioChanged', (t) =>
  t.field({
    type: PortfolioChangedEvent,
    description: `Tells that something was written to the workspace, within the viewer’s reach or not, at most once in ${changesAtMostEvery / 1_000} second: of several writes in between, once. Ends when the token expires.`,
    weight: 5,
    access: 'metrics:read',
    subscribe: async (_root, _args, context) => {
      let before = (await context.session()).reader;
      return workspaceChanges(
        context,
        async (): Promise<ChangedModel | null> => {
          const { reader, viewer } = await context.freshSession();
          const { revision } = reader.ledger;
          // Several writes are told of at once; the later of them find nothing new.
          if (revision === before.ledger.revision) return null;
          const changed = viewer.accounts.kind === 'ALL' ? reader.changedSince(before) : [];
          before = reader;
          return { revision, changed };
        },
        changesAtMostEvery,
      );
    },
    resolve: (event) => event,
  }),
);
