import { type Day, formatDay } from '@plimsoll/metrics';
import { Rejection } from '../rejection.ts';
import { equalTerms } from './billing-terms.ts';
import type { SubscriptionChange } from './subscription-change.ts';

/** A change with the day it really stops: its own end or the next change, whichever comes first. */
export interface ClosedChange extends SubscriptionChange {
  readonly closesOn: Day | null;
}

/** What differs from the database. */
export interface Difference {
  /** Rows that are not there yet. */
  readonly added: ClosedChange[];
  /** Rows that are there and say something else. */
  readonly changed: ClosedChange[];
  /** Accounts whose history that changes. */
  readonly accountIds: Set<string>;
}

const nothing: ReadonlyMap<Day, ClosedChange> = new Map();

/** The changes of one subscription and kind, which never overlap. */
export class SubscriptionHistory {
  readonly #stored: ReadonlyMap<Day, ClosedChange>;
  readonly #changes: SubscriptionChange[];
  #dirty = false;

  /** @param stored what the database holds, oldest first */
  constructor(stored: readonly ClosedChange[]) {
    this.#stored = stored.length === 0 ? nothing : new Map(stored.map((change) => [change.startsOn, change]));
    this.#changes = [...stored];
  }

  /**
   * Takes a change in, in place of one that starts on the same day.
   *
   * @throws Rejection where it overlaps with another
   */
  put(change: SubscriptionChange): 'created' | 'updated' | 'unchanged' {
    const later = this.#changes.findIndex((candidate) => candidate.startsOn >= change.startsOn);
    const at = later === -1 ? this.#changes.length : later;
    const there = this.#changes[at];
    const same = there?.startsOn === change.startsOn ? there : undefined;
    if (same !== undefined && equalChanges(same, change)) return 'unchanged';
    this.#refuseOverlap(change, this.#changes[at - 1], this.#changes[same === undefined ? at : at + 1]);
    this.#changes.splice(at, same === undefined ? 0 : 1, change);
    this.#dirty = true;
    return same === undefined ? 'created' : 'updated';
  }

  /** Adds what differs from the database. */
  addDifference({ added, changed, accountIds }: Difference): void {
    if (!this.#dirty) return;
    this.#changes.forEach((change, index) => {
      const next = this.#changes[index + 1]?.startsOn ?? Number.POSITIVE_INFINITY;
      const closes = Math.min(change.endsOn ?? Number.POSITIVE_INFINITY, next);
      const closesOn = closes === Number.POSITIVE_INFINITY ? null : closes;
      const before = this.#stored.get(change.startsOn);
      if (before !== undefined && before.closesOn === closesOn && equalChanges(before, change)) return;
      (before === undefined ? added : changed).push({ ...change, closesOn });
      accountIds.add(change.accountId);
      if (before !== undefined) accountIds.add(before.accountId);
    });
  }

  #refuseOverlap(
    change: SubscriptionChange,
    before: SubscriptionChange | undefined,
    after: SubscriptionChange | undefined,
  ): void {
    if (before !== undefined && before.endsOn !== null && before.endsOn > change.startsOn) {
      throw new Rejection(
        'startsOn',
        `The change from ${formatDay(change.startsOn)} overlaps with another of the subscription "${change.subscriptionId}", which covers ${formatDay(before.startsOn)} up to ${formatDay(before.endsOn)}. Let that one end by ${formatDay(change.startsOn)}, or begin this one later.`,
      );
    }
    if (after !== undefined && change.endsOn !== null && change.endsOn > after.startsOn) {
      throw new Rejection(
        'endsOn',
        `The change ends on ${formatDay(change.endsOn)} and overlaps with the next of the subscription "${change.subscriptionId}", which begins on ${formatDay(after.startsOn)}. End it by then, or leave the end out.`,
      );
    }
  }
}

function equalChanges(a: SubscriptionChange, b: SubscriptionChange): boolean {
  return (
    a.accountId === b.accountId &&
    a.endsOn === b.endsOn &&
    a.plan === b.plan &&
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency &&
    a.interval === b.interval &&
    a.every === b.every &&
    a.quantity === b.quantity &&
    equalTerms(a.terms, b.terms)
  );
}
