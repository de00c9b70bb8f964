import {
  type AccountRef,
  accountReport,
  churnedOn,
  createdOn,
  type Day,
  firstPaidOn,
  openTicketsOn,
  type Selection,
  tagsOf,
  traitPast,
} from '@plimsoll/metrics';
import { accountScopes } from '../access/access-rule.ts';
import { scanWeight } from '../cost/extent.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { resolveGlobalId } from '../global-id.ts';
import { limits } from '../limits.ts';
import { accountByExternalId, accountById, holding, type Session } from '../session.ts';
import { AccountFilter, selectFor } from './account-filter.ts';
import { AccountModel, accountModels } from './account-model.ts';
import { AccountOrder, listOrder } from './account-order.ts';
import { builder } from './builder.ts';
import { Measured } from './measured.ts';
import { type CursorArguments, pageCost, pageOfListing } from './page.ts';

/** A page of the accounts of a selection. */
export function pageOfAccounts(
  session: Session,
  selection: Selection,
  orderBy: typeof AccountOrder.$inferInput | null | undefined,
  page: CursorArguments,
) {
  const { reader, ledger, policy, today } = session;
  return pageOfListing(session, page, {
    list: (most) =>
      reader.work(accountReport(listOrder(session.viewer, orderBy), today, most), { ledger, selection, policy }),
    nodes: (accounts: readonly AccountRef[]) => accountModels(session, accounts),
  });
}

const Trait = builder.objectRef<{ readonly key: string; readonly value: string }>('Trait').implement({
  access: 'OF_PARENT',
  description: 'Something the host says of an account, such as its plan.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Which trait.' }),
    value: t.exposeString('value', { description: 'Its value.' }),
  }),
});

const TraitValueSince = builder.objectRef<{ readonly value: string; readonly from: Day }>('TraitValueSince').implement({
  access: 'OF_PARENT',
  description: 'A value that a trait had from a day on.',
  fields: (t) => ({
    value: t.string({
      nullable: true,
      description: 'The value; null where the trait was taken away.',
      access: { anyOf: accountScopes },
      resolve: ({ value }) => (value === '' ? null : value),
    }),
    from: t.expose('from', { type: 'Date', description: 'The first day on which it is known to have held.' }),
  }),
});

/** A customer of the workspace. */
export const Account = builder.objectRef<AccountModel>('Account');

builder.node(Account, {
  access: { anyOf: accountScopes },
  description: 'A customer, or somebody who may become one. The grain of every revenue metric.',
  interfaces: [Measured],
  isTypeOf: (value) => value instanceof AccountModel,
  id: { resolve: ({ id }) => id },
  loadManyWithoutCache: async (ids, context) => {
    const session = await holding(await context.session(), { ids });
    return ids.map((id) => findAccount(session, accountById(session, id)));
  },
  fields: (t) => ({
    externalId: t.string({
      description: 'The host’s own id of the account.',
      resolve: ({ session, index }) => session.ledger.accounts.externalIds[index] ?? '',
    }),
    name: t.string({
      description: 'Its name.',
      resolve: ({ session, index }) => session.ledger.accounts.names[index] ?? '',
    }),
    traits: t.field({
      type: [Trait],
      description: 'What the host says of it. Tokens for some accounts see no internal traits.',
      resolve: (account) =>
        [...account.session.ledger.accounts.traits.keys()].flatMap((key) => {
          const value = account.trait(key);
          return value === null ? [] : [{ key, value }];
        }),
    }),
    trait: t.string({
      nullable: true,
      description: 'The value of one trait; null where it is not set.',
      args: {
        key: t.arg.string({ required: true, description: 'Which trait.' }),
        on: t.arg({
          type: 'Date',
          description:
            'As it was on this day; as it is now when left out. The first value that is known holds before it too.',
        }),
      },
      resolve: (account, { key, on }) => account.trait(key, on ?? undefined),
    }),
    traitHistory: t.field({
      type: [TraitValueSince],
      description:
        'The values that a trait had, the oldest first and the present one last; empty where it never changed.',
      args: { key: t.arg.string({ required: true, description: 'Which trait.' }) },
      resolve: ({ session, index }, { key }) =>
        session.hiddenTraits.has(key) ? [] : traitPast(session.ledger, index, key),
    }),
    tags: t.stringList({
      description: 'Its tags, in order.',
      resolve: ({ session, index }) => [...tagsOf(session.ledger, index)],
    }),
    createdOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was created, in the host’s eyes; null where the host did not say.',
      resolve: ({ session, index }) => dayOrNull(createdOn(session.ledger, index)),
    }),
    churnedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was lost; null for an account that pays today or never did.',
      resolve: ({ session, index }) => dayOrNull(churnedOn(session.ledger, index, session.today)),
    }),
    openTickets: t.int({
      description: 'How many of its tickets are open today.',
      resolve: ({ session, index }) => openTicketsOn(session.ledger, index, session.today),
    }),
    customerSince: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it first paid; null for an account that never did.',
      resolve: ({ session, index }) => {
        const day = firstPaidOn(session.ledger, index);
        return day <= session.today ? day : null;
      },
    }),
  }),
});

function findAccount(session: Session, index: number): AccountModel | null {
  return index < 0 ? null : new AccountModel(session, index);
}

function dayOrNull(day: Day): Day | null {
  return Number.isNaN(day) ? null : day;
}

builder.queryFields((t) => ({
  account: t.field({
    type: Account,
    nullable: true,
    description:
      'One account by exactly one of its ids; null where there is none in the viewer’s reach. Needs `metrics:read` or `accounts:read`.',
    args: {
      id: t.arg.id({ description: 'Its id in the graph.' }),
      externalId: t.arg.string({ description: 'The host’s own id.' }),
    },
    access: { anyOf: accountScopes },
    resolve: async (_root, { id, externalId }, context) => {
      if ((id == null) === (externalId == null)) {
        throw new GatewayError('BAD_REQUEST', 'account() takes exactly one of id and externalId. Give one.');
      }
      const opened = await context.session();
      if (externalId != null) {
        const session = await holding(opened, { externalIds: [externalId] });
        return findAccount(session, accountByExternalId(session, externalId));
      }
      const internal = resolveGlobalId(String(id), 'Account') ?? '';
      const session = await holding(opened, { ids: [internal] });
      return findAccount(session, accountById(session, internal));
    },
  }),
  accounts: t.connection(
    {
      type: Account,
      description: 'The accounts in the viewer’s reach.',
      args: {
        filter: t.arg({ type: AccountFilter, description: 'Which accounts; all of them when left out.' }),
        search: t.arg.string({
          description: `Only accounts whose name or external id contains this, whatever the case; at most ${limits.searchLength} characters.`,
        }),
        orderBy: t.arg({ type: AccountOrder, description: 'In which order; by name when left out.' }),
      },
      weight: (args, extent) => ({ field: 10 + 2 * scanWeight(extent), multiplier: pageCost(args) }),
      access: 'accounts:read',
      resolve: async (_root, { filter, search, orderBy, ...page }, context) => {
        const session = await context.session();
        const found = selectFor(session, { and: [filter ?? {}, search == null ? {} : { search }] });
        return pageOfAccounts(session, found, orderBy, page);
      },
    },
    {
      description: 'A page of accounts.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'How many accounts there are in all.',
          resolve: (page) => page.totalCount,
        }),
      }),
    },
    { description: 'An account with its cursor.' },
  ),
}));
