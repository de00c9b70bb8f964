import type { Day } from '../calendar/day.ts';
import type { CsmColumns } from './ledger.ts';

/** A customer success manager as they enter the ledger. */
export interface LedgerCsm {
  readonly externalId: string;
  readonly fteMillionths: number;
  readonly rampedOn: Day;
  /** The first day on which they are gone. */
  readonly leftOn: Day | null;
}

/** CSMs as the ledger holds them. */
export function csmColumns(csms: readonly LedgerCsm[]): CsmColumns {
  return {
    ids: csms.map(({ externalId }) => externalId),
    fte: Float64Array.from(csms, ({ fteMillionths }) => fteMillionths),
    rampedOn: Int32Array.from(csms, ({ rampedOn }) => rampedOn),
    leftOn: Int32Array.from(csms, ({ leftOn }) => leftOn ?? 2 ** 31 - 1),
  };
}
