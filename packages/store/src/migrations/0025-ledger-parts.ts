import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which parts of the ledger were touched when, so that bringing one forward asks for no others. */
export const ledgerParts: Migration = {
  async up(db) {
    await sql`alter table workspace add column part_revisions jsonb not null default '{}'`.execute(db);
  },
};
