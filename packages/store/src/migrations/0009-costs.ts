import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** What was spent, for an account or for the workspace as a whole. */
export const costs: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'cost',
      `source text not null,
       external_id text not null,
       account_id uuid,
       category smallint not null,
       starts_on date not null,
       ends_on date not null,
       amount_minor bigint not null,
       currency text not null,
       reporting_minor bigint,
       touched_revision bigint not null,
       primary key (workspace_id, source, external_id),
       foreign key (workspace_id) references workspace,
       foreign key (workspace_id, account_id) references account (workspace_id, account_id),
       check (ends_on > starts_on)`,
    );
    for (const statement of [
      'create index cost_account on cost (workspace_id, account_id, starts_on)',
      'create index cost_touched on cost (workspace_id, touched_revision)',
      'create index cost_currency on cost (workspace_id, currency)',
      `comment on column cost.category is '0 acquisition, 1 retention, 2 success, 3 support, 4 product'`,
      `comment on column cost.reporting_minor is 'minor units of the workspace''s currency at the rate of starts_on; null without one'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
