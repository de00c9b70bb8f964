import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Several health models a workspace, and which of them a score comes from. */
export const healthModels: Migration = {
  async up(db) {
    // Changing a type rewrites every row, which an update could not: row-level security hides them from the migration.
    await sql`
      alter table health_model
        alter column model type jsonb using '{"appliesTo": [], "order": 0}'::jsonb || model`.execute(db);
    await sql`
      alter table health_model
        add column model_key text generated always as (model ->> 'key') stored,
        add column model_no smallint not null default 1 check (model_no > 0),
        drop constraint health_model_pkey`.execute(db);
    await sql`
      alter table health_model
        alter column model_no drop default,
        alter column model_key set not null,
        add primary key (workspace_id, model_key),
        add unique (workspace_id, model_no)`.execute(db);
    await sql`alter table health_score add column model_no smallint not null default 1`.execute(db);
    await sql`alter table health_score alter column model_no drop default`.execute(db);
  },
};
