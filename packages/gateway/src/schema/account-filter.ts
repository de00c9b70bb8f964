import {
  currencyExponent,
  type AccountFilter as FilterModel,
  parseDecimal,
  type Range,
  type Selection,
} from '@plimsoll/metrics';
import type { InputObjectRef } from '@pothos/core';
import { GatewayError } from '../errors/gateway-error.ts';
import { resolveGlobalId } from '../global-id.ts';
import { limits } from '../limits.ts';
import { type Session, selectIn } from '../session.ts';
import { builder, type GraphTypes } from './builder.ts';
import { searchText } from './search-text.ts';

const TraitFilter = builder.inputType('TraitFilter', {
  description: 'Accounts by the value of a trait.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The trait’s key, such as `plan`.' }),
    in: t.stringList({ required: true, description: 'Any of these values; "" stands for accounts without the trait.' }),
  }),
});

const MoneyRange = builder.inputType('MoneyRange', {
  description: 'A half-open range of amounts in the workspace’s currency.',
  fields: (t) => ({
    atLeast: t.field({ type: 'Decimal', description: 'This much or more, such as "250.00".' }),
    below: t.field({ type: 'Decimal', description: 'Less than this.' }),
  }),
});

const ScoreRange = builder.inputType('ScoreRange', {
  description: 'A half-open range of scores.',
  fields: (t) => ({
    atLeast: t.float({ description: 'This or more.' }),
    below: t.float({ description: 'Less than this.' }),
  }),
});

const DayRange = builder.inputType('DayRange', {
  description: 'Days from one up to, but not including, another.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    until: t.field({ type: 'Date', description: 'The first day that is too late.' }),
  }),
});

/** A filter as callers give it. */
export interface FilterInput {
  readonly and?: readonly FilterInput[] | null | undefined;
  readonly or?: readonly FilterInput[] | null | undefined;
  readonly not?: FilterInput | null | undefined;
  readonly trait?: { readonly key: string; readonly in: readonly string[] } | null | undefined;
  readonly accounts?: readonly string[] | null | undefined;
  readonly search?: string | null | undefined;
  readonly mrr?: typeof MoneyRange.$inferInput | null | undefined;
  readonly health?: typeof ScoreRange.$inferInput | null | undefined;
  readonly customerSince?: typeof DayRange.$inferInput | null | undefined;
}

/** Which accounts a question is about. */
export const AccountFilter: InputObjectRef<PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>, FilterInput> = builder
  .inputRef<FilterInput>('AccountFilter')
  .implement({
    description: `Which accounts a question is about. Parts given together must all hold. At most ${limits.filterDepth} deep and ${limits.filterSize} parts and values in all.`,
    fields: (t) => ({
      and: t.field({ type: [AccountFilter], description: 'All of these hold.' }),
      or: t.field({ type: [AccountFilter], description: 'At least one of these holds.' }),
      not: t.field({ type: AccountFilter, description: 'This does not hold.' }),
      trait: t.field({ type: TraitFilter, description: 'A trait has one of some values.' }),
      accounts: t.idList({ description: 'The account is one of these.' }),
      search: t.string({
        description: `The name or the host’s id contains this, whatever the case; at most ${limits.searchLength} characters.`,
      }),
      mrr: t.field({ type: MoneyRange, description: 'Monthly recurring revenue today.' }),
      health: t.field({ type: ScoreRange, description: 'Health score today; accounts without one are in no range.' }),
      customerSince: t.field({
        type: DayRange,
        description: 'The day of the first payment; accounts that never paid are in no range.',
      }),
    }),
  });

/** The accounts in a session's reach that a caller's filter holds for. */
export function selectFor(session: Session, input: FilterInput | null | undefined): Selection {
  return selectIn(session, input == null ? undefined : convertFilter(input, session));
}

function convertFilter(input: FilterInput, { workspace, today }: Session): FilterModel {
  let size = 0;
  const convert = (part: FilterInput, depth: number): FilterModel => {
    size += 1 + (part.trait?.in.length ?? 0) + (part.accounts?.length ?? 0);
    if (depth > limits.filterDepth || size > limits.filterSize) {
      throw new GatewayError(
        'QUERY_TOO_COMPLEX',
        `The filter is deeper than ${limits.filterDepth} or has more than ${limits.filterSize} parts and values. Simplify it.`,
      );
    }
    const of: FilterModel[] = [];
    if (part.and != null) of.push({ kind: 'and', of: part.and.map((inner) => convert(inner, depth + 1)) });
    if (part.or != null) of.push({ kind: 'or', of: part.or.map((inner) => convert(inner, depth + 1)) });
    if (part.not != null) of.push({ kind: 'not', of: convert(part.not, depth + 1) });
    if (part.trait != null) of.push({ kind: 'trait', key: part.trait.key, in: part.trait.in });
    if (part.accounts != null) {
      of.push({ kind: 'accounts', ids: part.accounts.flatMap((id) => resolveGlobalId(id, 'Account') ?? []) });
    }
    if (part.search != null) of.push({ kind: 'search', text: searchText(part.search) });
    if (part.mrr != null) {
      const { atLeast, below } = part.mrr;
      const range = rangeOf(annual(atLeast, workspace.currency), annual(below, workspace.currency));
      of.push({ kind: 'revenue', on: today, range });
    }
    if (part.health != null)
      of.push({ kind: 'health', on: today, range: rangeOf(part.health.atLeast, part.health.below) });
    if (part.customerSince != null) {
      of.push({ kind: 'customerSince', range: rangeOf(part.customerSince.from, part.customerSince.until) });
    }
    return { kind: 'and', of };
  };
  return convert(input, 1);
}

function rangeOf(atLeast: number | null | undefined, below: number | null | undefined): Range {
  return { ...(atLeast == null ? {} : { atLeast }), ...(below == null ? {} : { below }) };
}

/** An amount a month as the ledger holds it: minor units a year. */
function annual(amount: string | null | undefined, currency: string): number | undefined {
  if (amount == null) return undefined;
  const minor = parseDecimal(amount, currencyExponent(currency) ?? 2);
  if (minor === undefined) {
    throw new GatewayError(
      'BAD_REQUEST',
      `"${amount}" is not an amount of ${currency}. Write a plain decimal, such as "250".`,
    );
  }
  return Number(minor) * 12;
}
