import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which traits of its accounts a workspace keeps to its own staff. */
export const internalTraits: Migration = {
  async up(db) {
    await sql`alter table workspace add column internal_traits jsonb not null default '[]'`.execute(db);
  },
};
