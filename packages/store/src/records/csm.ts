/** A customer success manager. Accounts name theirs in the trait `csm`, by this external id, as it stands now. */
export interface CsmRecord {
  /** Where several sources have the same, the one written last counts. */
  readonly externalId: string;
  readonly name: string;
  readonly email?: string;
  /** Of a full-time person, above 0 and at most 10: `0.5`. Kept to six decimals. */
  readonly fte: number;
  /** The first day on which they carry their load: `2026-11-21`. */
  readonly rampedOn: string;
  /** The first day on which they are gone; `null` or absent while they are not. */
  readonly leftOn?: string | null;
}
