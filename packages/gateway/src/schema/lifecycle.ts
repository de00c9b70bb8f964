import {
  type StageFlowKind as FlowKind,
  type StageFlow as FlowModel,
  type LifecycleReport,
  lifecycleReport,
  type StageReport as StageModel,
  type StayLength as StayModel,
} from '@plimsoll/metrics';
import { scanWeight } from '../cost/extent.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';
import { LifecycleStage, stageOfCode } from './lifecycle-stage.ts';
import { Measured } from './measured.ts';
import { Money } from './money.ts';
import { Period, PeriodInput, periodFrom } from './period.ts';

interface ReportModel {
  readonly session: Session;
  readonly report: LifecycleReport;
}

const meanings: Readonly<Record<FlowKind, string>> = {
  NEXT: 'To the stage that follows.',
  SKIP: 'Further on, past at least one stage.',
  REGRESSION: 'Back to an earlier stage.',
  END: 'To a terminal stage, which skips nothing.',
  RETURN: 'Out of a terminal stage, which is no regression.',
  ENTRY: 'From no stage, as of an account that was not known before.',
  EXIT: 'To no stage at all.',
};

const StageFlowKind = builder.enumType('StageFlowKind', {
  description: 'What a way from one stage to another is.',
  // Object.fromEntries forgets which keys it was given, and so does Object.entries.
  values: Object.fromEntries(
    Object.entries(meanings).map(([kind, description]) => [kind, { value: kind, description }]),
  ) as Record<FlowKind, { value: FlowKind; description: string }>,
});

const StayLength = builder.objectRef<StayModel>('StayLength').implement({
  access: 'OF_PARENT',
  description: 'How long stays in a stage took.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many stays.' }),
    medianDays: t.exposeFloat('medianDays', {
      nullable: true,
      description: 'The median of their days, the mean of the two in the middle where they are even; null without any.',
    }),
  }),
});

const StageReport = builder.objectRef<StageModel & Pick<ReportModel, 'session'>>('StageReport').implement({
  access: 'OF_PARENT',
  description: 'One stage over a period. Accounts at the start + entered − left are the accounts at the end.',
  fields: (t) => ({
    stage: t.field({
      type: LifecycleStage,
      nullable: true,
      description: 'The stage; null for the accounts in none.',
      resolve: ({ session, code }) => stageOfCode(session.ledger.lifecycle, code),
    }),
    accountsAtStart: t.exposeInt('accountsAtStart', { description: 'Accounts in it when the period began.' }),
    accountsAtEnd: t.exposeInt('accountsAtEnd', {
      description: 'Accounts in it at the end, or today in a period that goes on.',
    }),
    entered: t.exposeInt('entered', {
      description: 'How often accounts came to it; one that came twice counts twice.',
    }),
    left: t.exposeInt('left', { description: 'How often accounts left it.' }),
    money: t.expose('money', {
      type: Money,
      description: 'MRR of the accounts at the end; those of all stages and of none add up to MRR, to the minor unit.',
    }),
    atRisk: t.exposeInt('atRisk', {
      description: 'Accounts at the end whose health is in a band with the tone BAD: an overlay, not a stage.',
    }),
    completed: t.expose('completed', {
      type: StayLength,
      description: 'Stays that ended in the period, from the day of coming to the day of leaving.',
    }),
    ongoing: t.expose('ongoing', {
      type: StayLength,
      description:
        'Stays that go on at the end, with their days so far. They are not dropped, and not mixed with those that ended, for they can only become longer.',
    }),
  }),
});

