import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** The stages of a workspace, those that accounts were set to by hand, and the ones worked out from both. */
export const lifecycle: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'lifecycle',
      'lifecycle jsonb not null, primary key (workspace_id), foreign key (workspace_id) references workspace',
    );
    await createTenantTable(
      db,
      'stage_setting',
      `account_id uuid not null,
       day date not null,
       stage text,
       reason text,
       primary key (workspace_id, account_id, day),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    // Derived in the same transaction as its accounts, so a foreign key would only cost time.
    await createTenantTable(
      db,
      'account_stage',
      `account_id uuid not null,
       day date not null,
       stage smallint not null,
       by_hand boolean not null,
       primary key (workspace_id, account_id, day)`,
    );
    await sql`comment on column account_stage.stage is 'place in the lifecycle, from 1; 0 for none'`.execute(db);
  },
};
