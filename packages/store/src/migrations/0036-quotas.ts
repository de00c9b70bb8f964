import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** What credentials and addresses have used of their quotas. Addresses belong to no workspace, so none is referred to. */
export const quotas: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'quota',
      `key text not null,
       arrival double precision not null,
       allowed boolean not null,
       primary key (workspace_id, key)`,
    );
  },
};