const StageFlow = builder.objectRef<FlowModel & Pick<ReportModel, 'session'>>('StageFlow').implement({
  access: 'OF_PARENT',
  description: 'Everybody who went one way from stage to stage.',
  fields: (t) => ({
    from: t.field({
      type: LifecycleStage,
      nullable: true,
      description: 'The stage they left; null for none.',
      resolve: ({ session, from }) => stageOfCode(session.ledger.lifecycle, from),
    }),
    to: t.field({
      type: LifecycleStage,
      nullable: true,
      description: 'The stage they came to; null for none.',
      resolve: ({ session, to }) => stageOfCode(session.ledger.lifecycle, to),
    }),
    kind: t.expose('kind', { type: StageFlowKind, description: 'What this way is.' }),
    moves: t.exposeInt('moves', { description: 'How often; an account that went twice counts twice.' }),
    moneyBefore: t.expose('before', { type: Money, description: 'Their MRR on the day before each moved.' }),
    moneyAfter: t.expose('after', { type: Money, description: 'Their MRR on the day each moved.' }),
  }),
});

const stageKeys = ['accountsAtStart', 'accountsAtEnd', 'entered', 'left', 'atRisk'] as const;

function stagesCsv({ session, report }: ReportModel): string {
  return writeCsv(
    ['stage', 'label', ...stageKeys, 'amount', 'currency', 'completed', 'completedDays', 'ongoing', 'ongoingDays'],
    report.stages.map((stage) => {
      const { key = null, label = null } = stageOfCode(session.ledger.lifecycle, stage.code) ?? {};
      const { money, completed, ongoing } = stage;
      return [
        key,
        label,
        ...stageKeys.map((name) => stage[name]),
        money,
        money.currency,
        completed.count,
        completed.medianDays,
        ongoing.count,
        ongoing.medianDays,
      ];
    }),
  );
}

function flowsCsv({ session, report }: ReportModel): string {
  const keyOf = (code: number): string | null => stageOfCode(session.ledger.lifecycle, code)?.key ?? null;
  return writeCsv(
    ['from', 'to', 'kind', 'moves', 'amountBefore', 'amountAfter', 'currency'],
    report.flows.map(({ from, to, kind, moves, before, after }) => [
      keyOf(from),
      keyOf(to),
      kind,
      moves,
      before,
      after,
      after.currency,
    ]),
  );
}

const Lifecycle = builder.objectRef<ReportModel>('Lifecycle').implement({
  access: 'OF_PARENT',
  description: 'Where accounts are in their lives, and how they got there.',
  fields: (t) => ({
    period: t.field({
      type: Period,
      description: 'Over what.',
      resolve: ({ session, report: { period } }) => ({ ...period, today: session.today }),
    }),
    stages: t.field({
      type: [StageReport],
      description:
        'Every stage in order, and last the accounts in none. Each account is in exactly one of them at the start and at the end, so they add up to all accounts.',
      resolve: ({ session, report }) => report.stages.map((stage) => ({ ...stage, session })),
    }),
    flows: t.field({
      type: [StageFlow],
      description: 'Every way that an account went, in the order of the stages left and then of those come to.',
      resolve: ({ session, report }) => report.flows.map((flow) => ({ ...flow, session })),
    }),
    csv: t.string({ description: csvDescription('The stages'), weight: 20, resolve: stagesCsv }),
    flowsCsv: t.string({ description: csvDescription('The flows'), weight: 20, resolve: flowsCsv }),
    revision: t.string({
      description: 'The data revision it was computed from.',
      resolve: ({ session }) => session.ledger.revision,
    }),
  }),
});

builder.interfaceField(Measured, 'lifecycle', (t) =>
  t.field({
    type: Lifecycle,
    description: 'In which stages the accounts are, and how they moved between them.',
    args: {
      period: t.arg({ type: PeriodInput, description: 'Over what; the last twelve complete months when left out.' }),
    },
    weight: (_args, extent) => 20 + 3 * scanWeight(extent),
    access: 'metrics:read',
    resolve: async ({ session, selection }, { period: named }) => {
      const { reader, ledger, policy, today } = session;
      const period = periodFrom(named, { kind: 'last', count: 12, unit: 'MONTH' }, session);
      return { session, report: await reader.work(lifecycleReport(period, today), { ledger, selection, policy }) };
    },
  }),
);
