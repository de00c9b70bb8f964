import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { directoryRole } from './tenant-table.ts';

/** Lets the role that lists workspaces see how far each is, for stores that are told of nothing and have to ask. */
export const polling: Migration = {
  async up(db) {
    await sql`grant select (revision) on workspace to ${sql.ref(directoryRole)}`.execute(db);
  },
};
