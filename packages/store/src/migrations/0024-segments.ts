import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Saved filters with a key and a name. */
export const segments: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'segment',
      `segment_key text not null,
       name text not null,
       description text,
       filter jsonb not null,
       primary key (workspace_id, segment_key),
       foreign key (workspace_id) references workspace`,
    );
  },
};
