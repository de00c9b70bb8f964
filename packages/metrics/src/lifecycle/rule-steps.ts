import type { Day } from '../calendar/day.ts';
import { firstDayOf, type StageInputs } from './stage-inputs.ts';
import { activeDays, type StageRule } from './stage-rule.ts';

/** From which days on something holds and does not hold, in turns, oldest first; before the first it does not hold. */
export type Steps = readonly { readonly day: Day; readonly holds: boolean }[];

/** When a rule holds for an account. */
export function ruleSteps(rule: StageRule, inputs: StageInputs): Steps {
  const begin = firstDayOf(inputs);
  switch (rule.kind) {
    case 'all':
      return combined(
        rule.of.map((part) => ruleSteps(part, inputs)),
        (held) => held.every(Boolean),
      );
    case 'any':
      return combined(
        rule.of.map((part) => ruleSteps(part, inputs)),
        (held) => held.some(Boolean),
      );
    case 'not':
      return combined(
        [[{ day: begin, holds: true }], ruleSteps(rule.of, inputs)],
        ([known, held]) => known === true && held === false,
      );
    case 'trait': {
      const past = inputs.traits.get(rule.key) ?? [{ from: begin, value: '' }];
      return turns(
        past.map(({ from, value }, at) => ({
          day: at === 0 ? begin : Math.max(from, begin),
          holds: rule.in.includes(value),
        })),
      );
    }
    case 'createdFor':
      return [{ day: inputs.createdOn + rule.days, holds: true }];
    case 'firstPaidFor':
      return inputs.movements.slice(0, 1).map(({ day }) => ({ day: day + rule.days, holds: true }));
    case 'paying':
      return paying(inputs);
    case 'lapsedFor':
      return lapsed(paying(inputs), rule.days);
    case 'activeUsers':
      return turns(activeUsers(inputs).map(({ day, users }) => ({ day, holds: users >= rule.atLeast })));
    case 'milestone': {
      const day = inputs.milestones.get(rule.key);
      return day === undefined ? [] : [{ day, holds: true }];
    }
    case 'health':
      return turns(
        inputs.health.map(({ day, score }) => ({
          day,
          holds: score !== null && score >= (rule.atLeast ?? score) && (rule.below === undefined || score < rule.below),
        })),
      );
  }
}

/** Several at once: `holds` says from each day on what comes of what held of them. */
export function combined(parts: readonly Steps[], holds: (held: readonly boolean[]) => boolean): Steps {
  const days = [...new Set(parts.flatMap((steps) => steps.map(({ day }) => day)))].sort((a, b) => a - b);
  const next = parts.map(() => 0);
  const held = parts.map(() => false);
  return turns(
    days.map((day) => {
      parts.forEach((steps, part) => {
        for (let at = next[part] ?? 0; (steps[at]?.day ?? Number.POSITIVE_INFINITY) <= day; at++) {
          held[part] = steps[at]?.holds === true;
          next[part] = at + 1;
        }
      });
      return { day, holds: holds(held) };
    }),
  );
}

/** Steps without those that change nothing; of several of one day the last counts. */
function turns(steps: Steps): Steps {
  const kept: { readonly day: Day; readonly holds: boolean }[] = [];
  for (const step of steps) {
    if (kept.at(-1)?.day === step.day) kept.pop();
    if ((kept.at(-1)?.holds ?? false) !== step.holds) kept.push(step);
  }
  return kept;
}

function paying({ movements }: StageInputs): Steps {
  let balance = 0;
  return turns(
    movements.map(({ day, amount }) => {
      balance += amount;
      return { day, holds: balance > 0 };
    }),
  );
}

function lapsed(payments: Steps, days: number): Steps {
  return payments.flatMap(({ day, holds }, at): Steps => {
    const lapses = payments[at - 1];
    if (holds) return lapses !== undefined && lapses.day + days < day ? [{ day, holds: false }] : [];
    const back = payments[at + 1]?.day ?? Number.POSITIVE_INFINITY;
    return day + days < back ? [{ day: day + days, holds: true }] : [];
  });
}

/** How many users were active in the days up to each day on which that number may change. */
function activeUsers({ userDays }: StageInputs): readonly { readonly day: Day; readonly users: number }[] {
  const days = [...new Set(userDays.flatMap(({ day }) => [day, day + activeDays]))].sort((a, b) => a - b);
  const rows = new Map<number, number>();
  let entered = 0;
  let left = 0;
  return days.map((day) => {
    for (; (userDays[entered]?.day ?? Number.POSITIVE_INFINITY) <= day; entered++) {
      const user = userDays[entered]?.user ?? 0;
      rows.set(user, (rows.get(user) ?? 0) + 1);
    }
    for (; (userDays[left]?.day ?? Number.POSITIVE_INFINITY) <= day - activeDays; left++) {
      const user = userDays[left]?.user ?? 0;
      const remaining = (rows.get(user) ?? 1) - 1;
      if (remaining === 0) rows.delete(user);
      else rows.set(user, remaining);
    }
    return { day, users: rows.size };
  });
}
