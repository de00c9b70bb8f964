import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Milestones, and which account reached them when. */
export const milestones: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'milestone',
      `milestone_no smallint not null check (milestone_no > 0),
       milestone_key text not null,
       name text,
       role text not null default 'other',
       primary key (workspace_id, milestone_no),
       unique (workspace_id, milestone_key),
       foreign key (workspace_id) references workspace`,
    );
    await createTenantTable(
      db,
      'milestone_reached',
      `account_id uuid not null,
       milestone_no smallint not null,
       reached_on date not null,
       primary key (workspace_id, account_id, milestone_no),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id),
       foreign key (workspace_id, milestone_no) references milestone (workspace_id, milestone_no)`,
    );
    await sql`comment on column milestone.role is 'start, firstValue or other'`.execute(db);
  },
};
