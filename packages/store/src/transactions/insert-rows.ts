import { type RawBuilder, sql } from 'kysely';
import { type SentColumns, sentRows } from '../schema/sent-rows.ts';
import { isFilledTable } from './statistics.ts';
import type { WriteTransaction } from './workspace-transaction.ts';

/**
 * Adds rows to a table of the workspace.
 *
 * @param key the columns by which rows take the place of those that are there; without them none of theirs may be there
 * @param replaced what of one that is there is replaced; all besides the key if absent
 */
export async function insertRows<Row>(
  { ahead, workspace, effects }: WriteTransaction,
  table: string,
  rows: readonly Row[],
  columns: SentColumns<Row>,
  key: readonly string[] = [],
  replaced: readonly string[] = Object.keys(columns).filter((name) => !key.includes(name)),
): Promise<void> {
  if (rows.length === 0) return;
  if (isFilledTable(table)) effects.filled.set(table, (effects.filled.get(table) ?? 0) + rows.length);
  const names = Object.keys(columns).map((name) => sql.ref(name));
  await sql`
    insert into ${sql.table(table)} (workspace_id, ${sql.join(names)})
    select ${workspace}, ${sentRows(rows, columns)}
    ${key.length === 0 ? sql`` : replacing(key, replaced)}`.execute(ahead);
}

function replacing(key: readonly string[], replaced: readonly string[]): RawBuilder<unknown> {
  return sql`on conflict (workspace_id, ${sql.join(key.map((name) => sql.ref(name)))}) do update set ${sql.join(
    replaced.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  )}`;
}
