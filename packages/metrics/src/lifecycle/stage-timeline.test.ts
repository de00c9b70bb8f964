import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../testing/worked-ledger.ts';
import type { Lifecycle } from './lifecycle-model.ts';
import { ruleSteps } from './rule-steps.ts';
import type { StageInputs } from './stage-inputs.ts';
import type { StageRule } from './stage-rule.ts';
import { stageTimeline } from './stage-timeline.ts';

const nothing: StageInputs = {
  createdOn: day('2025-01-01'),
  traits: new Map(),
  movements: [],
  userDays: [],
  milestones: new Map(),
  health: [],
  settings: [],
};

const paid: StageInputs = {
  ...nothing,
  movements: [
    { day: day('2025-02-01'), kind: 'NEW', amount: 1_200 },
    { day: day('2025-06-01'), kind: 'CHURN', amount: -1_200 },
    { day: day('2025-06-20'), kind: 'REACTIVATION', amount: 1_200 },
    { day: day('2025-09-01'), kind: 'CHURN', amount: -1_200 },
  ],
};

/** When a rule holds, in words: `+` and the day, or `-` and the day. */
function steps(rule: StageRule, inputs: StageInputs): readonly string[] {
  return ruleSteps(rule, inputs).map(
    ({ day: on, holds }) => `${holds ? '+' : '-'}${new Date(on * 86_400_000).toISOString().slice(0, 10)}`,
  );
}

describe('a rule', () => {
  it.each<[string, StageRule, StageInputs, readonly string[]]>([
    ['createdFor', { kind: 'createdFor', days: 30 }, nothing, ['+2025-01-31']],
    ['paying', { kind: 'paying' }, paid, ['+2025-02-01', '-2025-06-01', '+2025-06-20', '-2025-09-01']],
    ['firstPaidFor', { kind: 'firstPaidFor', days: 90 }, paid, ['+2025-05-02']],
    ['firstPaidFor of nobody who paid', { kind: 'firstPaidFor', days: 90 }, nothing, []],
    ['lapsedFor, at once', { kind: 'lapsedFor', days: 0 }, paid, ['+2025-06-01', '-2025-06-20', '+2025-09-01']],
    ['lapsedFor, after a while', { kind: 'lapsedFor', days: 19 }, paid, ['+2025-09-20']],
    [
      'not',
      { kind: 'not', of: { kind: 'paying' } },
      paid,
      ['+2025-01-01', '-2025-02-01', '+2025-06-01', '-2025-06-20', '+2025-09-01'],
    ],
    [
      'all',
      { kind: 'all', of: [{ kind: 'paying' }, { kind: 'createdFor', days: 60 }] },
      paid,
      ['+2025-03-02', '-2025-06-01', '+2025-06-20', '-2025-09-01'],
    ],
    [
      'any',
      { kind: 'any', of: [{ kind: 'paying' }, { kind: 'createdFor', days: 200 }] },
      paid,
      ['+2025-02-01', '-2025-06-01', '+2025-06-20'],
    ],
    [
      'trait',
      { kind: 'trait', key: 'plan', in: ['Team'] },
      {
        ...nothing,
        traits: new Map([
          [
            'plan',
            [
              { from: day('2025-03-01'), value: 'Team' },
              { from: day('2025-05-01'), value: 'Solo' },
            ],
          ],
        ]),
      },
      ['+2025-01-01', '-2025-05-01'],
    ],
    ['trait that is not set', { kind: 'trait', key: 'plan', in: [''] }, nothing, ['+2025-01-01']],
    [
      'activeUsers',
      { kind: 'activeUsers', atLeast: 2 },
      {
        ...nothing,
        userDays: [
          { day: day('2025-03-01'), user: 1 },
          { day: day('2025-03-10'), user: 1 },
          { day: day('2025-03-20'), user: 2 },
        ],
      },
      // The 28 days that end with the 6th of April still hold the 10th of March, those that end with the 7th do not.
      ['+2025-03-20', '-2025-04-07'],
    ],
    [
      'milestone',
      { kind: 'milestone', key: 'live' },
      { ...nothing, milestones: new Map([['live', day('2025-03-04')]]) },
      ['+2025-03-04'],
    ],
    ['milestone that was not reached', { kind: 'milestone', key: 'live' }, nothing, []],
    [
      'health',
      { kind: 'health', atLeast: 40, below: 70 },
      {
        ...nothing,
        health: [
          { day: day('2025-03-01'), score: 40 },
          { day: day('2025-03-05'), score: 70 },
          { day: day('2025-03-09'), score: 69.9 },
          { day: day('2025-03-11'), score: null },
        ],
      },
      ['+2025-03-01', '-2025-03-05', '+2025-03-09', '-2025-03-11'],
    ],
  ])('%s', (_name, rule, inputs, expected) => {
    expect(steps(rule, inputs)).toEqual(expected);
  });

  const leaf = fc.constantFrom<StageRule>(
    { kind: 'paying' },
    { kind: 'createdFor', days: 40 },
    { kind: 'firstPaidFor', days: 20 },
    { kind: 'lapsedFor', days: 10 },
  );

  it('that is not not a rule is the rule', () => {
    fc.assert(
      fc.property(leaf, leaf, (a, b) => {
        for (const kind of ['all', 'any'] as const) {
          const rule: StageRule = { kind, of: [a, b] };
          expect(steps({ kind: 'not', of: { kind: 'not', of: rule } }, paid)).toEqual(steps(rule, paid));
          const dual: StageRule = {
            kind: kind === 'all' ? 'any' : 'all',
            of: [
              { kind: 'not', of: a },
              { kind: 'not', of: b },
            ],
          };
          expect(steps({ kind: 'not', of: dual }, paid)).toEqual(steps(rule, paid));
        }
      }),
    );
  });
});

