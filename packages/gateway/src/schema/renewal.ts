import { type Day, type Renewal as Found, renewalsOf } from '@plimsoll/metrics';
import { Account } from './account.ts';
import type { AccountModel } from './account-model.ts';
import { builder } from './builder.ts';
import { HealthBand } from './health-band.ts';
import { Money } from './money.ts';

/** A contract of an account that comes up for renewal. */
export interface RenewalModel extends Omit<Found, 'account'> {
  readonly account: AccountModel;
}

/** Where a renewal stands, in the graph. */
export const RenewalStatus = builder.enumType('RenewalStatus', {
  description: 'Where a renewal stands today.',
  values: {
    UPCOMING: { description: 'Its day is still to come, and nothing is decided.' },
    OVERDUE: { description: 'Its day has come, and nothing is decided.' },
    RENEWED: { description: 'It was renewed.' },
    LOST: { description: 'It will not be renewed, or was not.' },
  } as const,
});

const Contract = builder
  .objectRef<{
    readonly contractId: string;
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly renews: string | null;
  }>('Contract')
  .implement({
    access: 'OF_PARENT',
    description: 'A signed contract.',
    fields: (t) => ({
      contractId: t.exposeString('contractId', { description: 'The host’s own id.' }),
      startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day it covers.' }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'The first day it no longer covers.' }),
      renews: t.exposeString('renews', { nullable: true, description: 'Id of the contract that it renews.' }),
    }),
  });

/** A contract that comes up for renewal. */
export const Renewal = builder.objectRef<RenewalModel>('Renewal').implement({
  access: 'OF_PARENT',
  description: 'A contract that comes up for renewal, and where that stands.',
  fields: (t) => ({
    account: t.expose('account', { type: Account, description: 'Whose.' }),
    contract: t.field({
      type: Contract,
      description: 'The contract.',
      weight: 5,
      resolve: async ({ account: { session }, number, startsOn, endsOn }) => {
        const stored = (await session.store.contracts([number])).get(number);
        if (stored === undefined) throw new Error(`The contract ${number} of the ledger is not in the store.`);
        return { ...stored, startsOn, endsOn };
      },
    }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'The renewal day: the first that is no longer covered.' }),
    daysLeft: t.int({
      description: 'Days until then; below 0 once it is past.',
      resolve: ({ account: { session }, endsOn }) => endsOn - session.today,
    }),
    arr: t.expose('arr', {
      type: Money,
      nullable: true,
      description: 'What a year of it is worth; null without an exchange rate on its first day.',
    }),
    autoRenew: t.exposeBoolean('autoRenew', {
      description: 'Whether it goes on unless somebody gives notice.',
    }),
    noticeBy: t.field({
      type: 'Date',
      description: 'The last day on which notice can be given.',
      resolve: ({ endsOn, noticeDays }) => endsOn - Math.max(1, noticeDays),
    }),
    status: t.expose('state', { type: RenewalStatus, description: 'Where it stands today.' }),
    settledOn: t.expose('settledOn', {
      type: 'Date',
      nullable: true,
      description: 'The day it was renewed, or known to be lost; null while it is undecided.',
    }),
    band: t.field({
      type: HealthBand,
      nullable: true,
      description: 'The band of the account’s health today; null without a score.',
      access: 'metrics:read',
      resolve: ({ band }) => band,
    }),
  }),
});

builder.objectField(Account, 'renewal', (t) =>
  t.field({
    type: Renewal,
    nullable: true,
    description: 'Its next renewal that nobody has decided, one that is overdue first; null without a contract.',
    access: 'metrics:read',
    resolve: (account) => {
      const { session, index } = account;
      const undecided = renewalsOf(session.ledger, index, session.today).find(
        ({ state }) => state === 'UPCOMING' || state === 'OVERDUE',
      );
      return undecided === undefined ? null : { ...undecided, account };
    },
  }),
);
