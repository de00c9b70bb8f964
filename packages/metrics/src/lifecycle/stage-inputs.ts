import type { Day } from '../calendar/day.ts';
import type { Movement } from '../movements/movement.ts';

/** What an account's stages are worked out from; every list oldest first. What no rule looks at may be left empty. */
export interface StageInputs {
  /** As the host says, else the day on which it was first heard of. */
  readonly createdOn: Day;
  /** Every trait with its values and their first days. The first holds for the time before it too. */
  readonly traits: ReadonlyMap<string, readonly { readonly from: Day; readonly value: string }[]>;
  readonly movements: readonly Movement[];
  readonly userDays: readonly { readonly day: Day; readonly user: number }[];
  /** Milestones by key, with the day on which each was reached. */
  readonly milestones: ReadonlyMap<string, Day>;
  readonly health: readonly { readonly day: Day; readonly score: number | null }[];
  /** Stages set by hand from a day on; `null` gives the account back to the rules. */
  readonly settings: readonly { readonly day: Day; readonly stage: string | null }[];
}

/** The first day of an account: its making, its first movement or the first stage it was set to, whichever comes first. */
export function firstDayOf({ createdOn, movements, settings }: StageInputs): Day {
  return Math.min(createdOn, movements[0]?.day ?? createdOn, settings[0]?.day ?? createdOn);
}
