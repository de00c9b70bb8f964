/** The stage that an account is set to by hand. */
export interface AccountStageRecord {
  /** Must be known. */
  readonly accountExternalId: string;
  /** Key of a stage of the workspace's lifecycle; `null` gives the account back to the rules. */
  readonly stage: string | null;
  /** The first day of it: `2026-11-21`. A second stage for the day replaces the first. */
  readonly from: string;
  /** Why, in words for colleagues. */
  readonly reason?: string | null;
}

/** A stage that an account was set to by hand, as it is kept. */
export interface StageSetting {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** `null`: given back to the rules. */
  readonly stage: string | null;
  readonly reason: string | null;
}
