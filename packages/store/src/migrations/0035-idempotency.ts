import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/**
 * Adds the results of writes that were sent with an idempotency key. `key` and `field` are SHA-256 hashes, so that their length
 * is bounded and neither keys nor subjects are stored. `result` is JSON in a text column, because jsonb refuses the escape of NUL.
 */
export const idempotency: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'idempotency',
      `key text not null,
       field text not null,
       body_hash text not null,
       result text not null,
       created_at timestamptz not null,
       primary key (workspace_id, key, field),
       foreign key (workspace_id) references workspace`,
    );
    await sql.raw('create index idempotency_created_at on idempotency (workspace_id, created_at)').execute(db);
  },
};
