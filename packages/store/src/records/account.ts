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
  /** The account above this one, created when unknown; left as it is when absent. */
  readonly parentExternalId?: string;
}

/** A person at an account, as a source reports it. */
export interface PersonRecord {
  readonly externalId: string;
  /** Must be known. */
  readonly accountExternalId: string;
  readonly name?: string;
  readonly email?: string;
}
