/** An account as a source reports it. */
export interface AccountRecord {
  readonly externalId: string;
  /** Left as it is when absent; a new account is then named by its external id. */
  readonly name?: string;
  /** Merged into the traits that are there; `''` takes a trait away. */
  readonly traits?: Readonly<Record<string, string>>;
  /** All tags that it has from now on, none where the list is empty; left as they are when absent. */
  readonly tags?: readonly string[];
  /** The day it was created, in the host's eyes: `2026-11-21`. `null` takes the day away, absent leaves it. */
  readonly createdOn?: string | null;
  /**
   * Since when the given traits hold: `2026-11-21`, not after today. What is known of later days stands, so that the same
   * accounts sent again, or in another order, say the same.
   *
   * @default today, for traits that are something else now
   */
  readonly traitsFrom?: string;
  /** The account above this one, created when unknown; left as it is when absent. */
  readonly parentExternalId?: string;
}

/** What a trait of an account is from a day on, until another day says otherwise. */
export interface TraitHistoryRecord {
  /** Must be known. */
  readonly accountExternalId: string;
  /** The trait's key, such as `plan`. */
  readonly trait: string;
  /** `null`: the account does not have the trait from this day on. */
  readonly value: string | null;
  /** The first day, not after today: `2026-11-21`. The first value that is known holds for the time before it too. */
  readonly from: string;
}

/** A person at an account, as a source reports it. */
export interface PersonRecord {
  readonly externalId: string;
  /** Must be known. */
  readonly accountExternalId: string;
  readonly name?: string;
  readonly email?: string;
}
