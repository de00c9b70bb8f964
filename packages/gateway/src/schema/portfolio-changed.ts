import type { Ledger } from '@plimsoll/metrics';
import { requireScope } from '../auth/viewer.ts';
import { workspaceChanges } from '../subscriptions/workspace-changes.ts';
import { builder } from './builder.ts';

interface ChangedModel {
  readonly revision: string;
  readonly changed: readonly string[];
}

/** Milliseconds between two events of one listener. */
export const changesAtMostEvery = 1_000;

const PortfolioChangedEvent = builder.objectRef<ChangedModel>('PortfolioChangedEvent').implement({
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
    complexity: 5,
    subscribe: async (_root, _args, context) => {
      requireScope(context.viewer, 'metrics:read');
      let before = (await context.session()).ledger;
      return workspaceChanges(
        context,
        async (): Promise<ChangedModel | null> => {
          const { ledger, viewer } = await context.freshSession();
          // Several writes are told of at once; the later of them find nothing new.
          if (ledger.revision === before.revision) return null;
          const changed = viewer.accounts === 'all' ? partsChanged(before, ledger) : [];
          before = ledger;
          return { revision: ledger.revision, changed };
        },
        changesAtMostEvery,
      );
    },
    resolve: (event) => event,
  }),
);

/** Columns that nothing changed in are shared between a ledger and the one that it was brought forward from. */
function partsChanged(before: Ledger, after: Ledger): readonly string[] {
  return (
    Object.entries(before)
      // Entries of a ledger keyed as it is.
      .filter(([key, part]) => typeof part === 'object' && !isSame(part, after[key as keyof Ledger]))
      .map(([key]) => key)
  );
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (before instanceof Map && after instanceof Map) return isSame([...before].flat(), [...after].flat());
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((entry, index) => entry === after[index]);
  }
  if (!isPlain(before) || !isPlain(after)) return false;
  return Object.entries(before).every(([key, column]) => isSame(column, after[key]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
