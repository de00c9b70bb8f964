import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Accounts with their traits, and the people at them. */
export const accounts: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'account',
      `account_id uuid not null default gen_random_uuid(),
       source text not null,
       external_id text not null,
       name text not null,
       traits jsonb not null default '{}',
       parent_id uuid,
       unconverted boolean not null default false,
       touched_revision bigint not null,
       primary key (workspace_id, account_id),
       unique (workspace_id, source, external_id),
       foreign key (workspace_id) references workspace,
       foreign key (workspace_id, parent_id) references account (workspace_id, account_id)`,
    );
    await sql`create index account_touched on account (workspace_id, touched_revision)`.execute(db);
    await createTenantTable(
      db,
      'person',
      `source text not null,
       external_id text not null,
       account_id uuid not null,
       name text,
       email text,
       primary key (workspace_id, source, external_id),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    await sql`create index person_account on person (workspace_id, account_id)`.execute(db);
  },
};
