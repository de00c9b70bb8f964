import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { directoryRole } from './tenant-table.ts';

/** Counts revocations by workspace, so that stores which poll learn of them without a new data revision. */
export const accessRevisions: Migration = {
  async up(db) {
    await sql`alter table workspace add column access_revision bigint not null default 0`.execute(db);
    await sql`grant select (access_revision) on workspace to ${sql.ref(directoryRole)}`.execute(db);
  },
};
