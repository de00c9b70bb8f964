import type { Day, TraitHistoryColumns } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import { type LoadedHistories, mergeHistories, spreadHistories } from './account-histories.ts';
import type { LedgerPart } from './ledger-part.ts';

/** A value: `[account, trait, first day, value]`; `null` for none. */
type Row = readonly [string, string, Day, string | null];

/** What traits were, of those that ever changed. */
export const traitHistory: LedgerPart<TraitHistoryColumns> = {
  forward: async (before, { tx, fresh, touched, changed, placement }) => {
    if (!fresh && !touched) return spreadHistories(before, placement);
    // Codes that were given stay, so that rows that did not change need none anew.
    const keys = new Codes(before.keys);
    const texts = new Codes(before.texts.length === 0 ? [''] : before.texts);
    const loaded = loadedOf(await loadRows(tx, changed, fresh), keys, texts);
    return { ...mergeHistories(before, placement, changed, loaded), keys: keys.all, texts: texts.all };
  },
};

class Codes {
  readonly #codes: Map<string, number>;

  constructor(known: readonly string[]) {
    this.#codes = new Map(known.map((text, code) => [text, code]));
  }

  of(text: string): number {
    const code = this.#codes.get(text) ?? this.#codes.size;
    this.#codes.set(text, code);
    return code;
  }

  get all(): readonly string[] {
    return [...this.#codes.keys()];
  }
}

function loadedOf(
  rows: readonly Row[],
  keys: Codes,
  texts: Codes,
): LoadedHistories<Pick<TraitHistoryColumns, 'days' | 'traits' | 'values'>> {
  const offsets: number[] = [];
  const placeOf = new Map<string, number>();
  for (const [row, [account]] of rows.entries()) {
    if (placeOf.has(account)) continue;
    placeOf.set(account, offsets.length);
    offsets.push(row);
  }
  offsets.push(rows.length);
  return {
    offsets: Uint32Array.from(offsets),
    placeOf,
    columns: {
      days: Int32Array.from(rows, ([, , day]) => day),
      traits: Uint16Array.from(rows, ([, key]) => keys.of(key)),
      values: Uint32Array.from(rows, ([, , , value]) => texts.of(value ?? '')),
    },
  };
}

function loadRows(tx: WorkspaceTransaction, accountIds: readonly string[], everyone: boolean): Promise<readonly Row[]> {
  const theirs = everyone ? sql`` : sql`and account_id = any(${arrayOf('uuid', accountIds)})`;
  return packedRows(
    tx.trx,
    sql`account_id, trait_key, ${dayNumber('day')}, value`,
    sql`from (
          select *, count(*) over (partition by account_id, trait_key) as values
          from trait_change where workspace_id = ${tx.workspace} ${theirs}
          order by account_id, day, trait_key
        ) as history
        where values > 1`,
  );
}
