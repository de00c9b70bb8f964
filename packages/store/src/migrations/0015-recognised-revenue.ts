import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Revaluations beside other movements of their day, and what is known of accounts' future. */
export const recognisedRevenue: Migration = {
  async up(db) {
    await sql`alter table movement drop constraint movement_pkey`.execute(db);
    await sql`alter table movement add primary key (workspace_id, account_id, day, kind)`.execute(db);
    // Derived in the same transaction as its accounts, so a foreign key would only cost time.
    await createTenantTable(
      db,
      'commitment',
      `account_id uuid not null,
       day date not null,
       set_to_cancel bigint not null,
       signed bigint not null,
       primary key (workspace_id, account_id, day)`,
    );
    await sql`comment on table commitment is 'annualised minor units of the workspace''s currency, from the day on until the next'`.execute(
      db,
    );
  },
};
