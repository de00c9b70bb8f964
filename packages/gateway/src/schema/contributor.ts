import { type Contributor as ContributorModel, contributorsOf } from '@plimsoll/metrics';
import { requireScope } from '../auth/viewer.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import type { Session } from '../session.ts';
import { Account, AccountModel } from './account.ts';
import { builder } from './builder.ts';
import { MetricReading } from './metric-reading.ts';
import { Money } from './money.ts';
import { pageCost, pageOfList } from './page.ts';

const ContributorOrder = builder.enumType('ContributorOrder', {
  description: 'In which order contributors come.',
  values: {
    EFFECT_DESC: { description: 'The ones that raised the value most first.' },
    EFFECT_ASC: { description: 'The ones that lowered the value most first.' },
    NAME_ASC: { description: 'By name.' },
  } as const,
});

type InSession = ContributorModel & { readonly session: Session };

const Contributor = builder.objectRef<InSession>('Contributor').implement({
  description:
    'What one account put into a number. All contributors together make the number; a median is made of their single values, so there they make the mean. Costs of no account are nobody’s part.',
  fields: (t) => ({
    account: t.field({
      type: Account,
      description: 'The account.',
      resolve: ({ session, account }) => new AccountModel(session, account),
    }),
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

function contributorsCsv(entries: readonly InSession[]): string {
  const header = ['account', 'name', 'numerator', 'denominator', 'amount', 'currency', 'contribution', 'effect'];
  return writeCsv(
    header,
    entries.map(({ session: { ledger }, account, numerator, denominator, money, contribution, effect }) => [
      ledger.accounts.externalIds[account] ?? '',
      ledger.accounts.names[account] ?? '',
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
      description: 'The accounts behind the number.',
      args: {
        orderBy: t.arg({
          type: ContributorOrder,
          required: true,
          defaultValue: 'EFFECT_DESC',
          description: 'In which order.',
        }),
      },
      complexity: (args) => ({ field: 20, multiplier: pageCost(args) }),
      resolve: ({ session, reading }, { orderBy, ...page }) => {
        requireScope(session.viewer, 'accounts:read');
        const contributors = contributorsOf(reading, orderBy).map((contributor) => ({ ...contributor, session }));
        return pageOfList(page, contributors);
      },
    },
    {
      description: 'A page of contributors.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'How many contributors there are in all.',
          resolve: (page) => page.totalCount,
        }),
        csv: connection.string({
          description: csvDescription('All contributors, not only the page’s,'),
          complexity: 50,
          resolve: (page) => contributorsCsv(page.entries),
        }),
      }),
    },
    { description: 'A contributor with its cursor.' },
  ),
);
