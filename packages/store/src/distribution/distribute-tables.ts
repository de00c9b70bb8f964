import { type Kysely, sql } from 'kysely';
import { openPostgresql } from '../backends/postgresql.ts';
import { UnsupportedDatabase } from '../errors.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Database } from '../schema/database.ts';
import { type DistributionPlan, planDistribution } from './plan-distribution.ts';
import { readTenantTables } from './tenant-tables.ts';

/** Which database, and whether anything is done to it. */
export interface DistributionOptions {
  /** `postgres://…` of a Citus coordinator. */
  readonly databaseUrl: string;
  /** Only say what would be done. @default false */
  readonly dryRun?: boolean;
}

/**
 * Spreads a database over the machines of a Citus cluster: every table whose rows belong to a workspace is distributed by
 * `workspace_id` and placed beside the others. All or nothing; what is distributed already is left alone, so it can be
 * run again, and has to be after an upgrade that brings new tables.
 *
 * @throws UnsupportedDatabase where Citus is not there, DatabaseUnavailable
 */
export async function distributeTables({
  databaseUrl,
  dryRun = false,
}: DistributionOptions): Promise<DistributionPlan> {
  const { db, translate, close } = await openPostgresql(databaseUrl);
  try {
    // Asked first: a database that cannot be distributed is not touched either.
    await requireCitus(db);
    if (!dryRun) await migrate(db);
    return await db.transaction().execute(async (trx) => {
      const plan = planDistribution(await readTenantTables(trx), await distributedTables(trx));
      if (dryRun || plan.statements.length === 0) return plan;
      // Foreign keys that come and go with the tables do not bear statements on several connections at once.
      await sql`set local citus.multi_shard_modify_mode to 'sequential'`.execute(trx);
      for (const statement of plan.statements) await sql.raw(statement).execute(trx);
      return plan;
    });
  } catch (error) {
    throw translate(error) ?? error;
  } finally {
    await close();
  }
}

async function requireCitus(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ readonly there: boolean }>`
    select to_regproc('create_distributed_table') is not null and to_regclass('pg_dist_partition') is not null
      as there`.execute(db);
  if (rows[0]?.there === true) return;
  throw new UnsupportedDatabase(
    'UnsupportedDatabase: the database has no Citus extension. Without it there are no other machines to spread the tables over, and nothing was changed; one PostgreSQL serves until its machine is too small. Install Citus, run "create extension citus" in this database as a superuser, and try again.',
  );
}

async function distributedTables(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly name: string }>`
    select relname as name from pg_dist_partition join pg_class on pg_class.oid = logicalrelid`.execute(db);
  return new Set(rows.map(({ name }) => name));
}
