import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Customer success managers. Accounts name theirs in a trait. */
export const csms: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'csm',
      `source text not null,
       external_id text not null,
       name text not null,
       email text,
       fte_millionths integer not null check (fte_millionths > 0),
       ramped_on date not null,
       left_on date,
       touched_revision bigint not null,
       primary key (workspace_id, source, external_id),
       foreign key (workspace_id) references workspace`,
    );
    await sql`create index csm_touched on csm (workspace_id, touched_revision)`.execute(db);
  },
};
