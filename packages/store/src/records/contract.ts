import type { Day } from '@plimsoll/metrics';

/** A contract over `[startsOn, endsOn)`, and what is known of its renewal. */
export interface ContractRecord {
  readonly contractId: string;
  /** Must be known. */
  readonly accountExternalId: string;
  readonly startsOn: string;
  /** The renewal day: the first day the contract no longer covers. */
  readonly endsOn: string;
  /** What a year of it is worth: a decimal in major units, 0 or more, such as `"12000.00"`. */
  readonly amount: string;
  /** ISO 4217 code. Due and renewed amounts are both converted at the rates of `startsOn`. */
  readonly currency: string;
  /** Whether it goes on unless somebody gives notice: it is then renewed on `endsOn` unless it is known to be lost. @default false */
  readonly autoRenew?: boolean;
  /** How many days before `endsOn` notice has to be given, 0 to 3,650. @default 0 */
  readonly noticeDays?: number;
  /** `draft`: not signed, `void`: never was one. Only what is signed counts, as due and as a renewal. @default 'signed' */
  readonly status?: 'signed' | 'draft' | 'void';
  /** The day it was signed, which is when it renews the one it names. @default `startsOn` */
  readonly signedOn?: string;
  /** The contract of the same source and account that this one renews. It may come later. */
  readonly renews?: string;
  /** The day it was renewed, where no contract that renews it is recorded. Not together with `lostOn`. */
  readonly renewedOn?: string;
  /** The annual amount it was renewed at, in its own currency. @default `amount` */
  readonly renewedAmount?: string;
  /** The day it became known that it will not be renewed. */
  readonly lostOn?: string;
}

/** A contract as it is stored, beside what the ledger holds of it. */
export interface Contract {
  /** As in the ledger. */
  readonly number: number;
  readonly source: string;
  readonly contractId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly signedOn: Day | null;
  /** Id of the contract that it renews. */
  readonly renews: string | null;
}
