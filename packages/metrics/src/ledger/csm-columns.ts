import type { Day } from '../calendar/day.ts';

/** The trait of an account that names its CSM, by the CSM's external id. */
export const csmTrait = 'csm';

/** The customer success managers, by external id; every array has one entry each. */
export interface CsmColumns {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Millionths of a full-time person, whole numbers. */
  readonly fte: Float64Array;
  /** The first day on which they carry their load. */
  readonly rampedOn: Int32Array;
  /** The first day on which they are gone; the largest number there is while they are not. */
  readonly leftOn: Int32Array;
}

/** The day on which those leave who have not: the largest that a column holds. */
const notLeft = 2 ** 31 - 1;

/** A customer success manager as they enter the ledger. */
export interface LedgerCsm {
  readonly externalId: string;
  /** Their external id where none is given. */
  readonly name?: string;
  readonly fteMillionths: number;
  readonly rampedOn: Day;
  /** The first day on which they are gone. */
  readonly leftOn: Day | null;
}

/** CSMs as the ledger holds them. */
export function csmColumns(csms: readonly LedgerCsm[]): CsmColumns {
  return {
    ids: csms.map(({ externalId }) => externalId),
    names: csms.map(({ externalId, name = externalId }) => name),
    fte: Float64Array.from(csms, ({ fteMillionths }) => fteMillionths),
    rampedOn: Int32Array.from(csms, ({ rampedOn }) => rampedOn),
    leftOn: Int32Array.from(csms, ({ leftOn }) => leftOn ?? notLeft),
  };
}

/** The first day on which a CSM is gone; `null` while none is known. */
export function leftOnOf({ leftOn }: CsmColumns, csm: number): Day | null {
  const day = leftOn[csm] ?? notLeft;
  return day === notLeft ? null : day;
}
