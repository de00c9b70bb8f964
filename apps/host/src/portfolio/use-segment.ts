import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Segment, searchOf, segmentFrom } from './segment.ts';

/** The segment in the page's address, and a way to change it that a reload keeps and "back" undoes. */
export function useSegment(): readonly [Segment, (segment: Segment) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const segment = useMemo(() => segmentFrom(search), [search]);
  return [segment, (next) => navigate(`${path}${searchOf(next)}`)];
}
