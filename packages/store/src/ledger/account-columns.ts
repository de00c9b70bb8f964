import { type Ledger, unknownDay } from '@plimsoll/metrics';
import type { AccountRow } from './account-rows.ts';
import { arrange, arrangeNumbers, type Placement, place } from './placement.ts';
import { mergeTags } from './tag-column.ts';
import { mergeTraits } from './trait-columns.ts';

type AccountColumns = Ledger['accounts'];

/**
 * Accounts in their order: by external id, and by id where two sources use the same. Compared by code unit, not by a
 * locale or the database's collation, so that every machine gives the same order.
 */
export function inOrder(rows: readonly AccountRow[]): readonly AccountRow[] {
  return [...rows].sort(([id, externalId], [otherId, otherExternalId]) => {
    if (externalId !== otherExternalId) return externalId < otherExternalId ? -1 : 1;
    return id < otherId ? -1 : 1;
  });
}

/** Index of an account, or of the one that it would come before. */
export function accountPosition({ ids, externalIds, count }: AccountColumns, id: string, externalId: string): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = externalIds[middle] ?? '';
    const less = there === externalId ? (ids[middle] ?? '') < id : there < externalId;
    if (less) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where changed accounts, in order, belong among those that are there. */
export function placeAccounts(before: AccountColumns, rows: readonly AccountRow[]): Placement {
  const positions = Int32Array.from(rows, ([id, externalId]) => accountPosition(before, id, externalId));
  const replaces = rows.map(([id], row) => before.ids[positions[row] ?? 0] === id);
  return place(before.count, positions, replaces);
}

/** Puts changed accounts in their places. */
export function mergeAccounts(
  before: AccountColumns,
  placement: Placement,
  rows: readonly AccountRow[],
): AccountColumns {
  return {
    count: placement.source.length,
    ids: arrange(placement, before.ids, (row) => rows[row]?.[0] ?? ''),
    externalIds: arrange(placement, before.externalIds, (row) => rows[row]?.[1] ?? ''),
    names: arrange(placement, before.names, (row) => rows[row]?.[2] ?? ''),
    traits: mergeTraits(
      before.traits,
      placement,
      rows.map(([, , , traits]) => traits),
    ),
    tags: mergeTags(
      before.tags,
      placement,
      rows.map(([, , , , , tags]) => tags),
    ),
    created: arrangeNumbers(placement, before.created, (row) => rows[row]?.[6] ?? unknownDay),
    unconverted: arrangeNumbers(placement, before.unconverted, (row) => (rows[row]?.[4] === true ? 1 : 0)),
  };
}
