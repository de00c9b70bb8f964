import { traitReport } from '@plimsoll/metrics';
import { accountScopes } from '../access/access-rule.ts';
import { scanWeight } from '../cost/extent.ts';
import { AccountFilter, selectFor } from './account-filter.ts';
import { builder } from './builder.ts';
import { Measured } from './measured.ts';
import type { MeasuredModel } from './measured-model.ts';
import { TraitSummary } from './trait-summary.ts';

/** All accounts in the viewer's reach, or those a filter holds for. */
export class PortfolioModel implements MeasuredModel {
  readonly session: MeasuredModel['session'];
  readonly selection: MeasuredModel['selection'];

  constructor({ session, selection }: MeasuredModel) {
    this.session = session;
    this.selection = selection;
  }
}

/** All accounts in reach, in the graph. */
export const Portfolio = builder.objectRef<PortfolioModel>('Portfolio').implement({
  access: { anyOf: accountScopes },
  description: 'All accounts the viewer may see, or those a filter holds for.',
  interfaces: [Measured],
  isTypeOf: (value) => value instanceof PortfolioModel,
  fields: (t) => ({
    accountCount: t.int({
      description: 'How many accounts it holds, paying or not.',
      access: { anyOf: accountScopes },
      resolve: ({ session, selection }) => {
        return session.reader.count(selection);
      },
    }),
    traits: t.field({
      weight: (_args, extent) => ({ field: 10 + 5 * scanWeight(extent), multiplier: 10 }),
      type: [TraitSummary],
      description: 'The traits of these accounts with their values, for filters to offer.',
      access: { anyOf: accountScopes },
      resolve: async ({ session, selection }) => {
        const { reader, ledger, policy } = session;
        const traits = await reader.work(traitReport(), { ledger, selection, policy });
        return traits.filter(({ key }) => !session.hiddenTraits.has(key));
      },
    }),
  }),
});

builder.queryField('portfolio', (t) =>
  t.field({
    access: { anyOf: accountScopes },
    type: Portfolio,
    description: 'All accounts the viewer may see, or those a filter holds for.',
    args: { filter: t.arg({ type: AccountFilter, description: 'Which accounts; all of them when left out.' }) },
    resolve: async (_root, { filter }, context) => {
      const session = await context.session();
      return new PortfolioModel({ session, selection: selectFor(session, filter) });
    },
  }),
);
