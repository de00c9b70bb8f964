import type { Day } from '../calendar/day.ts';
import { startOfUnit } from '../calendar/unit.ts';
import { type AnyMetric, metricOf } from '../catalogue.ts';
import type { AccountLedger } from '../ledger/account-ledger.ts';
import type { Question, Window } from '../metric.ts';
import type { Policy } from '../policy.ts';
import { answer } from '../reading/answer.ts';
import { windowOf } from '../reading/window.ts';
import type { MetricSource } from './health-model.ts';
import type { Observation } from './health-score.ts';
import { lookBackFrom } from './look-back.ts';
import { rhythmOf } from './reading-rhythm.ts';

/**
 * What metrics say of one account, as its health sees it: over a window that trails the day, of its own records alone,
 * and of one answer as of many, since an account seldom gives as many as a published score needs.
 */
export class MetricReadings {
  readonly #account: AccountLedger;
  readonly #policy: Policy;

  constructor(account: AccountLedger, policy: Policy) {
    this.#account = account;
    this.#policy = { ...policy, minimumSample: 1 };
  }

  /** What was known the day before `from`, and then every day on which the reading changed up to and with `to`. */
  between(source: MetricSource, from: Day, to: Day): readonly Observation[] {
    const known = this.#knownDays(source);
    const observations: Observation[] = [...this.#measured(source, [from - 1], known)];
    for (const day of known) {
      if (day < from || day > to) continue;
      const value = this.#read(source, day);
      if (observations.length === 0 || observations.at(-1)?.value !== value) observations.push({ day, value });
    }
    return observations;
  }

  /** What is known on days, each as of the day it was measured on last; none before anything was known. */
  on(source: MetricSource, days: readonly Day[]): readonly Observation[] {
    return this.#measured(source, days, this.#knownDays(source));
  }

  #measured(source: MetricSource, days: readonly Day[], known: readonly Day[]): readonly Observation[] {
    const first = known[0] ?? Number.POSITIVE_INFINITY;
    const measured = new Set(days.map((day) => (source.measured === 'DAY' ? day : startOfUnit(day, 'WEEK'))));
    return [...measured]
      .filter((day) => day >= first)
      .sort((a, b) => a - b)
      .map((day) => ({ day, value: this.#read(source, day) }));
  }

  /** Days, ascending, on which the reading is measured because it can have changed. */
  #knownDays(source: MetricSource): readonly Day[] {
    const metric = metricOf(source.key);
    const { events, everyDay, afterwards } = rhythmOf(metric.source.family, this.#account.ledger, this.#policy);
    const days = new Set<Day>();
    const add = (day: Day): void => {
      days.add(source.measured === 'DAY' ? day : startOfUnit(day + 6, 'WEEK'));
    };
    for (const day of events) {
      add(day);
      add(this.#leavesOn(metric, source, day));
    }
    if (everyDay !== null) {
      const last = this.#leavesOn(metric, source, everyDay.last) + afterwards;
      const step = source.measured === 'DAY' ? 1 : 7;
      for (let day = everyDay.first; day < last + step; day += step) add(day);
    }
    return [...days].sort((a, b) => a - b);
  }

  /** The first day whose window no longer holds `day`. */
  #leavesOn(metric: AnyMetric, source: MetricSource, day: Day): Day {
    let low = day;
    let high = day + 1;
    while (this.#window(metric, source, high).start <= day) high += high - day;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#window(metric, source, middle).start <= day) low = middle;
      else high = middle;
    }
    return high;
  }

  #window(metric: AnyMetric, source: MetricSource, day: Day): Window {
    const { count, unit } = source.lookBack;
    const asked = { ...lookBackFrom(day, source.lookBack), unit, count, open: false };
    return windowOf(metric.period?.(asked, this.#policy) ?? asked, day);
  }

  #read(source: MetricSource, day: Day): number | null {
    const { ledger, selection } = this.#account;
    const metric = metricOf(source.key);
    const question: Question = {
      ledger,
      selection,
      policy: this.#policy,
      ...(source.survey === undefined ? {} : { survey: source.survey }),
      ...(source.feature === undefined ? {} : { feature: source.feature }),
    };
    const facts = metric.source.collectAccount(question, 0, this.#window(metric, source, day));
    return answer(metric, facts, this.#policy, ledger.currency).value;
  }
}
