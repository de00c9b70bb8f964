import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';

/** What a milestone is for: time to first value runs from a `start` to a `firstValue`. */
export const milestoneRoles = ['start', 'firstValue', 'other'] as const;

/** One of {@link milestoneRoles}. */
export type MilestoneRole = (typeof milestoneRoles)[number];

/** A milestone that accounts reach. */
export interface LedgerMilestone {
  readonly key: string;
  /** Its key where no name was given. */
  readonly name: string;
  readonly role: MilestoneRole;
}

/** Milestones that accounts reached, oldest first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. */
export interface MilestoneColumns {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  /** Index into the ledger's list of milestones. */
  readonly milestones: Int32Array;
}

/** Milestones on their way into a ledger. */
export class MilestoneTable {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #milestone = new Column();
  readonly #list: LedgerMilestone[] = [];

  /** Adds a milestone to the list, in place of one of its key. */
  describe(milestone: LedgerMilestone): void {
    const at = this.#list.findIndex(({ key }) => key === milestone.key);
    this.#list[at < 0 ? this.#list.length : at] = milestone;
  }

  push(account: number, day: Day, key: string): void {
    if (!this.#list.some((milestone) => milestone.key === key)) this.describe({ key, name: key, role: 'other' });
    this.#account.push(account);
    this.#day.push(day);
    this.#milestone.push(this.#list.findIndex((milestone) => milestone.key === key));
  }

  get list(): readonly LedgerMilestone[] {
    return this.#list;
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): MilestoneColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      days: arrange(this.#day, Int32Array),
      milestones: arrange(this.#milestone, Int32Array),
    };
  }
}
