import type { TenantTables } from './tenant-tables.ts';

/** What is to be done to a database, in order. */
export interface DistributionPlan {
  /** Tables to be distributed; `workspace` first, for the others are placed beside it. */
  readonly tables: readonly string[];
  readonly statements: readonly string[];
}

/** The table beside which all others are placed. */
const anchor = 'workspace';

/**
 * Plans what makes every tenant table one that is distributed by `workspace_id`, each shard beside the same workspaces'
 * shards of the others. Foreign keys between tables of which one is distributed and one is not are refused by Citus, so
 * those that a table to be distributed has part in are taken off and put back.
 *
 * @param distributed tables that are distributed already
 */
export function planDistribution(
  { names, constraints }: TenantTables,
  distributed: ReadonlySet<string>,
): DistributionPlan {
  const tables = names
    .filter((name) => !distributed.has(name))
    .sort((a, b) => Number(b === anchor) - Number(a === anchor) || (a < b ? -1 : 1));
  if (tables.length === 0) return { tables, statements: [] };
  const moving = new Set(tables);
  const keys = constraints.filter(
    ({ table, references }) => references !== undefined && (moving.has(table) || moving.has(references.table)),
  );
  return {
    tables,
    statements: [
      ...keys.map(({ table, name }) => `alter table ${table} drop constraint ${quoted(name)}`),
      ...tables.map(
        (table) =>
          `select create_distributed_table('${table}', 'workspace_id', colocate_with => '${table === anchor ? 'none' : anchor}')`,
      ),
      ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${quoted(name)} ${definition}`),
    ],
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
