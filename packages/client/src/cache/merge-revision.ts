import type { FieldMergeFunction } from '@apollo/client';

interface Revised {
  readonly revision?: string;
}

/**
 * Merges two answers for the same field and arguments only when they stand on the same data revision. Across
 * revisions the newer one replaces the older, so a reading never shows the value of one revision with the terms of
 * another; a widget that misses a field then asks again.
 */
export const mergeSameRevision: FieldMergeFunction<Revised> = (existing, incoming, { mergeObjects }) =>
  existing && existing.revision === incoming.revision ? mergeObjects(existing, incoming) : incoming;
