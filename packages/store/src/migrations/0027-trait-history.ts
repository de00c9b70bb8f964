import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** What traits were, and since when accounts are known. */
export const traitHistory: Migration = {
  async up(db) {
    // Ids of version 7 begin with the millisecond they were made at.
    await sql`alter table account add column known_on date`.execute(db);
    await sql`
      update account set known_on = date '1970-01-01'
        + ((('x' || lpad(replace(left(account_id::text, 13), '-', ''), 16, '0'))::bit(64)::bigint) / 86400000)::int`.execute(
      db,
    );
    await sql`alter table account alter column known_on set not null`.execute(db);
    // The one value that an account was made with has no row: it is among its traits, and the day is known_on.
    await createTenantTable(
      db,
      'trait_change',
      `account_id uuid not null,
       trait_key text not null,
       day date not null,
       value text,
       primary key (workspace_id, account_id, trait_key, day),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
  },
};
