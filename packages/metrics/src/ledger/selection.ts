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
  const mask = within?.mask.slice() ?? new Uint8Array(ledger.accounts.count).fill(1);
  keepWhere(mask, ledger, filter);
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

/** Leaves in a mask the accounts that a filter holds for. */
function keepWhere(mask: Uint8Array, ledger: Ledger, filter: AccountFilter): void {
  switch (filter.kind) {
    case 'and':
      for (const part of filter.of) keepWhere(mask, ledger, part);
      return;
    case 'or': {
      const any = new Uint8Array(mask.length);
      for (const part of filter.of) {
        const kept = mask.slice();
        keepWhere(kept, ledger, part);
        for (let account = 0; account < any.length; account++)
          any[account] = (any[account] ?? 0) | (kept[account] ?? 0);
      }
      mask.set(any);
      return;
    }
    case 'not': {
      const dropped = mask.slice();
      keepWhere(dropped, ledger, filter.of);
      for (let account = 0; account < mask.length; account++)
        mask[account] = (mask[account] ?? 0) - (dropped[account] ?? 0);
      return;
    }
    case 'trait': {
      const wanted = new Set(filter.in);
      keepValues(mask, traitColumn(ledger, filter.key, filter.on), (value) => wanted.has(value));
      return;
    }
    case 'tags':
      keepValues(mask, ledger.accounts.tags, (value) => {
        const tags = new Set(splitTags(value));
        const has = (tag: string): boolean => tags.has(tag);
        const { any, all = [], none = [] } = filter;
        return (any?.some(has) ?? true) && all.every(has) && !none.some(has);
      });
      return;
    case 'csm': {
      const known = new Set(ledger.csms.ids);
      const wanted = new Set(filter.in);
      keepValues(mask, ledger.accounts.traits.get(csmTrait), (value) =>
        known.has(value) ? wanted.has(value) : filter.none,
      );
      return;
    }
    case 'stage': {
      const hit = ['', ...ledger.lifecycle.map(({ key }) => key)].map((key) => filter.in.includes(key));
      keepEach(mask, (account) => hit[stageCodeOn(ledger, account, filter.on)] === true);
      return;
    }
    case 'accounts': {
      const wanted = new Set(filter.ids);
      keepEach(mask, (account) => wanted.has(ledger.accounts.ids[account] ?? ''));
      return;
    }
    case 'search': {
      const wanted = filter.text.toLowerCase();
      const { names, externalIds } = ledger.accounts;
      const contains = (text: string | undefined): boolean => text?.toLowerCase().includes(wanted) ?? false;
      keepEach(mask, (account) => contains(names[account]) || contains(externalIds[account]));
      return;
    }
    case 'revenue':
      keepEach(mask, (account) => isWithin(balanceBefore(ledger, account, filter.on + 1), filter.range));
      return;
    case 'health':
      keepEach(mask, (account) => isWithin(healthOn(ledger, account, filter.on), filter.range));
      return;
    case 'band': {
      const wanted = new Set(filter.in);
      const hit = ['', ...ledger.healthBands.map(({ key }) => key)].map((key) => wanted.has(key));
      keepEach(mask, (account) => hit[bandCodeOn(ledger, account, filter.on)] === true);
      return;
    }
    case 'customerSince':
      keepEach(mask, (account) => isWithin(firstPaidOn(ledger, account), filter.range));
      return;
    case 'churned':
      keepEach(mask, (account) => isWithin(churnedOn(ledger, account, filter.on), filter.range));
      return;
    case 'created':
      keepEach(mask, (account) => isWithin(createdOn(ledger, account), filter.range));
  }
}

/** Leaves the accounts whose value of a column holds; each value is looked at once. */
function keepValues(mask: Uint8Array, column: TraitColumn | undefined, holds: (value: string) => boolean): void {
  if (column === undefined) {
    if (!holds('')) mask.fill(0);
    return;
  }
  const { codes } = column;
  const hit = Uint8Array.from(column.values, (value) => (holds(value) ? 1 : 0));
  for (let account = 0; account < mask.length; account++)
    mask[account] = (mask[account] ?? 0) & (hit[codes[account] ?? 0] ?? 0);
}

/** Leaves the accounts that it holds for, and asks of no others than are there. */
function keepEach(mask: Uint8Array, holds: (account: number) => boolean): void {
  for (let account = 0; account < mask.length; account++) if (mask[account] === 1 && !holds(account)) mask[account] = 0;
}

/** NaN is in no range, an open one neither. */
function isWithin(
  value: number,
  { atLeast = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }: Range,
): boolean {
  return value >= atLeast && value < below;
}
