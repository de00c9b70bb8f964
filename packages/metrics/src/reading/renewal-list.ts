import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { contractOutcomes } from '../contracts/contract-outcome.ts';
import type { HealthBand } from '../health/health-model.ts';
import { bandOn } from '../ledger/account-measures.ts';
import { type AccountRef, compareRefs, refOf } from '../ledger/account-ref.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Money } from '../money/money.ts';
import { type Listing, listing } from './listing.ts';
import type { Report } from './report.ts';

/** Where a renewal stands on a day. */
export type RenewalState = 'UPCOMING' | 'OVERDUE' | 'RENEWED' | 'LOST';

/** A contract that comes up for renewal. */
export interface Renewal {
  readonly account: AccountRef;
  /** The number that the contract is stored under. */
  readonly number: number;
  readonly startsOn: Day;
  /** The renewal day: the first that is no longer covered. */
  readonly endsOn: Day;
  readonly state: RenewalState;
  /** The day it was renewed or known to be lost; `null` while it is undecided. */
  readonly settledOn: Day | null;
  /** What a year of it is worth; `null` without an exchange rate. */
  readonly arr: Money | null;
  readonly autoRenew: boolean;
  /** Before how many days notice has to be given; 0 for none. */
  readonly noticeDays: number;
  /** The band of the account's health; `null` without a score. */
  readonly band: HealthBand | null;
}

/** The contracts of an account as they stand on a day, the earliest renewal day first. */
export function renewalsOf(ledger: Ledger, account: number, today: Day): readonly Renewal[] {
  const { offsets, numbers, starts, ends, due, settled, notice, auto } = ledger.contracts;
  const found: Renewal[] = [];
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const amount = due[row] ?? Number.NaN;
    const state = stateOn(ledger, row, today);
    found.push({
      account: refOf(ledger, account),
      number: numbers[row] ?? 0,
      startsOn: starts[row] ?? 0,
      endsOn: ends[row] ?? 0,
      state,
      settledOn: state === 'RENEWED' || state === 'LOST' ? (settled[row] ?? null) : null,
      arr: Number.isNaN(amount) ? null : { minor: BigInt(amount), currency: ledger.currency },
      autoRenew: auto[row] === 1,
      noticeDays: notice[row] ?? 0,
      band: bandOn(ledger, account, today) ?? null,
    });
  }
  return found;
}

function stateOn({ contracts }: Ledger, row: number, today: Day): RenewalState {
  const outcome = contractOutcomes[contracts.outcomes[row] ?? 0] ?? 'NONE';
  // What is set for a day to come has not happened yet.
  if (outcome !== 'NONE' && (contracts.settled[row] ?? 0) <= today) return outcome;
  return (contracts.ends[row] ?? 0) <= today ? 'OVERDUE' : 'UPCOMING';
}

/** Renewals, and what a year of all of them is worth; those without an exchange rate are in no sum. */
export interface RenewalList extends Listing<Renewal> {
  readonly total: Money;
}

interface Due {
  readonly listed: Listing<Renewal>;
  readonly minor: bigint;
}

/**
 * The contracts whose renewal day lies in a period, the earliest first.
 *
 * @param states only those that stand so; all of them when left out
 */
export function renewalReport(
  { start, end }: Period,
  today: Day,
  states: readonly RenewalState[] | undefined,
  most: number,
): Report<Due, RenewalList> {
  const list = listing<Renewal>({
    reads: { parts: ['contracts', 'health', 'healthBands'], names: true },
    list: ({ ledger, selection }) =>
      Array.from(selection.indices, (account) => renewalsOf(ledger, account, today))
        .flat()
        .filter(({ endsOn, state }) => endsOn >= start && endsOn < end && states?.includes(state) !== false),
    compare: (a, b) => a.endsOn - b.endsOn || compareRefs(a.account, b.account) || a.number - b.number,
    most: Number.POSITIVE_INFINITY,
  });
  // Once summed up, what comes after the first so many is let go of.
  const shorten = ({ count, entries }: Listing<Renewal>): Listing<Renewal> => ({
    count,
    entries: entries.slice(0, most),
  });
  return {
    gathering: {
      reads: list.reads,
      collect: (question, windows) =>
        list.collect(question, windows).map((listed) => ({
          listed: shorten(listed),
          minor: listed.entries.reduce((sum, { arr }) => sum + (arr?.minor ?? 0n), 0n),
        })),
      merge: (parts) => ({
        listed: shorten(list.merge(parts.map(({ listed }) => listed))),
        minor: parts.reduce((sum, { minor }) => sum + minor, 0n),
      }),
    },
    window: { start, end },
    tell: ({ ledger: { currency } }, { listed, minor }) => ({ ...listed, total: { minor, currency } }),
  };
}
