import { type Day, type StageOnDay, type StageStay, stageOn, staysBy } from '@plimsoll/metrics';
import type { StageSetting as StoredSetting } from '@plimsoll/store';
import { Account } from './account.ts';
import type { AccountModel } from './account-model.ts';
import { builder } from './builder.ts';
import { LifecycleStage, stageOfCode } from './lifecycle-stage.ts';

interface OnDay {
  readonly account: AccountModel;
  readonly day: Day;
  readonly found: StageOnDay;
}

interface Stay extends StageStay, Pick<OnDay, 'account' | 'day'> {}

interface Setting extends StoredSetting {
  readonly account: AccountModel;
}

const StageSetBy = builder.enumType('StageSetBy', {
  description: 'Who says that an account is in its stage.',
  values: {
    HAND: { description: 'Somebody set it by hand.' },
    RULES: { description: 'The stage’s rule holds.' },
  } as const,
});

const StageStayType = builder.objectRef<Stay>('StageStay').implement({
  access: 'OF_PARENT',
  description: 'One stay of an account in a stage.',
  fields: (t) => ({
    stage: t.field({
      type: LifecycleStage,
      nullable: true,
      description: 'The stage.',
      resolve: ({ account, code }) => stageOfCode(account.session.ledger.lifecycle, code),
    }),
    from: t.expose('from', { type: 'Date', description: 'The first day.' }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is no longer there; null while it is.',
    }),
    days: t.int({
      description: 'How many days, so far for one that goes on: today counts.',
      resolve: ({ from, until, day }) => (until ?? day + 1) - from,
    }),
    setBy: t.field({
      type: StageSetBy,
      description: 'Who said so at first.',
      resolve: ({ byHand }) => (byHand ? 'HAND' : 'RULES'),
    }),
  }),
});

const StageSetting = builder.objectRef<Setting>('StageSetting').implement({
  access: 'OF_PARENT',
  description: 'A stage that an account was set to by hand.',
  fields: (t) => ({
    from: t.expose('day', { type: 'Date', description: 'From which day on.' }),
    stage: t.field({
      type: LifecycleStage,
      nullable: true,
      description: 'The stage; null where the account was given back to the rules.',
      resolve: ({ account, stage }) => {
        const { lifecycle } = account.session.ledger;
        return stageOfCode(lifecycle, lifecycle.findIndex(({ key }) => key === stage) + 1);
      },
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, in words for colleagues.' }),
  }),
});

const AccountStage = builder.objectRef<OnDay>('AccountStage').implement({
  access: 'OF_PARENT',
  description: 'Where an account is in its life.',
  fields: (t) => ({
    stage: t.field({
      type: LifecycleStage,
      nullable: true,
      description: 'The stage; null for none.',
      resolve: ({ account, found }) => stageOfCode(account.session.ledger.lifecycle, found.code),
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day of this stay; null where nothing was known yet.',
      resolve: ({ found }) => (Number.isNaN(found.since) ? null : found.since),
    }),
    days: t.int({
      nullable: true,
      description: 'For how many days, the day itself counted; null where nothing was known yet.',
      resolve: ({ found, day }) => (Number.isNaN(found.since) ? null : day + 1 - found.since),
    }),
    setBy: t.field({
      type: StageSetBy,
      nullable: true,
      description: 'Who says so now; null for no stage.',
      resolve: ({ found }) => (found.code === 0 ? null : found.byHand ? 'HAND' : 'RULES'),
    }),
    history: t.field({
      type: [StageStayType],
      description: 'Every stay up to the day, the oldest first; times without a stage are left out.',
      resolve: ({ account, day }) =>
        staysBy(account.session.ledger, account.index, day).map((stay) => ({ ...stay, account, day })),
    }),
    settings: t.field({
      access: {
        anyOf: ['accounts:read'],
        staffOnly: 'Reasons for stages that were set by hand are internal to the workspace',
      },
      type: [StageSetting],
      description: 'What was set by hand and why, the oldest first. For tokens and keys of all accounts.',
      weight: 20,
      resolve: async ({ account }) => {
        const { store } = account.session;
        const found = await store.stageSettings([account.id]);
        return (found.get(account.id) ?? []).map((setting) => ({ ...setting, account }));
      },
    }),
  }),
});

builder.objectField(Account, 'stage', (t) =>
  t.field({
    type: AccountStage,
    description: 'Where the account is in its life. "At risk" is no stage: see its health.',
    args: { on: t.arg({ type: 'Date', description: 'On which day; today when left out, and at the latest.' }) },
    weight: 2,
    access: 'accounts:read',
    resolve: (account, { on }) => {
      const { session } = account;
      const day = Math.min(on ?? session.today, session.today);
      return { account, day, found: stageOn(session.ledger, account.index, day) };
    },
  }),
);
