import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import {
  type ColumnSet,
  type Histories,
  type LoadedHistories,
  mergeHistories,
  spreadHistories,
} from './account-histories.ts';
import type { LedgerPart } from './ledger-part.ts';
import { type Packing, type UnpackedColumns, unpackHistories } from './packed-histories.ts';

/** A number of each row: how it is packed, and what it is in SQL. */
type PackedColumn = readonly [packing: Packing, value: RawBuilder<unknown>];

/** Rows of accounts. */
export interface HistoryDefinition<Columns extends Readonly<Record<string, PackedColumn>>> {
  /** The table, or what is asked in its place: it gives `workspace_id`, `account_id` and what the columns read. */
  readonly from: RawBuilder<unknown>;
  /** The order of rows within their account; no two may be equal. */
  readonly order: RawBuilder<unknown>;
  readonly columns: Columns;
}

/** The shape that columns are unpacked by. */
type ShapeOf<Columns extends Readonly<Record<string, PackedColumn>>> = {
  readonly [Name in keyof Columns]: Columns[Name][0];
};

/**
 * Loads rows of some accounts. `everyone`: these are all accounts there are between the least and the greatest of them,
 * which is asked for faster.
 */
export type HistoryLoader<Columns> = (
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone: boolean,
) => Promise<LoadedHistories<Columns>>;

/** A part that consists of rows by account, in one column of numbers each. */
export interface HistoryPart<Columns> extends LedgerPart<Histories<Columns>> {
  readonly load: HistoryLoader<Columns>;
}

/** A part of rows by account, where a loader is given: the rows of accounts that changed are put in place of theirs. */
export function partLoadedBy<Columns extends ColumnSet<Columns>>(load: HistoryLoader<Columns>): HistoryPart<Columns> {
  return {
    load,
    forward: async (before, { tx, fresh, touched, changed, placement, contiguous = fresh }) =>
      fresh || touched
        ? mergeHistories(before, placement, changed, await load(tx, changed, contiguous))
        : spreadHistories(before, placement),
  };
}

// So many accounts' rows are packed at once that a database in process, which never gives memory back, needs little.
const accountsAtOnce = 16_384;

/**
 * A part of rows by account. One question a table, put together by the reader: joined, they hang on statistics that a
 * database which has just been filled does not have, and a wrong guess made them a hundred times slower.
 */
export function historyPart<const Columns extends Readonly<Record<string, PackedColumn>>>(
  definition: HistoryDefinition<Columns>,
): HistoryPart<UnpackedColumns<ShapeOf<Columns>>> {
  // Object.fromEntries forgets which keys it was given.
  const shape = Object.fromEntries(
    Object.entries(definition.columns).map(([name, [packing]]) => [name, packing]),
  ) as ShapeOf<Columns>;
  return partLoadedBy(async (tx, accountIds, everyone) =>
    unpackHistories(await packedRowsOf(tx, definition, accountIds, everyone), shape),
  );
}

/** Rows of accounts as bytes, each with its account's id before it; those of one account together. */
async function packedRowsOf(
  tx: WorkspaceTransaction,
  { from, order, columns }: HistoryDefinition<Readonly<Record<string, PackedColumn>>>,
  accountIds: readonly string[],
  everyone: boolean,
): Promise<readonly Buffer[]> {
  const row = sql.join(
    Object.values(columns).map(([packing, value]) => sendersOf[packing](value)),
    sql` || `,
  );
  const sorted = inOrderOfIds(accountIds);
  const starts = Array.from(
    { length: Math.ceil(sorted.length / accountsAtOnce) },
    (_, slice) => slice * accountsAtOnce,
  );
  // The database goes on with the next while one is read here.
  const chunks = starts.map(async (start): Promise<readonly Buffer[]> => {
    const some = sorted.slice(start, start + accountsAtOnce);
    const theirs = everyone
      ? sql`between ${some[0]}::uuid and ${some.at(-1)}::uuid`
      : sql`= any(${arrayOf('uuid', some)})`;
    const { rows } = await sql<{ readonly packed: Buffer | null }>`
      select string_agg(uuid_send(account_id) || ${row}, ''::bytea) as packed
      from (
        select * from ${from} where workspace_id = ${tx.workspace} and account_id ${theirs}
        order by account_id, ${order}
      ) as ordered`.execute(tx.ahead);
    return rows.flatMap(({ packed }) => packed ?? []);
  });
  return (await Promise.all(chunks)).flat();
}

// Every part of a ledger that is loaded asks for the same accounts.
const kept = new WeakMap<readonly string[], readonly string[]>();

function inOrderOfIds(accountIds: readonly string[]): readonly string[] {
  const sorted = kept.get(accountIds) ?? accountIds.toSorted();
  kept.set(accountIds, sorted);
  return sorted;
}

const sendersOf: Readonly<Record<Packing, (value: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  byte: (value) => sql`substring(int2send((${value})::smallint) from 2)`,
  short: (value) => sql`int2send((${value})::smallint)`,
  int: (value) => sql`int4send((${value})::integer)`,
  float: (value) => sql`float8send((${value})::float8)`,
};
