import type { StageRule as RuleModel } from '@plimsoll/metrics';
import { builder } from './builder.ts';

const TraitRule = builder.objectRef<RuleModel & { kind: 'trait' }>('StageTraitRule').implement({
  access: 'OF_PARENT',
  description: 'Holds for accounts by the value of a trait on the day.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The trait’s key.' }),
    in: t.exposeStringList('in', { description: 'Any of these values; "" stands for accounts without the trait.' }),
  }),
});

const HealthRule = builder.objectRef<RuleModel & { kind: 'health' }>('StageHealthRule').implement({
  access: 'OF_PARENT',
  description: 'Holds for accounts by their health score on the day; those without one are in no range.',
  fields: (t) => ({
    atLeast: t.float({ nullable: true, description: 'This or more.', resolve: ({ atLeast }) => atLeast ?? null }),
    below: t.float({ nullable: true, description: 'Less than this.', resolve: ({ below }) => below ?? null }),
  }),
});

const days = (rule: RuleModel, kind: 'createdFor' | 'firstPaidFor' | 'lapsedFor'): number | null =>
  rule.kind === kind ? rule.days : null;

/** A rule as it was saved: exactly one of the fields is set. */
export const StageRule = builder.objectRef<RuleModel>('StageRule');

StageRule.implement({
  access: 'OF_PARENT',
  description: 'When an account is in a stage by itself. Exactly one of the fields is set, all others are null.',
  fields: (t) => ({
    all: t.field({
      type: [StageRule],
      nullable: true,
      description: 'All of these hold.',
      resolve: (rule) => (rule.kind === 'all' ? rule.of : null),
    }),
    any: t.field({
      type: [StageRule],
      nullable: true,
      description: 'At least one of these holds.',
      resolve: (rule) => (rule.kind === 'any' ? rule.of : null),
    }),
    not: t.field({
      type: StageRule,
      nullable: true,
      description: 'This does not hold.',
      resolve: (rule) => (rule.kind === 'not' ? rule.of : null),
    }),
    trait: t.field({
      type: TraitRule,
      nullable: true,
      description: 'A trait has one of some values.',
      resolve: (rule) => (rule.kind === 'trait' ? rule : null),
    }),
    paying: t.boolean({
      nullable: true,
      description: 'True: the account pays.',
      resolve: (rule) => (rule.kind === 'paying' ? true : null),
    }),
    createdForDays: t.int({
      nullable: true,
      description: 'It was first heard of at least so many days ago.',
      resolve: (rule) => days(rule, 'createdFor'),
    }),
    firstPaidForDays: t.int({
      nullable: true,
      description: 'It first paid at least so many days ago, whether it pays now or not.',
      resolve: (rule) => days(rule, 'firstPaidFor'),
    }),
    lapsedForDays: t.int({
      nullable: true,
      description: 'It has paid, and has paid nothing for at least so many days.',
      resolve: (rule) => days(rule, 'lapsedFor'),
    }),
    activeUsers: t.int({
      nullable: true,
      description: 'At least so many of its users were active in the 28 days that end with the day.',
      resolve: (rule) => (rule.kind === 'activeUsers' ? rule.atLeast : null),
    }),
    milestone: t.string({
      nullable: true,
      description: 'It has reached the milestone of this key.',
      resolve: (rule) => (rule.kind === 'milestone' ? rule.key : null),
    }),
    health: t.field({
      type: HealthRule,
      nullable: true,
      description: 'Its health score is in a range.',
      resolve: (rule) => (rule.kind === 'health' ? rule : null),
    }),
  }),
});
