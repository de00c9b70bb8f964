import type { Day } from '../calendar/day.ts';
import type { Lifecycle } from './lifecycle-model.ts';
import { ruleSteps } from './rule-steps.ts';
import { firstDayOf, type StageInputs } from './stage-inputs.ts';

/** The stage an account is in from a day on. */
export interface StageEntry {
  readonly day: Day;
  /** Key of the stage; `null` for none. */
  readonly stage: string | null;
  readonly byHand: boolean;
}

/**
 * The stages of an account from the first day that anything is known of it up to a horizon, each day on which they change.
 * A stage that was set by hand holds, whatever the rules say, until the next one that is, or until the account is given
 * back to the rules. Of the stages whose rules hold on a day the last in order counts.
 */
export function stageTimeline(lifecycle: Lifecycle, inputs: StageInputs, horizon: Day): readonly StageEntry[] {
  const ruled = lifecycle.stages.flatMap(({ key, rule }) =>
    rule === null ? [] : [{ key, steps: ruleSteps(rule, inputs), at: 0, holds: false }],
  );
  const days = new Set([firstDayOf(inputs), ...inputs.settings.map(({ day }) => day)]);
  for (const { steps } of ruled) for (const { day } of steps) days.add(day);
  const entries: StageEntry[] = [];
  let setting = 0;
  let hand: string | null = null;
  for (const day of [...days].filter((known) => known <= horizon).sort((a, b) => a - b)) {
    for (const stage of ruled) {
      for (; (stage.steps[stage.at]?.day ?? Number.POSITIVE_INFINITY) <= day; stage.at++)
        stage.holds = stage.steps[stage.at]?.holds === true;
    }
    for (; (inputs.settings[setting]?.day ?? Number.POSITIVE_INFINITY) <= day; setting++)
      hand = inputs.settings[setting]?.stage ?? null;
    const stage: string | null = hand ?? ruled.findLast(({ holds }) => holds)?.key ?? null;
    const byHand = hand !== null;
    const before = entries.at(-1);
    if (before === undefined ? stage !== null : before.stage !== stage || before.byHand !== byHand)
      entries.push({ day, stage, byHand });
  }
  return entries;
}
