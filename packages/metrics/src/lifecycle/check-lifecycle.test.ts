import { describe, expect, it } from 'vitest';
import { checkLifecycle, InvalidLifecycle } from './check-lifecycle.ts';
import type { LifecycleStage } from './lifecycle-model.ts';
import type { StageRule } from './stage-rule.ts';

const stages = (count: number): readonly LifecycleStage[] =>
  Array.from({ length: count }, (_, index) => ({ key: `s${index}`, label: 'Stage', terminal: false, rule: null }));
const ruled = (rule: StageRule): readonly LifecycleStage[] => [{ key: 's', label: 'Stage', terminal: false, rule }];
const paying: StageRule = { kind: 'paying' };
/** A rule of so many parts, itself among them. */
const wide = (parts: number): StageRule => ({ kind: 'any', of: Array.from({ length: parts - 1 }, () => paying) });
const deep = (depth: number): StageRule => (depth === 1 ? paying : { kind: 'not', of: deep(depth - 1) });

describe('a lifecycle at its limit is taken, and one past it refused', () => {
  it.each([
    ['stages', stages(50), stages(51), /has 51 stages and 50 is the most\. Join some/],
    ['parts of a rule', ruled(wide(200)), ruled(wide(201)), /too large\. Use at most 200 parts, 8 deep/],
    ['depth of a rule', ruled(deep(8)), ruled(deep(9)), /too large\. Use at most 200 parts, 8 deep/],
    ...(['createdFor', 'firstPaidFor', 'lapsedFor'] as const).map(
      (kind) =>
        [
          `days of ${kind}`,
          ruled({ kind, days: 36_500 }),
          ruled({ kind, days: 36_501 }),
          /begin after 36501 days\. Give a whole number from 0 to 36500/,
        ] as const,
    ),
    [
      'days of nothing',
      ruled({ kind: 'createdFor', days: 0 }),
      ruled({ kind: 'createdFor', days: -1 }),
      /begin after -1 days\. Give a whole number from 0 to 36500/,
    ],
  ] as const)('%s', (_, most, past, message) => {
    expect(checkLifecycle({ stages: most }).stages).toBe(most);
    expect(() => checkLifecycle({ stages: past })).toThrow(InvalidLifecycle);
    expect(() => checkLifecycle({ stages: past })).toThrow(message);
  });
});
