import {
  type AccountMovement,
  formatDay,
  type MovementKind as Kind,
  movementKinds,
  movementReport,
  type Question,
  type Waterfall,
  type WaterfallStep,
  waterfallReport,
} from '@plimsoll/metrics';
import { scanWeight } from '../cost/extent.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { limits } from '../limits.ts';
import type { Session } from '../session.ts';
import { Account } from './account.ts';
import { type AccountModel, withAccounts } from './account-model.ts';
import { builder } from './builder.ts';
import { Measured } from './measured.ts';
import { Money } from './money.ts';
import { pageCost, pageOfListing } from './page.ts';
import { Period, PeriodInput, periodFrom } from './period.ts';
import { overridePolicy, PolicyInput } from './policy-input.ts';
import { csvWeight } from './reading-weight.ts';
import { subjectUnder } from './subject-under.ts';

interface ReportModel {
  readonly session: Session;
  readonly question: Question;
  readonly waterfall: Waterfall;
}

const meanings: Readonly<Record<Kind, string>> = {
  NEW: 'An account paid for the first time.',
  EXPANSION: 'A paying account added to what it pays.',
  CONTRACTION: 'A paying account gave up a part of what it pays.',
  CHURN: 'Nothing was left of what an account paid.',
  REACTIVATION: 'A former customer came back.',
  FX: 'Exchange rates changed what amounts are worth.',
};

/** Movements that an account is assumed to have, before they are counted. */
const movementsPerAccount = 5;

/** Why recurring revenue changed. */
const MovementKind = builder.enumType('MovementKind', {
  description: 'Why the recurring revenue of an account changed.',
  // Object.fromEntries forgets which keys it was given.
  values: Object.fromEntries(
    movementKinds.map((kind) => [kind, { value: kind, description: meanings[kind] }]),
  ) as Record<Kind, { value: Kind; description: string }>,
});

const MovementStep = builder.objectRef<WaterfallStep>('MovementStep').implement({
  access: 'OF_PARENT',
  description: 'What one kind of movement came to.',
  fields: (t) => ({
    kind: t.expose('kind', { type: MovementKind, description: 'The kind.' }),
    money: t.expose('money', { type: Money, description: 'MRR; negative for what was lost.' }),
    accountCount: t.exposeInt('accounts', { description: 'How many accounts moved so.' }),
  }),
});

type WithAccount = Omit<AccountMovement, 'account'> & { readonly account: AccountModel };

const Movement = builder.objectRef<WithAccount>('Movement').implement({
  access: 'OF_PARENT',
  description: 'One change of one account’s recurring revenue.',
  fields: (t) => ({
    account: t.expose('account', { type: Account, description: 'Whose.' }),
    date: t.expose('day', { type: 'Date', description: 'The day it took effect.' }),
    kind: t.expose('kind', { type: MovementKind, description: 'Why.' }),
    money: t.expose('money', { type: Money, description: 'MRR; negative for what was lost.' }),
  }),
});

function stepsCsv({ start, end, customersAtStart, customersAtEnd, steps }: Waterfall): string {
  return writeCsv(
    ['kind', 'amount', 'currency', 'accountCount'],
    [
      ['START', start, start.currency, customersAtStart],
      ...steps.map(({ kind, money, accounts }) => [kind, money, money.currency, accounts] as const),
      ['END', end, end.currency, customersAtEnd],
    ],
  );
}

function movementsCsv(entries: readonly AccountMovement[]): string {
  return writeCsv(
    ['account', 'name', 'date', 'kind', 'amount', 'currency'],
    entries.map(({ account, day, kind, money }) => [
      account.externalId,
      account.name,
      formatDay(day),
      kind,
      money,
      money.currency,
    ]),
  );
}

const MovementReport = builder.objectRef<ReportModel>('MovementReport').implement({
  access: 'OF_PARENT',
  description:
    'How MRR came from a period’s start to its end. The start and all steps add up to the end, to the minor unit.',
  fields: (t) => ({
    period: t.field({
      type: Period,
      description: 'Over what.',
      resolve: ({ session, waterfall: { period } }) => ({ ...period, today: session.today }),
    }),
    start: t.field({ type: Money, description: 'MRR at the start.', resolve: (report) => report.waterfall.start }),
    end: t.field({ type: Money, description: 'MRR at the end.', resolve: (report) => report.waterfall.end }),
    customersAtStart: t.int({
      description: 'Paying accounts at the start.',
      resolve: (report) => report.waterfall.customersAtStart,
    }),
    customersAtEnd: t.int({
      description: 'Paying accounts at the end.',
      resolve: (report) => report.waterfall.customersAtEnd,
    }),
    steps: t.field({
      type: [MovementStep],
      description: 'Every kind, in the order a waterfall is drawn.',
      resolve: (report) => report.waterfall.steps,
    }),
    csv: t.string({
      description: csvDescription('The start, every step and the end,'),
      weight: 20,
      resolve: ({ waterfall: report }) => stepsCsv(report),
    }),
    revision: t.string({
      description: 'The data revision it was computed from.',
      resolve: ({ question }) => question.ledger.revision,
    }),
    entries: t.connection(
      {
        type: Movement,
        description: `The movements one by one, the newest first. Of a workspace too large to be held in memory the first ${limits.listed} can be read.`,
        args: { kinds: t.arg({ type: [MovementKind], description: 'Of which kinds; all of them when left out.' }) },
        weight: (args, extent) => ({ field: 20 + 2 * scanWeight(extent), multiplier: pageCost(args) }),
        access: 'accounts:read',
        resolve: ({ session, question, waterfall: { period } }, { kinds, ...page }) => {
          const chosen = kinds ?? movementKinds;
          return pageOfListing(session, page, {
            list: (most) =>
              session.reader.work(movementReport(period, session.today, { kinds: chosen, most }), question),
            nodes: (entries: readonly AccountMovement[]) => withAccounts(session, entries),
          });
        },
      },
      {
        description: 'A page of movements.',
        fields: (connection) => ({
          totalCount: connection.int({
            description: 'How many movements there are in all.',
            resolve: (page) => page.totalCount,
          }),
          csv: connection.string({
            description: csvDescription('All movements, not only the page’s,'),
            weight: (_args, extent) => csvWeight(extent.accounts * movementsPerAccount),
            resolve: async (page) => movementsCsv(await page.all()),
          }),
        }),
      },
      { description: 'A movement with its cursor.' },
    ),
  }),
});

builder.interfaceField(Measured, 'movements', (t) =>
  t.field({
    type: MovementReport,
    description: 'How MRR came from a period’s start to its end.',
    args: {
      period: t.arg({ type: PeriodInput, description: 'Over what; the last twelve complete months when left out.' }),
      policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
    },
    weight: (_args, extent) => 20 + 2 * scanWeight(extent),
    access: 'metrics:read',
    resolve: async (subject, { period: named, policy: overrides }) => {
      const policy = overridePolicy(subject.session.policy, overrides);
      const { session, selection, ledger } = await subjectUnder(subject, policy);
      const period = periodFrom(named, { kind: 'last', count: 12, unit: 'MONTH' }, session);
      const question = { ledger, selection, policy };
      const found = await session.reader.work(waterfallReport(period, session.today), question);
      return { session, question, waterfall: found };
    },
  }),
);
