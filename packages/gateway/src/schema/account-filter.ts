import type { Selection } from '@plimsoll/metrics';
import type { InputObjectRef } from '@pothos/core';
import { limits } from '../limits.ts';
import { type Session, selectIn } from '../session.ts';
import { builder, type GraphTypes } from './builder.ts';
import { convertFilter } from './convert-filter.ts';
import {
  BandFilter,
  CsmFilter,
  DayRange,
  MoneyRange,
  ScoreRange,
  SegmentFilter,
  TagsFilter,
  TraitFilter,
} from './filter-inputs.ts';
import { StageFilter } from './stage-filter.ts';

/** A part of a filter as callers give it, which nobody changes. */
type Part<Ref extends { readonly $inferInput: object }> = {
  readonly [Key in keyof Ref['$inferInput']]: Unchanging<Ref['$inferInput'][Key]>;
};
type Unchanging<Value> = Value extends (infer Entry)[] ? readonly Entry[] : Value;

/** A filter as callers give it. */
export interface FilterInput {
  readonly and?: readonly FilterInput[] | null | undefined;
  readonly or?: readonly FilterInput[] | null | undefined;
  readonly not?: FilterInput | null | undefined;
  readonly trait?: Part<typeof TraitFilter> | null | undefined;
  readonly tags?: Part<typeof TagsFilter> | null | undefined;
  readonly csm?: Part<typeof CsmFilter> | null | undefined;
  readonly segment?: Part<typeof SegmentFilter> | null | undefined;
  readonly stage?: Part<typeof StageFilter> | null | undefined;
  readonly accounts?: readonly string[] | null | undefined;
  readonly search?: string | null | undefined;
  readonly mrr?: Part<typeof MoneyRange> | null | undefined;
  readonly health?: Part<typeof ScoreRange> | null | undefined;
  readonly band?: Part<typeof BandFilter> | null | undefined;
  readonly customerSince?: Part<typeof DayRange> | null | undefined;
  readonly churnedOn?: Part<typeof DayRange> | null | undefined;
  readonly createdOn?: Part<typeof DayRange> | null | undefined;
}

/** Which accounts a question is about. */
export const AccountFilter: InputObjectRef<PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>, FilterInput> = builder
  .inputRef<FilterInput>('AccountFilter')
  .implement({
    description: `Which accounts a question is about. Parts given together must all hold. At most ${limits.filterDepth} deep and ${limits.filterSize} parts and values in all, those of segments included.`,
    fields: (t) => ({
      and: t.field({ type: [AccountFilter], description: 'All of these hold.' }),
      or: t.field({ type: [AccountFilter], description: 'At least one of these holds.' }),
      not: t.field({ type: AccountFilter, description: 'This does not hold.' }),
      trait: t.field({
        type: TraitFilter,
        description: 'A trait, such as the plan or the region, has one of some values.',
      }),
      tags: t.field({ type: TagsFilter, description: 'It has some tags, and has not others.' }),
      csm: t.field({ type: CsmFilter, description: 'One of some CSMs serves it, or none.' }),
      segment: t.field({ type: SegmentFilter, description: 'It is in one of some saved segments.' }),
      stage: t.field({ type: StageFilter, description: 'It is in one of some stages of its life, or in none.' }),
      accounts: t.idList({ description: 'The account is one of these.' }),
      search: t.string({
        description: `The name or the host’s id contains this, whatever the case; at most ${limits.searchLength} characters.`,
      }),
      mrr: t.field({ type: MoneyRange, description: 'Monthly recurring revenue today.' }),
      health: t.field({ type: ScoreRange, description: 'Health score today; accounts without one are in no range.' }),
      band: t.field({ type: BandFilter, description: 'Health band today.' }),
      customerSince: t.field({
        type: DayRange,
        description: 'The day of the first payment; accounts that never paid are in no range.',
      }),
      churnedOn: t.field({
        type: DayRange,
        description: 'The day it was lost; accounts that pay today, or never did, are in no range.',
      }),
      createdOn: t.field({
        type: DayRange,
        description: 'The day it was created; accounts of which it is not known are in no range.',
      }),
    }),
  });

/** The accounts in a session's reach that a caller's filter holds for. */
export function selectFor(session: Session, input: FilterInput | null | undefined): Selection {
  return selectIn(session, input == null ? undefined : convertFilter(input, session));
}
