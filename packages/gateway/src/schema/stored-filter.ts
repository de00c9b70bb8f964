import { type Day, formatDay, parseDay } from '@plimsoll/metrics';
import type { Segment, SegmentDays, SegmentFilter } from '@plimsoll/store';
import { GatewayError } from '../errors/gateway-error.ts';
import type { FilterInput } from './account-filter.ts';

/** A filter as it is kept: days written out, and without what is null. */
export function storedFilter(input: FilterInput): SegmentFilter {
  const { and, or, not, trait, stage, customerSince, churnedOn, createdOn, ...rest } = input;
  return {
    ...withoutNulls(rest),
    ...(and == null ? {} : { and: and.map(storedFilter) }),
    ...(or == null ? {} : { or: or.map(storedFilter) }),
    ...(not == null ? {} : { not: storedFilter(not) }),
    ...(trait == null ? {} : { trait: { key: trait.key, in: trait.in, ...writtenDay(trait.on) } }),
    ...(stage == null ? {} : { stage: { in: stage.in ?? [], none: stage.none, ...writtenDay(stage.on) } }),
    ...(customerSince == null ? {} : { customerSince: writtenDays(customerSince) }),
    ...(churnedOn == null ? {} : { churnedOn: writtenDays(churnedOn) }),
    ...(createdOn == null ? {} : { createdOn: writtenDays(createdOn) }),
  };
}

/** A filter that was kept, as a caller would give it. */
export function filterInputOf(stored: SegmentFilter): FilterInput {
  const { and, or, not, csm, trait, stage, customerSince, churnedOn, createdOn, ...rest } = stored;
  return {
    ...rest,
    ...(and === undefined ? {} : { and: and.map(filterInputOf) }),
    ...(or === undefined ? {} : { or: or.map(filterInputOf) }),
    ...(not === undefined ? {} : { not: filterInputOf(not) }),
    ...(trait === undefined ? {} : { trait: { ...trait, ...readDay(trait.on) } }),
    ...(stage === undefined ? {} : { stage: { ...stage, ...readDay(stage.on) } }),
    ...(csm === undefined ? {} : { csm: { none: false, ...csm } }),
    ...(customerSince === undefined ? {} : { customerSince: readDays(customerSince) }),
    ...(churnedOn === undefined ? {} : { churnedOn: readDays(churnedOn) }),
    ...(createdOn === undefined ? {} : { createdOn: readDays(createdOn) }),
  };
}

/** The filter of a segment by its key. @throws GatewayError BAD_REQUEST where there is none */
export function segmentFilterOf(segments: ReadonlyMap<string, Segment>, key: string): FilterInput {
  const segment = segments.get(key);
  if (segment !== undefined) return filterInputOf(segment.filter);
  throw new GatewayError(
    'BAD_REQUEST',
    `There is no segment "${key}". The query field "segments" lists those there are.`,
  );
}

type Rest = Omit<FilterInput, 'and' | 'or' | 'not' | 'trait' | 'stage' | 'customerSince' | 'churnedOn' | 'createdOn'>;

function withoutNulls(part: Rest): SegmentFilter {
  // A caller's filter is JSON but for its days, which are not in here; only what is null differs in type.
  return JSON.parse(JSON.stringify(part, (_key, value: unknown) => value ?? undefined));
}

function writtenDay(on: Day | null | undefined): { readonly on?: string } {
  return on == null ? {} : { on: formatDay(on) };
}

function readDay(on: string | undefined): { readonly on: Day | undefined } {
  return { on: on === undefined ? undefined : parseDay(on) };
}

interface Days {
  readonly from?: Day | null | undefined;
  readonly until?: Day | null | undefined;
}

function writtenDays({ from, until }: Days): SegmentDays {
  return {
    ...(from == null ? {} : { from: formatDay(from) }),
    ...(until == null ? {} : { until: formatDay(until) }),
  };
}

function readDays({ from, until }: SegmentDays): Days {
  return {
    ...(from === undefined ? {} : { from: parseDay(from) }),
    ...(until === undefined ? {} : { until: parseDay(until) }),
  };
}
