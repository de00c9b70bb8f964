import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { AnyMetric } from '../catalogue.ts';
import type { Exclusion, Question, Window } from '../metric.ts';
import { type Answer, answer } from './answer.ts';
import { collect } from './collect.ts';
import { windowOf } from './window.ts';

/** A metric's number over a period, able to say how it came about. */
export interface Reading extends Answer {
  readonly metric: AnyMetric;
  /** The period it was read over, which a policy may have changed from the one asked for. */
  readonly period: Period;
  /** 0…1. */
  readonly coverage: number;
  readonly excluded: readonly Exclusion[];
  readonly question: Question;
  readonly today: Day;
}

/** Reads a metric over a period. */
export function read(metric: AnyMetric, question: Question, asked: Period, today: Day): Reading {
  const [reading] = readEach(metric, question, [asked], today);
  // One period in, one reading out.
  return reading as Reading;
}

/** Reads a metric over many periods with one scan of the ledger: a series. */
export function readEach(
  metric: AnyMetric,
  question: Question,
  asked: readonly Period[],
  today: Day,
): readonly Reading[] {
  const facts = collect(metric.source, question, windowsOf(metric, question, asked, today));
  return answerEach(metric, question, asked, today, facts);
}

/** The windows that a metric looks at to be read over periods. */
export function windowsOf(
  metric: AnyMetric,
  { policy }: Pick<Question, 'policy'>,
  asked: readonly Period[],
  today: Day,
): readonly Window[] {
  return asked.map((period) => windowOf(metric.period?.(period, policy) ?? period, today));
}

/**
 * Readings of a metric over periods, from facts that were collected elsewhere.
 *
 * @param facts of the metric's source, one for each of {@link windowsOf}
 */
export function answerEach(
  metric: AnyMetric,
  question: Question,
  asked: readonly Period[],
  today: Day,
  facts: readonly unknown[],
): readonly Reading[] {
  const meaningless = question.subject !== undefined && metric.notFor?.includes(question.subject) === true;
  const unsaid = meaningless ? ({ value: null, money: null, reason: 'NOT_APPLICABLE' } as const) : {};
  return asked.map((from, index) => {
    const period = metric.period?.(from, question.policy) ?? from;
    const found = facts[index];
    return {
      ...answer(metric, found, question.policy, question.ledger.currency),
      ...unsaid,
      metric,
      period,
      coverage: metric.coverage?.(found) ?? 1,
      excluded: metric.excluded?.(found, question.policy) ?? [],
      question,
      today,
    };
  });
}
