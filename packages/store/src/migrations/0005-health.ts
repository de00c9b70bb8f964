import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** The health model, the numbers it reads, and the scores worked out from them. */
export const health: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'health_model',
      'model jsonb not null, primary key (workspace_id), foreign key (workspace_id) references workspace',
    );
    await createTenantTable(
      db,
      'reported_number',
      `account_id uuid not null,
       number_key text not null,
       day date not null,
       value double precision not null,
       primary key (workspace_id, account_id, number_key, day),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    // Derived in the same transaction as its accounts, so a foreign key would only cost time.
    await createTenantTable(
      db,
      'health_score',
      `account_id uuid not null,
       day date not null,
       score double precision,
       coverage double precision not null,
       primary key (workspace_id, account_id, day)`,
    );
  },
};
