import type { FilledTable } from '../transactions/statistics.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';

/** Notes that a write adds rows to a table, so that the database is told of tables that grow fast. */
export function noteRows({ effects }: WriteTransaction, table: FilledTable, rows: number): void {
  effects.filled.set(table, (effects.filled.get(table) ?? 0) + rows);
}
