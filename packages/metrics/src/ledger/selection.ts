import type { AccountFilter, Range } from './account-filter.ts';
import { bandCodeOn, churnedOn, firstPaidOn, healthOn } from './account-measures.ts';
import { createdOn } from './created-on.ts';
import { csmTrait } from './csm-columns.ts';
import { balanceBefore, type Ledger, type TraitColumn } from './ledger.ts';
import { stageCodeOn } from './stage-columns.ts';
import { splitTags } from './tag-column.ts';
import { traitColumn } from './trait-history.ts';

/** The accounts a question is about, as indexes into a ledger. */
export interface Selection {
  /** Ascending. */
  readonly indices: Uint32Array;
  /** 1 for each selected account. */
  readonly mask: Uint8Array;
  /** Whether nothing was left out, so that rows of no account (anonymous answers) belong to it too. */
  readonly everything: boolean;
}

/** Every account. */
export function selectAll({ accounts: { count } }: Ledger): Selection {
  const indices = new Uint32Array(count);
  for (let account = 0; account < count; account++) indices[account] = account;
  return { indices, mask: new Uint8Array(count).fill(1), everything: true };
}

/** One account. */
export function selectAccount(ledger: Ledger, account: number): Selection {
  const mask = new Uint8Array(ledger.accounts.count);
  mask[account] = 1;
  return { indices: Uint32Array.of(account), mask, everything: false };
}

/** The accounts of `within` that a filter holds for. */
export function selectWhere(ledger: Ledger, filter: AccountFilter, within?: Selection): Selection {
  const mask = evaluate(ledger, filter);
  if (within !== undefined) keepBoth(mask, within.mask);
  return { indices: indicesOf(mask), mask, everything: false };
}

function indicesOf(mask: Uint8Array): Uint32Array {
  // Each account is written, and the next over it where it is not one of them: to guess which are costs more.
  const indices = new Uint32Array(mask.length);
  let next = 0;
  for (let account = 0; account < mask.length; account++) {
    indices[next] = account;
    next += mask[account] ?? 0;
  }
  return indices.slice(0, next);
}

/** Leaves in `mask` what is in both. */
function keepBoth(mask: Uint8Array, other: Uint8Array): void {
  for (let account = 0; account < mask.length; account++) mask[account] = (mask[account] ?? 0) & (other[account] ?? 0);
}

function evaluate(ledger: Ledger, filter: AccountFilter): Uint8Array {
  const count = ledger.accounts.count;
  switch (filter.kind) {
    case 'and': {
      const [first, ...others] = filter.of;
      const all = first === undefined ? new Uint8Array(count).fill(1) : evaluate(ledger, first);
      for (const part of others) keepBoth(all, evaluate(ledger, part));
      return all;
    }
    case 'or': {
      const any = new Uint8Array(count);
      for (const part of filter.of) {
        const mask = evaluate(ledger, part);
        for (let account = 0; account < count; account++) any[account] = (any[account] ?? 0) | (mask[account] ?? 0);
      }
      return any;
    }
    case 'not':
      return evaluate(ledger, filter.of).map((bit) => 1 - bit);
    case 'trait': {
      const wanted = new Set(filter.in);
      return byValue(traitColumn(ledger, filter.key, filter.on), count, (value) => wanted.has(value));
    }
    case 'tags':
      return byValue(ledger.accounts.tags, count, (value) => {
        const tags = new Set(splitTags(value));
        const has = (tag: string): boolean => tags.has(tag);
        const { any, all = [], none = [] } = filter;
        return (any?.some(has) ?? true) && all.every(has) && !none.some(has);
      });
    case 'csm': {
      const known = new Set(ledger.csms.ids);
      const wanted = new Set(filter.in);
      return byValue(ledger.accounts.traits.get(csmTrait), count, (value) =>
        known.has(value) ? wanted.has(value) : filter.none,
      );
    }
    case 'stage': {
      const hit = Uint8Array.from(['', ...ledger.lifecycle.map(({ key }) => key)], (key) =>
        filter.in.includes(key) ? 1 : 0,
      );
      return each(count, (account) => hit[stageCodeOn(ledger, account, filter.on)] === 1);
    }
    case 'accounts': {
      const wanted = new Set(filter.ids);
      return Uint8Array.from(ledger.accounts.ids, (id) => (wanted.has(id) ? 1 : 0));
    }
    case 'search': {
      const wanted = filter.text.toLowerCase();
      const { names, externalIds } = ledger.accounts;
      const contains = (text: string | undefined): boolean => text?.toLowerCase().includes(wanted) ?? false;
      return each(count, (account) => contains(names[account]) || contains(externalIds[account]));
    }
    case 'revenue':
      return each(count, (account) => isWithin(balanceBefore(ledger, account, filter.on + 1), filter.range));
    case 'health':
      return each(count, (account) => isWithin(healthOn(ledger, account, filter.on), filter.range));
    case 'band': {
      const wanted = new Set(filter.in);
      const hit = ['', ...ledger.healthBands.map(({ key }) => key)].map((key) => wanted.has(key));
      return each(count, (account) => hit[bandCodeOn(ledger, account, filter.on)] === true);
    }
    case 'customerSince':
      return each(count, (account) => isWithin(firstPaidOn(ledger, account), filter.range));
    case 'churned':
      return each(count, (account) => isWithin(churnedOn(ledger, account, filter.on), filter.range));
    case 'created':
      return each(count, (account) => isWithin(createdOn(ledger, account), filter.range));
  }
}

/** The accounts whose value of a column holds; each value is looked at once. */
function byValue(column: TraitColumn | undefined, count: number, holds: (value: string) => boolean): Uint8Array {
  const mask = new Uint8Array(count);
  if (column === undefined) return mask.fill(holds('') ? 1 : 0);
  const hit = Uint8Array.from(column.values, (value) => (holds(value) ? 1 : 0));
  for (let account = 0; account < count; account++) mask[account] = hit[column.codes[account] ?? 0] ?? 0;
  return mask;
}

function each(count: number, holds: (account: number) => boolean): Uint8Array {
  const mask = new Uint8Array(count);
  for (let account = 0; account < count; account++) mask[account] = holds(account) ? 1 : 0;
  return mask;
}

/** NaN is in no range, an open one neither. */
function isWithin(
  value: number,
  { atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }: Range,
): boolean {
  return value >= atLeast && value < below;
}
