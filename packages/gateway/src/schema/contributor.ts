import type { Contributor as ContributorModel, Remainder as RemainderModel } from '@plimsoll/metrics';
import { scanWeight } from '../cost/extent.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { limits } from '../limits.ts';
import { Account } from './account.ts';
import { type AccountModel, withAccounts } from './account-model.ts';
import { builder } from './builder.ts';
import { contributorsTo, MetricReading } from './metric-reading.ts';
import { Money } from './money.ts';
import { pageCost, pageOfListing } from './page.ts';
import { csvWeight } from './reading-weight.ts';

const ContributorOrder = builder.enumType('ContributorOrder', {
  description: 'In which order contributors come.',
  values: {
    EFFECT_DESC: { description: 'The ones that raised the value most first.' },
    EFFECT_ASC: { description: 'The ones that lowered the value most first.' },
    NAME_ASC: { description: 'By name.' },
  } as const,
});

type WithAccount = Omit<ContributorModel, 'account'> & { readonly account: AccountModel };

const Contributor = builder.objectRef<WithAccount>('Contributor').implement({
  access: 'OF_PARENT',
  description:
    'What one account put into a number. All contributors and the remainder together make the number; a median is made of single values, so there they make the mean.',
  fields: (t) => ({
    account: t.expose('account', { type: Account, description: 'The account.' }),
    numerator: t.exposeFloat('numerator', {
      description: 'Its part above the line; of a median the sum of its values.',
    }),
    denominator: t.exposeFloat('denominator', {
      nullable: true,
      description: 'Its part below the line; of a median how many values it has.',
    }),
    money: t.expose('money', {
      type: Money,
      nullable: true,
      description: 'Its part above the line exactly, where it is money; the parts add up to the last minor unit.',
    }),
    contribution: t.exposeFloat('contribution', {
      description: 'Its part of the value; the parts add up to the value, for a median to the mean.',
    }),
    effect: t.exposeFloat('effect', {
      description:
        'How far it moved the value away from the metric’s reference: −0.01 took one point off a retention. For a median, how much less the value would be without the account; all of it where no other has a value. These do not add up to anything.',
    }),
  }),
});

const Remainder = builder.objectRef<RemainderModel>('Remainder').implement({
  access: 'OF_PARENT',
  description: 'What of a number belongs to no account.',
  fields: (t) => ({
    numerator: t.exposeFloat('numerator', { description: 'Its part above the line.' }),
    denominator: t.exposeFloat('denominator', { nullable: true, description: 'Its part below the line.' }),
    money: t.expose('money', {
      type: Money,
      nullable: true,
      description: 'Its part above the line exactly, where it is money.',
    }),
    contribution: t.exposeFloat('contribution', { description: 'Its part of the value.' }),
  }),
});

function contributorsCsv(entries: readonly ContributorModel[]): string {
  const header = ['account', 'name', 'numerator', 'denominator', 'amount', 'currency', 'contribution', 'effect'];
  return writeCsv(
    header,
    entries.map(({ account, numerator, denominator, money, contribution, effect }) => [
      account.externalId,
      account.name,
      numerator,
      denominator,
      money,
      money?.currency ?? null,
      contribution,
      effect,
    ]),
  );
}

builder.objectField(MetricReading, 'contributors', (t) =>
  t.connection(
    {
      type: Contributor,
      description: `The accounts behind the number. Of a workspace too large to be held in memory the first ${limits.listed} can be read.`,
      args: {
        orderBy: t.arg({
          type: ContributorOrder,
          required: true,
          defaultValue: 'EFFECT_DESC',
          description: 'In which order.',
        }),
      },
      weight: (args, extent) => ({ field: 20 + 2 * scanWeight(extent), multiplier: pageCost(args) }),
      access: 'accounts:read',
      resolve: (model, { orderBy, ...page }) => {
        const { session } = model;
        return pageOfListing(session, page, {
          list: (most) => contributorsTo(model, orderBy, most),
          nodes: (entries: readonly ContributorModel[]) => withAccounts(session, entries),
        });
      },
    },
    {
      description: 'A page of contributors.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'How many contributors there are in all.',
          resolve: (page) => page.totalCount,
        }),
        remainder: connection.field({
          type: Remainder,
          nullable: true,
          description:
            'What of the number belongs to no account: costs of the company as a whole, answers of people without an account. All contributors and this make the number; null where they alone do.',
          resolve: (page) => page.found.remainder,
        }),
        csv: connection.string({
          description: csvDescription('All contributors, not only the page’s,'),
          weight: (_args, extent) => csvWeight(extent.accounts),
          resolve: async (page) => contributorsCsv(await page.all()),
        }),
      }),
    },
    { description: 'A contributor with its cursor.' },
  ),
);
