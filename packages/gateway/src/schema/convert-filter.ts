import { currencyExponent, type AccountFilter as FilterModel, parseDecimal, type Range } from '@plimsoll/metrics';
import { accountScopes, requireAccess, requireStaff } from '../access/access-rule.ts';
import { requireVisibleTrait } from '../access/visible-trait.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { resolveGlobalId } from '../global-id.ts';
import { limits } from '../limits.ts';
import type { Session } from '../session.ts';
import type { FilterInput } from './account-filter.ts';
import type { DayRange, MoneyRange } from './filter-inputs.ts';
import { searchText } from './search-text.ts';
import { stageFilter } from './stage-filter.ts';
import { segmentFilterOf } from './stored-filter.ts';

/**
 * A caller's filter as the metrics take it: ranges read, "today" said, segments put in place of their keys.
 *
 * @param purpose to select accounts by it, or only to check one that is saved, which tells nothing of them
 * @throws GatewayError naming what is wrong with it
 */
export function convertFilter(
  input: FilterInput,
  session: Session,
  purpose: 'select' | 'save' = 'select',
): FilterModel {
  const { workspace, today, viewer, segments } = session;
  // Whatever a filter selects by becomes known through the numbers of the selection.
  if (purpose === 'select') requireAccess(viewer, { anyOf: accountScopes });
  let size = 0;
  const each = (inner: readonly FilterInput[], depth: number): FilterModel[] =>
    inner.map((one) => convert(one, depth + 1));
  const convert = (part: FilterInput, depth: number): FilterModel => {
    size += sizeOf(part);
    if (depth > limits.filterDepth || size > limits.filterSize) throw tooLarge();
    const of: FilterModel[] = [];
    if (part.and != null) of.push({ kind: 'and', of: each(part.and, depth) });
    if (part.or != null) of.push({ kind: 'or', of: each(part.or, depth) });
    if (part.not != null) of.push({ kind: 'not', of: convert(part.not, depth + 1) });
    if (part.trait != null) {
      const { key, in: values, on } = part.trait;
      requireVisibleTrait(session, key);
      of.push({ kind: 'trait', key, in: values, ...(on == null ? {} : { on }) });
    }
    if (part.tags != null) of.push({ kind: 'tags', ...given(part.tags) });
    if (part.csm != null) {
      requireStaff(viewer, 'Filters by CSM are internal to the workspace');
      of.push({ kind: 'csm', in: part.csm.in ?? [], none: part.csm.none });
    }
    if (part.segment != null) {
      requireStaff(viewer, 'Segments are internal to the workspace');
      // A segment has its own depth: it was checked when it was saved, and refers to no circle.
      const named = part.segment.in.map((key) => convert(segmentFilterOf(segments, key), 1));
      of.push({ kind: 'or', of: named });
    }
    if (part.stage != null) of.push(stageFilter(part.stage, today));
    if (part.accounts != null) {
      of.push({ kind: 'accounts', ids: part.accounts.flatMap((id) => resolveGlobalId(id, 'Account') ?? []) });
    }
    if (part.search != null) of.push({ kind: 'search', text: searchText(part.search) });
    // Revenue and health are numbers, which a scope that lists accounts alone does not read.
    if (purpose === 'select' && (part.mrr != null || part.health != null || part.band != null)) {
      requireAccess(viewer, 'metrics:read');
    }
    if (part.mrr != null) of.push({ kind: 'revenue', on: today, range: annualRange(part.mrr, workspace.currency) });
    if (part.health != null) {
      of.push({ kind: 'health', on: today, range: rangeOf(part.health.atLeast, part.health.below) });
    }
    if (part.band != null) of.push({ kind: 'band', on: today, in: part.band.in });
    if (part.customerSince != null) of.push({ kind: 'customerSince', range: daysOf(part.customerSince) });
    if (part.churnedOn != null) of.push({ kind: 'churned', on: today, range: daysOf(part.churnedOn) });
    if (part.createdOn != null) of.push({ kind: 'created', range: daysOf(part.createdOn) });
    return { kind: 'and', of };
  };
  return convert(input, 1);
}

/** Itself and every value that it lists. */
function sizeOf({ trait, tags, csm, segment, stage, accounts, band }: FilterInput): number {
  const lists = [trait?.in, tags?.any, tags?.all, tags?.none, csm?.in, segment?.in, stage?.in, accounts, band?.in];
  return lists.reduce((sum, list) => sum + (list?.length ?? 0), 1);
}

function tooLarge(): GatewayError {
  return new GatewayError(
    'QUERY_TOO_COMPLEX',
    `The filter is deeper than ${limits.filterDepth} or has more than ${limits.filterSize} parts and values. Simplify it.`,
  );
}

function given<Part extends object>(part: Part): { [Key in keyof Part]?: NonNullable<Part[Key]> } {
  // Entries of a part keyed as the part is, without those that are null.
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value != null)) as {
    [Key in keyof Part]?: NonNullable<Part[Key]>;
  };
}

function daysOf({ from, until }: typeof DayRange.$inferInput): Range {
  return rangeOf(from, until);
}

function rangeOf(atLeast: number | null | undefined, below: number | null | undefined): Range {
  return { ...(atLeast == null ? {} : { atLeast }), ...(below == null ? {} : { below }) };
}

function annualRange({ atLeast, below, currency }: typeof MoneyRange.$inferInput, reported: string): Range {
  if (currency != null && currency !== reported) {
    throw new GatewayError(
      'BAD_REQUEST',
      `Amounts in ${currency} cannot be held against revenue, which is reported in ${reported}. Convert them, or leave the currency out.`,
    );
  }
  return rangeOf(annual(atLeast, reported), annual(below, reported));
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
