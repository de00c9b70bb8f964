import { MetricsError } from '../metrics-error.ts';
import type { Lifecycle } from './lifecycle-model.ts';
import type { StageRule } from './stage-rule.ts';

/** A lifecycle whose stages could not be told apart, or with a rule that cannot be meant. */
export class InvalidLifecycle extends MetricsError {
  override readonly name = 'InvalidLifecycle';
}

const mostStages = 50;
const deepest = 8;
const mostParts = 200;
const mostDays = 36_500;
const stageKey = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/**
 * Checks a lifecycle before it is saved and returns it.
 *
 * @throws InvalidLifecycle naming the stage that is wrong
 */
export function checkLifecycle(lifecycle: Lifecycle): Lifecycle {
  const { stages } = lifecycle;
  if (stages.length === 0) fail('has no stages, so no account could be in any. Give at least one.');
  if (stages.length > mostStages) fail(`has ${stages.length} stages and ${mostStages} is the most. Join some of them.`);
  const keys = new Set<string>();
  for (const { key, label, rule } of stages) {
    if (!stageKey.test(key))
      fail(`has a stage with the key "${key}", by which accounts could not name it. Use 1 to 63 of a–z, 0–9, _ and -.`);
    if (keys.has(key)) fail(`names the stage "${key}" twice. Give each stage its own key.`);
    keys.add(key);
    if (label.trim() === '')
      fail(`gives the stage "${key}" no label. People would see nothing in its place. Give it one.`);
    if (rule !== null) checkRule(rule, key);
  }
  return lifecycle;
}

function checkRule(whole: StageRule, stage: string): void {
  let parts = 0;
  const check = (rule: StageRule, depth: number): void => {
    if (++parts > mostParts || depth > deepest)
      fail(`gives the stage "${stage}" a rule that is too large. Use at most ${mostParts} parts, ${deepest} deep.`);
    switch (rule.kind) {
      case 'all':
      case 'any':
        if (rule.of.length === 0)
          fail(`gives the stage "${stage}" a rule that is made of nothing. Give "${rule.kind}" at least one part.`);
        for (const part of rule.of) check(part, depth + 1);
        return;
      case 'not':
        check(rule.of, depth + 1);
        return;
      case 'trait':
        if (rule.key === '' || rule.in.length === 0)
          fail(
            `gives the stage "${stage}" a rule by a trait that no account could meet. Name the trait and its values.`,
          );
        return;
      case 'createdFor':
      case 'firstPaidFor':
      case 'lapsedFor':
        if (!Number.isInteger(rule.days) || rule.days < 0 || rule.days > mostDays)
          fail(`lets the stage "${stage}" begin after ${rule.days} days. Give a whole number from 0 to ${mostDays}.`);
        return;
      case 'activeUsers':
        if (!Number.isInteger(rule.atLeast) || rule.atLeast < 1)
          fail(`lets the stage "${stage}" begin with ${rule.atLeast} active users. Give a whole number from 1 on.`);
        return;
      case 'milestone':
        if (rule.key === '')
          fail(`gives the stage "${stage}" a rule by a milestone without a key. Name the milestone.`);
        return;
      case 'health':
        if (!((rule.atLeast ?? 0) < (rule.below ?? Number.POSITIVE_INFINITY)))
          fail(`lets the stage "${stage}" hold for a range of health without any score. Let it end above its start.`);
        return;
      case 'paying':
    }
  };
  check(whole, 1);
}

function fail(what: string): never {
  throw new InvalidLifecycle(`InvalidLifecycle: the lifecycle ${what}`);
}
