import type { RecordRejection } from './batch.ts';

/** Days from one up to, but not including, another: `2026-11-21`; a side that is absent is open. */
export interface SegmentDays {
  readonly from?: string;
  readonly until?: string;
}

/**
 * A filter as it is kept: the graph's `AccountFilter` as JSON, days written out. What hangs on the present day, such as a
 * health band, is looked at on the day of the question.
 */
export interface SegmentFilter {
  readonly and?: readonly SegmentFilter[];
  readonly or?: readonly SegmentFilter[];
  readonly not?: SegmentFilter;
  /** `on`: a day, now where it is absent. */
  readonly trait?: { readonly key: string; readonly in: readonly string[]; readonly on?: string };
  readonly tags?: {
    readonly any?: readonly string[];
    readonly all?: readonly string[];
    readonly none?: readonly string[];
  };
  readonly csm?: { readonly in?: readonly string[]; readonly none?: boolean };
  /** In one of these other segments, which must be there before. */
  readonly segment?: { readonly in: readonly string[] };
  /** `on`: a day, that of the question where it is absent. */
  readonly stage?: { readonly in: readonly string[]; readonly none: boolean; readonly on?: string };
  /** Ids of accounts in the graph. */
  readonly accounts?: readonly string[];
  readonly search?: string;
  /** Amounts as decimals in major units. */
  readonly mrr?: { readonly atLeast?: string; readonly below?: string; readonly currency?: string };
  readonly health?: { readonly atLeast?: number; readonly below?: number };
  readonly band?: { readonly in: readonly string[] };
  readonly customerSince?: SegmentDays;
  readonly churnedOn?: SegmentDays;
  readonly createdOn?: SegmentDays;
}

/** A saved filter. */
export interface SegmentRecord {
  readonly key: string;
  readonly name: string;
  readonly description?: string | null;
  readonly filter: SegmentFilter;
}

/** A segment to save, or why the caller rejects it: a rejection keeps its place among the results of the batch. */
export type SegmentEntry = SegmentRecord | RecordRejection;

/** A saved filter as it is kept. */
export interface Segment extends SegmentRecord {
  readonly description: string | null;
}

/** What became of the wish to delete a segment. `inUse`: other segments name it, and nothing was deleted. */
export type SegmentDeletion =
  | { readonly kind: 'deleted' | 'absent'; readonly revision: string }
  | { readonly kind: 'inUse'; readonly by: readonly string[] };
