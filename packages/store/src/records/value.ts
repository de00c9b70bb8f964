import type { AdvocacyKind, MilestoneRole } from '@plimsoll/metrics';

/** A milestone that accounts can reach. */
export interface MilestoneDefinitionRecord {
  readonly key: string;
  /** Left as it is when absent; without one its key is shown. */
  readonly name?: string;
  /**
   * What it is for. Time to first value runs from an account's earliest `start`, or without one from its first payment, to
   * its earliest `firstValue`. Left as it is when absent, `other` for a new one.
   */
  readonly role?: MilestoneRole;
}

/** That an account reached a milestone. A second record of the same account and milestone takes the place of the first. */
export interface MilestoneRecord {
  /** Must be known. */
  readonly accountExternalId: string;
  /** The milestone's key. Made when it is new. */
  readonly milestone: string;
  /** The day in the workspace's time zone: `2026-11-21`; `null` takes it back. */
  readonly reachedOn: string | null;
}

/** Something that an account is to achieve by a day, as a number that goes from a baseline to a target. */
export interface OutcomeRecord {
  readonly outcomeId: string;
  /** Must be known. */
  readonly accountExternalId: string;
  readonly name: string;
  /** Where it started. */
  readonly baseline: number;
  /** Where it is to be; below the baseline where less is better. */
  readonly target: number;
  /** `2026-11-21`. */
  readonly dueOn: string;
  /** The day it was reached, where the host knows; else the first day on which a value reached the target. */
  readonly reachedOn?: string | null;
}

/** The value of an outcome on a day. A second value for the day replaces the first. */
export interface OutcomeProgressRecord {
  /** Must be known. */
  readonly outcomeId: string;
  /** `2026-11-21`. */
  readonly on: string;
  readonly value: number;
}

/** An outcome of an account as it stands. */
export interface AccountOutcome {
  readonly accountId: string;
  readonly outcomeId: string;
  readonly source: string;
  readonly name: string;
  readonly baseline: number;
  readonly target: number;
  /** `2026-11-21`, as all days here. */
  readonly dueOn: string;
  readonly reachedOn: string | null;
  /** The latest value and its day; `null` before the first. */
  readonly value: number | null;
  readonly valueOn: string | null;
}

/** An act by which a customer spoke for the product. */
export interface AdvocacyActRecord {
  readonly actId: string;
  /** Must be known. */
  readonly accountExternalId: string;
  /** Who did it, as the host calls them. */
  readonly person?: string;
  readonly kind: AdvocacyKind;
  /** `2026-11-21`. */
  readonly on: string;
}
