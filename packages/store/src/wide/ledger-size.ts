import { type RawBuilder, sql } from 'kysely';
import type { PartName } from '../ledger/part-name.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** A table with what a row of it takes in memory, roughly; `part` tells when it was written last. */
interface SizedTable {
  readonly table: RawBuilder<unknown>;
  readonly part?: PartName;
  readonly bytes: number;
}

// An account is its ids, its name and a code for each trait, and a place in the offsets of every part.
const tables: readonly SizedTable[] = [
  { table: sql`account`, bytes: 600 },
  { table: sql`movement`, part: 'movements', bytes: 13 },
  { table: sql`usage_day`, part: 'usage', bytes: 18 },
  { table: sql`response`, part: 'responses', bytes: 150 },
  { table: sql`exposure`, part: 'exposures', bytes: 10 },
  { table: sql`health_score`, part: 'health', bytes: 21 },
  { table: sql`cost`, part: 'costs', bytes: 17 },
  { table: sql`contract`, part: 'contracts', bytes: 40 },
  { table: sql`ticket_time`, part: 'tickets', bytes: 21 },
  { table: sql`ticket_resolution`, part: 'resolutions', bytes: 17 },
  { table: sql`outcome`, part: 'outcomes', bytes: 24 },
  { table: sql`outcome_progress`, part: 'outcomes', bytes: 24 },
  { table: sql`milestone_reached`, part: 'milestones', bytes: 8 },
  { table: sql`trait_change`, part: 'traitHistory', bytes: 12 },
  { table: sql`account_stage`, part: 'stages', bytes: 6 },
];

interface Counted {
  readonly at: number;
  readonly rows: number;
}

/** Estimates what a workspace's ledger takes in memory from the numbers of its rows. */
export class LedgerSize {
  readonly #counted = new Map<number, Counted>();

  /** Bytes, counted no further than up to `most`. Tables that no write touched since are not counted again. */
  async bytes(tx: WorkspaceTransaction, most: number): Promise<number> {
    let bytes = 0;
    for (const [place, { table, part, bytes: each }] of tables.entries()) {
      const at = part === undefined ? tx.revision : tx.touchedAt(part);
      const known = this.#counted.get(place);
      const rows = known?.at === at ? known.rows : await countRows(tx, table, Math.ceil((most - bytes) / each) + 1);
      this.#counted.set(place, { at, rows });
      bytes += rows * each;
      if (bytes > most) return bytes;
    }
    return bytes;
  }
}

async function countRows(
  { trx, workspace }: WorkspaceTransaction,
  table: RawBuilder<unknown>,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ readonly rows: number }>`
    select count(*)::int as rows
    from (select 1 from ${table} where workspace_id = ${workspace} limit ${most}) as counted`.execute(trx);
  return rows[0]?.rows ?? 0;
}
