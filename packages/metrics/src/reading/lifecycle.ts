import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { append } from '../facts/add-facts.ts';
import { bandOn } from '../ledger/account-measures.ts';
import { balanceBefore } from '../ledger/ledger.ts';
import type { Gathering, Question, Window } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { ascending, half, quantile } from '../statistics/quantile.ts';
import { type Report, work } from './report.ts';
import { type StageFlow, StageFlows } from './stage-flow.ts';
import { stageMoves } from './stage-moves.ts';
import { windowOf } from './window.ts';

/** How long stays took. */
export interface StayLength {
  readonly count: number;
  /** `null` without any. */
  readonly medianDays: number | null;
}

/** One stage over a period: accounts at the start + entered − left = accounts at the end. */
export interface StageReport {
  /** Place in the ledger's lifecycle, counted from 1; 0 for accounts in no stage. */
  readonly code: number;
  readonly accountsAtStart: number;
  readonly accountsAtEnd: number;
  /** How often accounts came and went: one that came twice counts twice. */
  readonly entered: number;
  readonly left: number;
  /** MRR at the end. */
  readonly money: Money;
  /** Accounts at the end whose health is in a band with the tone BAD. */
  readonly atRisk: number;
  /** Stays that ended in the period, from the day of coming to the day of leaving. */
  readonly completed: StayLength;
  /** Stays that go on at the end, with their days so far: counted apart, for they can only become longer. */
  readonly ongoing: StayLength;
}

/** Where accounts are in their lives, and how they got there. */
export interface LifecycleReport {
  readonly period: Period;
  /** Every stage in order, and accounts in no stage last: each account is in one of them at the start and at the end. */
  readonly stages: readonly StageReport[];
  /** Every way that an account went, in the order of the stages. */
  readonly flows: readonly StageFlow[];
}

interface Tally {
  atStart: number;
  atEnd: number;
  entered: number;
  left: number;
  /** Annualised minor units. */
  annual: number;
  atRisk: number;
  readonly completed: number[];
  readonly ongoing: number[];
}

interface Lives {
  /** A place for each code of a stage. */
  readonly stages: readonly Tally[];
  readonly flows: StageFlows;
}

/**
 * Tells how many accounts are in which stage at a period's start and end, how they moved in between, and how long they
 * stayed. The start is the end of the day before, so that who moved on the period's first day moved in it. Nobody is in a
 * stage before anything is known of them: an account made in the period enters from no stage.
 */
export function lifecycle(question: Question, period: Period, today: Day): LifecycleReport {
  return work(lifecycleReport(period, today), question);
}

/** The same of any workspace. */
export function lifecycleReport(period: Period, today: Day): Report<Lives, LifecycleReport> {
  return {
    gathering: lives,
    window: windowOf(period, today),
    tell: ({ ledger }, { stages, flows }) => ({
      period,
      stages: reportsOf(stages, ledger.currency),
      flows: flows.all(ledger),
    }),
  };
}

const lives: Gathering<Lives> = {
  reads: { parts: ['movements', 'health', 'healthBands', 'stages', 'lifecycle'] },
  collect: (question, windows) => windows.map((window) => livesIn(question, window)),
  merge: (parts) => {
    const stages: Tally[] = [];
    const flows = new StageFlows();
    for (const part of parts) {
      part.stages.forEach((more, code) => {
        stages[code] ??= noTally();
        addTally(stages[code], more);
      });
      flows.merge(part.flows);
    }
    return { stages, flows };
  },
};

function addTally(into: Tally, { completed, ongoing, ...counts }: Tally): void {
  into.atStart += counts.atStart;
  into.atEnd += counts.atEnd;
  into.entered += counts.entered;
  into.left += counts.left;
  into.annual += counts.annual;
  into.atRisk += counts.atRisk;
  append(into.completed, completed);
  append(into.ongoing, ongoing);
}

function livesIn({ ledger, selection }: Question, window: Window): Lives {
  const stages = Array.from({ length: ledger.lifecycle.length + 1 }, noTally);
  const flows = new StageFlows();
  for (const account of selection.indices) {
    const { before, after, since, moves } = stageMoves(ledger, account, window);
    const first = stages[before];
    if (first !== undefined) first.atStart++;
    for (const move of moves) {
      flows.add(ledger, account, move);
      const from = stages[move.from];
      const to = stages[move.to];
      if (from !== undefined) from.left++;
      if (to !== undefined) to.entered++;
      if (move.from !== 0) from?.completed.push(move.stayed);
    }
    const last = stages[after];
    if (last === undefined) continue;
    last.atEnd++;
    last.annual += balanceBefore(ledger, account, window.end);
    if (bandOn(ledger, account, window.end - 1)?.tone === 'BAD') last.atRisk++;
    if (after !== 0) last.ongoing.push(window.end - since);
  }
  return { stages, flows };
}

function noTally(): Tally {
  return { atStart: 0, atEnd: 0, entered: 0, left: 0, annual: 0, atRisk: 0, completed: [], ongoing: [] };
}

/** Levels are rounded and stages are their differences, so that the stages add up to the whole, to the minor unit. */
function reportsOf(tallies: readonly Tally[], currency: string): readonly StageReport[] {
  let level = 0;
  const report = ({ annual, completed, ongoing, ...tally }: Tally, code: number): StageReport => {
    const below = perMonth(level);
    level += annual;
    return {
      code,
      accountsAtStart: tally.atStart,
      accountsAtEnd: tally.atEnd,
      entered: tally.entered,
      left: tally.left,
      money: { minor: perMonth(level) - below, currency },
      atRisk: tally.atRisk,
      completed: lengthOf(completed),
      ongoing: lengthOf(ongoing),
    };
  };
  const [outside = noTally(), ...stages] = tallies;
  return [...stages.map((tally, place) => report(tally, place + 1)), report(outside, 0)];
}

function perMonth(annual: number): bigint {
  return divideHalfEven(BigInt(annual), 12n);
}

function lengthOf(days: readonly number[]): StayLength {
  return { count: days.length, medianDays: days.length === 0 ? null : quantile(ascending(days), half) };
}
