import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

/**
 * Reads many rows as one JSON value of tuples. The drivers, PGlite's above all, take ten times as long over one object a
 * row.
 *
 * @param columns what a tuple holds, in order
 * @param from everything from `from` on
 */
export async function packedRows<Row extends readonly unknown[]>(
  transaction: QueryExecutorProvider,
  columns: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): Promise<readonly Row[]> {
  const { rows } = await sql<{ readonly packed: readonly Row[] | null }>`
    select json_agg(json_build_array(${columns})) as packed ${from}`.execute(transaction);
  return rows[0]?.packed ?? [];
}
