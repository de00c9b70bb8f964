import { csmTrait, leftOnOf, type Selection } from '@plimsoll/metrics';
import { accountScopes } from '../access/access-rule.ts';
import { scanWeight } from '../cost/extent.ts';
import { limits } from '../limits.ts';
import { type Session, selectIn } from '../session.ts';
import { Account, pageOfAccounts } from './account.ts';
import { AccountFilter, type FilterInput, selectFor } from './account-filter.ts';
import { AccountOrder } from './account-order.ts';
import { builder } from './builder.ts';
import { Measured } from './measured.ts';
import type { MeasuredModel } from './measured-model.ts';
import { pageCost, pageOfList } from './page.ts';
import { searchText } from './search-text.ts';

/** One customer success manager in a session. */
export class CsmModel implements MeasuredModel {
  readonly subject = 'CSM';
  readonly session: Session;
  /** Index into the ledger's CSMs. */
  readonly index: number;

  constructor(session: Session, index: number) {
    this.session = session;
    this.index = index;
  }

  get externalId(): string {
    return this.session.ledger.csms.ids[this.index] ?? '';
  }

  get name(): string {
    return this.session.ledger.csms.names[this.index] ?? '';
  }

  get selection(): Selection {
    return selectIn(this.session, { kind: 'trait', key: csmTrait, in: [this.externalId] });
  }

  /** Whether they carry their load on the session's day. */
  get active(): boolean {
    const { ledger, today } = this.session;
    const { rampedOn, leftOn } = ledger.csms;
    return (rampedOn[this.index] ?? 0) <= today && (leftOn[this.index] ?? 0) > today;
  }
}

/** A customer success manager of the workspace. */
export const Csm = builder.objectRef<CsmModel>('Csm');

/**
 * Who serves which customer, for how much of their time, is the workspace's own affair: a token for some accounts is shown
 * to those very customers, and to it there are no CSMs.
 */
function seesCsms({ viewer }: Session): boolean {
  return viewer.staff;
}

/** A CSM by external id; `null` for one that is not known or not for the viewer's eyes. */
export function findCsm(session: Session, externalId: string): CsmModel | null {
  const index = seesCsms(session) ? session.ledger.csms.ids.indexOf(externalId) : -1;
  return index < 0 ? null : new CsmModel(session, index);
}

builder.node(Csm, {
  access: { anyOf: accountScopes, staffOnly: 'CSMs are internal to the workspace' },
  description:
    'A customer success manager. Their accounts are those whose trait "csm" is their external id, as it stands now; their metrics are those of these accounts.',
  interfaces: [Measured],
  isTypeOf: (value) => value instanceof CsmModel,
  id: { resolve: ({ externalId }) => externalId },
  loadOne: async (id, context) => findCsm(await context.session(), id),
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: 'The host’s own id, as in the trait "csm" of accounts.' }),
    name: t.exposeString('name', { description: 'Their name.' }),
    fte: t.float({
      description: 'Of a full-time person: 0.5 for half the week.',
      resolve: ({ session, index }) => (session.ledger.csms.fte[index] ?? 0) / 1_000_000,
    }),
    rampedOn: t.field({
      type: 'Date',
      description: 'The first day on which they carry their load.',
      resolve: ({ session, index }) => session.ledger.csms.rampedOn[index] ?? 0,
    }),
    leftOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day on which they are gone; null while none is known.',
      resolve: ({ session, index }) => leftOnOf(session.ledger.csms, index),
    }),
    active: t.exposeBoolean('active', { description: 'Whether they are ramped today and have not left.' }),
    accountCount: t.int({
      description: 'How many accounts they have, paying or not.',
      resolve: ({ session, selection }) => session.reader.count(selection),
    }),
    accounts: t.connection(
      {
        type: Account,
        description: 'Their accounts.',
        args: {
          filter: t.arg({ type: AccountFilter, description: 'Which of them; all when left out.' }),
          orderBy: t.arg({ type: AccountOrder, description: 'In which order; by name when left out.' }),
        },
        weight: (args, extent) => ({ field: 10 + 2 * scanWeight(extent), multiplier: pageCost(args) }),
        access: 'accounts:read',
        resolve: ({ session, externalId }, { filter, orderBy, ...page }) => {
          const theirs: FilterInput = { trait: { key: csmTrait, in: [externalId] } };
          const found = selectFor(session, { and: [theirs, filter ?? {}] });
          return pageOfAccounts(session, found, orderBy, page);
        },
      },
      {
        description: 'A page of a CSM’s accounts.',
        fields: (connection) => ({
          totalCount: connection.int({
            description: 'How many accounts there are in all.',
            resolve: (page) => page.totalCount,
          }),
        }),
      },
      { description: 'An account of a CSM with its cursor.' },
    ),
  }),
});

builder.objectField(Account, 'csm', (t) =>
  t.field({
    type: Csm,
    nullable: true,
    description:
      'Who serves it; null where its trait "csm" names nobody that is known, and for tokens for some accounts.',
    resolve: (account) => {
      const externalId = account.trait(csmTrait);
      return externalId === null ? null : findCsm(account.session, externalId);
    },
  }),
);

builder.queryFields((t) => ({
  csm: t.field({
    access: { anyOf: accountScopes },
    type: Csm,
    nullable: true,
    description: 'One CSM by the host’s id; null where there is none, and for tokens for some accounts.',
    args: { externalId: t.arg.string({ required: true, description: 'The host’s own id.' }) },
    resolve: async (_root, { externalId }, context) => findCsm(await context.session(), externalId),
  }),
  csms: t.connection(
    {
      type: Csm,
      description: 'The CSMs by name. Refused to tokens for some accounts.',
      args: {
        active: t.arg.boolean({
          description: 'Only those who are ramped today and have not left, or only the others.',
        }),
        search: t.arg.string({
          description: `Only CSMs whose name or external id contains this, whatever the case; at most ${limits.searchLength} characters.`,
        }),
      },
      weight: (args) => ({ field: 10, multiplier: pageCost(args) }),
      access: { anyOf: ['accounts:read'], staffOnly: 'CSMs are internal to the workspace' },
      resolve: async (_root, { active, search, ...page }, context) => {
        const session = await context.session();
        const wanted = searchText(search ?? '').toLowerCase();
        const csms = session.ledger.csms.ids
          .map((_, index) => new CsmModel(session, index))
          .filter((csm) => active == null || csm.active === active)
          .filter(({ name, externalId }) => `${name}\n${externalId}`.toLowerCase().includes(wanted))
          .sort((a, b) => collator.compare(a.name, b.name) || a.index - b.index);
        return pageOfList(page, csms);
      },
    },
    {
      description: 'A page of CSMs.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'How many CSMs there are in all.',
          resolve: (page) => page.totalCount,
        }),
      }),
    },
    { description: 'A CSM with its cursor.' },
  ),
}));

const collator = new Intl.Collator('en', { numeric: true });
