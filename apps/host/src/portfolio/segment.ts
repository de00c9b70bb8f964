import type { MetricCardProps } from '@plimsoll/react';

/** The traits that Harbor cuts its portfolio by, in the order they are shown. */
export const segmentTraits = ['plan', 'region', 'industry'] as const;

/** One of {@link segmentTraits}. */
export type SegmentTrait = (typeof segmentTraits)[number];

/** Which customers a page is about: any of the values of each trait; a trait without values does not narrow. */
export type Segment = Readonly<Record<SegmentTrait, readonly string[]>>;

/** The segment that leaves nobody out. */
export const everybody: Segment = { plan: [], region: [], industry: [] };

/** Reads a segment from an address; what it does not know there, it leaves. */
export function segmentFrom(search: string): Segment {
  const parameters = new URLSearchParams(search);
  const valuesOf = (trait: SegmentTrait) => [...new Set(parameters.getAll(trait))].filter((value) => value !== '');
  return { plan: valuesOf('plan'), region: valuesOf('region'), industry: valuesOf('industry') };
}

/** Writes a segment for an address, with its question mark; nothing for everybody. */
export function searchOf(segment: Segment): string {
  const parameters = new URLSearchParams(
    segmentTraits.flatMap((trait) => segment[trait].map((value): [string, string] => [trait, value])),
  );
  return parameters.size === 0 ? '' : `?${parameters}`;
}

/** Puts a value into a segment, or takes it out. */
export function toggled(segment: Segment, trait: SegmentTrait, value: string): Segment {
  const values = segment[trait];
  return {
    ...segment,
    [trait]: values.includes(value) ? values.filter((other) => other !== value) : [...values, value],
  };
}

/** A segment as the graph takes it; `undefined` for everybody. */
export function filterOf(segment: Segment): MetricCardProps['filter'] {
  const and = segmentTraits
    .filter((trait) => segment[trait].length > 0)
    .map((trait) => ({ trait: { key: trait, in: [...segment[trait]] } }));
  return and.length === 0 ? undefined : { and };
}
