import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** What accounts are to achieve, and how far they are. */
export const outcomes: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'outcome',
      `source text not null,
       external_id text not null,
       account_id uuid not null,
       name text not null,
       baseline double precision not null,
       target double precision not null check (target <> baseline),
       due_on date not null,
       reached_given date,
       reached_on date,
       primary key (workspace_id, source, external_id),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    await createTenantTable(
      db,
      'outcome_progress',
      `source text not null,
       external_id text not null,
       day date not null,
       value double precision not null,
       primary key (workspace_id, source, external_id, day),
       foreign key (workspace_id, source, external_id) references outcome (workspace_id, source, external_id)`,
    );
    for (const statement of [
      'create index outcome_account on outcome (workspace_id, account_id)',
      `comment on column outcome.reached_on is 'reached_given, else the first day on which a value reached the target'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
