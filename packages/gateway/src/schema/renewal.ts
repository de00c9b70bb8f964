import {
  bandOn,
  contractOutcomes,
  type Day,
  type Money as MoneyModel,
  type Period as PeriodModel,
} from '@plimsoll/metrics';
import { requireScope } from '../auth/viewer.ts';
import type { Session } from '../session.ts';
import { Account, AccountModel } from './account.ts';
import { builder } from './builder.ts';
import { HealthBand } from './health-band.ts';
import { Money } from './money.ts';

/** Where a renewal stands on a day. */
export type RenewalState = 'UPCOMING' | 'OVERDUE' | 'RENEWED' | 'LOST';

/** A contract that comes up for renewal, as a row of the session's ledger. */
export interface RenewalModel {
  readonly session: Session;
  readonly account: number;
  readonly row: number;
  readonly endsOn: Day;
  readonly state: RenewalState;
}

/** The contracts of an account, the earliest renewal day first. */
export function renewalsOfAccount(session: Session, account: number): readonly RenewalModel[] {
  const { offsets, ends } = session.ledger.contracts;
  const found: RenewalModel[] = [];
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    found.push({ session, account, row, endsOn: ends[row] ?? 0, state: stateOf(session, row) });
  }
  return found;
}

function stateOf({ ledger: { contracts }, today }: Session, row: number): RenewalState {
  const outcome = contractOutcomes[contracts.outcomes[row] ?? 0] ?? 'NONE';
  // What is set for a day to come has not happened yet.
  if (outcome !== 'NONE' && (contracts.settled[row] ?? 0) <= today) return outcome;
  return (contracts.ends[row] ?? 0) <= today ? 'OVERDUE' : 'UPCOMING';
}

/** Whether a renewal day lies in a period. */
export function isDueIn({ endsOn }: RenewalModel, { start, end }: PeriodModel): boolean {
  return endsOn >= start && endsOn < end;
}

/** What a year of a contract is worth in the workspace's currency; `null` without an exchange rate. */
export function amountOf({ session: { ledger }, row }: RenewalModel): MoneyModel | null {
  const due = ledger.contracts.due[row] ?? Number.NaN;
  return Number.isNaN(due) ? null : { minor: BigInt(due), currency: ledger.currency };
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
  description: 'A contract that comes up for renewal, and where that stands.',
  fields: (t) => ({
    account: t.field({
      type: Account,
      description: 'Whose.',
      resolve: ({ session, account }) => new AccountModel(session, account),
    }),
    contract: t.field({
      type: Contract,
      description: 'The contract.',
      complexity: 5,
      resolve: async ({ session, row, endsOn }) => {
        const { numbers, starts } = session.ledger.contracts;
        const number = numbers[row] ?? 0;
        const stored = (await session.store.contracts([number])).get(number);
        if (stored === undefined) throw new Error(`The contract ${number} of the ledger is not in the store.`);
        return { ...stored, startsOn: starts[row] ?? 0, endsOn };
      },
    }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'The renewal day: the first that is no longer covered.' }),
    daysLeft: t.int({
      description: 'Days until then; below 0 once it is past.',
      resolve: ({ session, endsOn }) => endsOn - session.today,
    }),
    arr: t.field({
      type: Money,
      nullable: true,
      description: 'What a year of it is worth; null without an exchange rate on its first day.',
      resolve: amountOf,
    }),
    autoRenew: t.boolean({
      description: 'Whether it goes on unless somebody gives notice.',
      resolve: ({ session, row }) => session.ledger.contracts.auto[row] === 1,
    }),
    noticeBy: t.field({
      type: 'Date',
      description: 'The last day on which notice can be given.',
      resolve: ({ session, row, endsOn }) => endsOn - Math.max(1, session.ledger.contracts.notice[row] ?? 0),
    }),
    status: t.expose('state', { type: RenewalStatus, description: 'Where it stands today.' }),
    settledOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was renewed, or known to be lost; null while it is undecided.',
      resolve: ({ session, row, state }) =>
        state === 'RENEWED' || state === 'LOST' ? (session.ledger.contracts.settled[row] ?? null) : null,
    }),
    band: t.field({
      type: HealthBand,
      nullable: true,
      description: 'The band of the account’s health today; null without a score.',
      resolve: ({ session, account }) => {
        requireScope(session.viewer, 'metrics:read');
        return bandOn(session.ledger, account, session.today) ?? null;
      },
    }),
  }),
});

builder.objectField(Account, 'renewal', (t) =>
  t.field({
    type: Renewal,
    nullable: true,
    description: 'Its next renewal that nobody has decided, one that is overdue first; null without a contract.',
    resolve: ({ session, index }) => {
      requireScope(session.viewer, 'metrics:read');
      const undecided = renewalsOfAccount(session, index).filter(
        ({ state }) => state === 'UPCOMING' || state === 'OVERDUE',
      );
      return undecided[0] ?? null;
    },
  }),
);
