import { type HealthBand, isInBand } from '../health/health-model.ts';

/** A band with the model that it belongs to. */
export interface LedgerHealthBand extends HealthBand {
  /** The model’s key. */
  readonly model: string;
}

/** Health scores by account, oldest first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. */
export interface HealthColumns {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  /** 0…100; NaN from a day on which nothing was known any more. */
  readonly scores: Float64Array;
  /** 0…1, the share of the model's weight that was known. */
  readonly coverages: Float64Array;
  /** The band of each score, by its place in the ledger's `healthBands` counted from 1; 0 without a score. */
  readonly bands: Uint8Array;
}

/** The codes of scores' bands; see {@link HealthColumns}. NaN, and a score that no band holds, has the code 0. */
export function bandCodes(bands: readonly HealthBand[], scores: Float64Array): Uint8Array {
  return Uint8Array.from(scores, (score) => bands.findIndex((band) => isInBand(band, score)) + 1);
}
