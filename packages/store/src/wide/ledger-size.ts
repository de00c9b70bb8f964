import { type RawBuilder, sql } from 'kysely';
import type { PartName } from '../ledger/part-name.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** A table with what a row of it takes in memory, roughly. */
interface SizedTable {
  readonly table: RawBuilder<unknown>;
  readonly bytes: number;
}

/** What is said once of a workspace, and takes next to nothing. */
const settings: readonly SizedTable[] = [];

/** By part of the ledger the tables that it is loaded from. */
const tablesOf: Readonly<Record<PartName, readonly SizedTable[]>> = {
  movements: [{ table: sql`movement`, bytes: 13 }],
  commitments: [{ table: sql`commitment`, bytes: 20 }],
  usage: [{ table: sql`usage_day`, bytes: 18 }],
  seats: [{ table: sql`licensed_seats`, bytes: 8 }],
  responses: [{ table: sql`response`, bytes: 150 }],
  exposures: [{ table: sql`exposure`, bytes: 10 }],
  health: [{ table: sql`health_score`, bytes: 21 }],
  costs: [{ table: sql`cost`, bytes: 17 }],
  contracts: [{ table: sql`contract`, bytes: 40 }],
  tickets: [{ table: sql`ticket_time`, bytes: 21 }],
  resolutions: [{ table: sql`ticket_resolution`, bytes: 17 }],
  outcomes: [
    { table: sql`outcome`, bytes: 24 },
    { table: sql`outcome_progress`, bytes: 24 },
  ],
  milestones: [{ table: sql`milestone_reached`, bytes: 8 }],
  advocacy: [{ table: sql`advocacy_act`, bytes: 5 }],
  traitHistory: [{ table: sql`trait_change`, bytes: 12 }],
  stages: [{ table: sql`account_stage`, bytes: 6 }],
  csms: settings,
  features: settings,
  healthBands: settings,
  lifecycle: settings,
  milestoneList: settings,
  surveyScales: settings,
};

// An account is its ids, its name and a code for each trait, and a place in the offsets of every part.
const accounts: SizedTable = { table: sql`account`, bytes: 600 };

// Object.entries forgets which keys it was given.
const tables = [
  { ...accounts, part: undefined },
  ...(Object.entries(tablesOf) as [PartName, readonly SizedTable[]][]).flatMap(([part, sized]) =>
    sized.map((table) => ({ ...table, part })),
  ),
];

interface Counted {
  readonly at: number;
  readonly rows: number;
}

/** Estimates what a workspace's ledger takes in memory from the numbers of its rows. */
export class LedgerSize {
  readonly #counted = new Map<number, Counted>();

  /** Accounts as they were last counted, which ends where they alone take the whole budget. */
  get accounts(): number {
    return this.#counted.get(0)?.rows ?? 0;
  }

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
