import type { AccountFilter as FilterModel } from '@plimsoll/metrics';
import type { InputObjectRef } from '@pothos/core';
import { GatewayError } from '../errors/gateway-error.ts';
import { resolveGlobalId } from '../global-id.ts';
import { limits } from '../limits.ts';
import { builder, type GraphTypes } from './builder.ts';

const TraitFilter = builder.inputType('TraitFilter', {
  description: 'Accounts by the value of a trait.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The trait’s key, such as `plan`.' }),
    in: t.stringList({ required: true, description: 'Any of these values; "" stands for accounts without the trait.' }),
  }),
});

/** A filter as callers give it. */
export interface FilterInput {
  readonly and?: readonly FilterInput[] | null | undefined;
  readonly or?: readonly FilterInput[] | null | undefined;
  readonly not?: FilterInput | null | undefined;
  readonly trait?: { readonly key: string; readonly in: readonly string[] } | null | undefined;
  readonly accounts?: readonly string[] | null | undefined;
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
    }),
  });

/** Turns a caller's filter into the ledger's, held to the limits. */
export function filterFrom(input: FilterInput | null | undefined): FilterModel | undefined {
  if (input === null || input === undefined) return undefined;
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
    return { kind: 'and', of };
  };
  return convert(input, 1);
}
