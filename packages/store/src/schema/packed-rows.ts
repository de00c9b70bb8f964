import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';

/**
 * Reads many rows as one JSON value of tuples. The drivers, PGlite's above all, take ten times as long over one object a
 * row.
 *
 * @param columns what a tuple holds, in order
 * @param from everything from `from` on
 */
export async function packedRows<Row extends readonly unknown[]>(
  trx: Transaction<Database>,
  columns: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): Promise<readonly Row[]> {
  const { rows } = await sql<{ readonly packed: readonly Row[] | null }>`
    select json_agg(json_build_array(${columns})) as packed ${from}`.execute(trx);
  return rows[0]?.packed ?? [];
}
