import type { SegmentFilter } from '../../records/segment.ts';

/** Filters of segments by key. */
export type SegmentFilters = ReadonlyMap<string, SegmentFilter>;

/** The segments that a filter names, each once. */
export function segmentsIn(filter: SegmentFilter): ReadonlySet<string> {
  const found = new Set<string>(filter.segment?.in);
  const parts = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not === undefined ? [] : [filter.not])];
  for (const part of parts) for (const key of segmentsIn(part)) found.add(key);
  return found;
}

/** A way that leads from a segment back to itself, such as `['a', 'b', 'a']`; `undefined` where there is none. */
export function circleThrough(key: string, filters: SegmentFilters): readonly string[] | undefined {
  const seen = new Set<string>();
  const follow = (way: readonly string[]): readonly string[] | undefined => {
    const filter = filters.get(way.at(-1) ?? key);
    for (const next of filter === undefined ? [] : segmentsIn(filter)) {
      if (next === key) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = follow([...way, next]);
      if (circle !== undefined) return circle;
    }
    return undefined;
  };
  return follow([key]);
}

/** How many parts and values a filter has, those of the segments that it names put in their place. There is no circle. */
export function sizeOf(filter: SegmentFilter, filters: SegmentFilters, known = new Map<string, number>()): number {
  const named = (key: string): number => {
    const other = filters.get(key);
    const size = known.get(key) ?? (other === undefined ? 0 : sizeOf(other, filters, known));
    known.set(key, size);
    return size;
  };
  const { and = [], or = [], not, segment, ...own } = filter;
  const parts = [...and, ...or, ...(not === undefined ? [] : [not])];
  const values = Object.values(own).reduce((sum: number, part: unknown) => sum + listed(part), 1);
  return (
    parts.reduce((sum, part) => sum + sizeOf(part, filters, known), values) +
    (segment?.in ?? []).reduce((sum, key) => sum + 1 + named(key), 0)
  );
}

/** How many values stand in the lists of a part. */
function listed(part: unknown): number {
  if (Array.isArray(part)) return part.length;
  if (typeof part !== 'object' || part === null) return 0;
  return Object.values(part).reduce((sum: number, value: unknown) => sum + listed(value), 0);
}
