import { type RawBuilder, sql } from 'kysely';
import { type SentColumns, sentRows } from '../schema/sent-rows.ts';
import { isFilledTable } from './statistics.ts';
import type { WriteTransaction } from './workspace-transaction.ts';

/**
 * Adds rows to a table of the workspace.
 *
 * @param key the columns by which rows take the place of those that are there; without them none of theirs may be there
 */
export async function insertRows<Row>(
  { trx, workspace, effects }: WriteTransaction,
  table: string,
  rows: readonly Row[],
  columns: SentColumns<Row>,
  key: readonly string[] = [],
): Promise<void> {
  if (rows.length === 0) return;
  if (isFilledTable(table)) effects.filled.set(table, (effects.filled.get(table) ?? 0) + rows.length);
  const names = Object.keys(columns);
  await sql`
    insert into ${sql.table(table)} (workspace_id, ${sql.join(names.map((name) => sql.ref(name)))})
    select ${workspace}, ${sentRows(rows, columns)}
    ${key.length === 0 ? sql`` : replacing(names, key)}`.execute(trx);
}

function replacing(names: readonly string[], key: readonly string[]): RawBuilder<unknown> {
  const rest = names.filter((name) => !key.includes(name)).map((name) => sql.ref(name));
  return sql`on conflict (workspace_id, ${sql.join(key.map((name) => sql.ref(name)))})
    do update set ${sql.join(rest.map((name) => sql`${name} = excluded.${name}`))}`;
}
