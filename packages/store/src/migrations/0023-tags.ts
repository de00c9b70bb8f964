import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What accounts are found by besides traits, and the month in which a workspace's fiscal year begins. */
export const tags: Migration = {
  async up(db) {
    await sql`alter table account add column tags jsonb not null default '[]', add column created_on date`.execute(db);
    await sql`comment on column account.created_on is 'as the host says; null: it did not'`.execute(db);
    await sql`alter table workspace
      add column fiscal_year_starts_in smallint not null default 1 check (fiscal_year_starts_in between 1 and 12)`.execute(
      db,
    );
  },
};
