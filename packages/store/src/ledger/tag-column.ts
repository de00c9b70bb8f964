import { joinTags, noTags, type TraitColumn } from '@plimsoll/metrics';
import type { Placement } from './placement.ts';
import { mergeTraits } from './trait-columns.ts';

/** Puts changed accounts' tags into the column, each set of tags as one value. */
export function mergeTags(
  before: TraitColumn,
  placement: Placement,
  changed: readonly (readonly string[])[],
): TraitColumn {
  const { key } = before;
  const traits = changed.map((tags) => ({ [key]: joinTags(tags) }));
  const merged = mergeTraits(new Map([[key, before]]), placement, traits).get(key);
  if (merged !== undefined) return merged;
  return placement.steady && before.values.length === 1 ? before : noTags(placement.source.length);
}