const lifecycle: Lifecycle = {
  stages: [
    { key: 'acquisition', label: 'Acquisition', terminal: false, rule: { kind: 'createdFor', days: 0 } },
    { key: 'onboarding', label: 'Onboarding', terminal: false, rule: { kind: 'paying' } },
    {
      key: 'growth',
      label: 'Growth',
      terminal: false,
      rule: { kind: 'all', of: [{ kind: 'paying' }, { kind: 'firstPaidFor', days: 90 }] },
    },
    { key: 'churn', label: 'Churn', terminal: true, rule: { kind: 'lapsedFor', days: 0 } },
  ],
};

function told(inputs: StageInputs, horizon = day('2026-12-31')): readonly string[] {
  return stageTimeline(lifecycle, inputs, horizon).map(
    ({ day: on, stage, byHand }) =>
      `${new Date(on * 86_400_000).toISOString().slice(0, 10)} ${stage}${byHand ? ' by hand' : ''}`,
  );
}

describe('the stages of an account', () => {
  it('are the last whose rules hold, from the day on which they do', () => {
    expect(told(paid)).toEqual([
      '2025-01-01 acquisition',
      '2025-02-01 onboarding',
      '2025-05-02 growth',
      '2025-06-01 churn',
      '2025-06-20 growth',
      '2025-09-01 churn',
    ]);
  });

  it('are what is set by hand until the next that is, or until the rules have the account back', () => {
    const settings = [
      { day: day('2025-03-01'), stage: 'growth' },
      { day: day('2025-04-01'), stage: 'onboarding' },
      { day: day('2025-06-10'), stage: null },
    ];
    expect(told({ ...paid, settings }).slice(1, 6)).toEqual([
      '2025-02-01 onboarding',
      '2025-03-01 growth by hand',
      '2025-04-01 onboarding by hand',
      '2025-06-10 churn',
      '2025-06-20 growth',
    ]);
  });

  it('begin with the first day on which anything is known, and end with the horizon', () => {
    expect(told({ ...nothing, settings: [{ day: day('2024-06-01'), stage: 'growth' }] })).toEqual([
      '2024-06-01 growth by hand',
    ]);
    expect(told(paid, day('2025-02-15'))).toEqual(['2025-01-01 acquisition', '2025-02-01 onboarding']);
  });
});
