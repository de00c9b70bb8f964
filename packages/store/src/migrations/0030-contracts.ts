import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Contracts with their terms, and what became of each. */
export const contracts: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'contract',
      `source text not null,
       contract_id text not null,
       contract_no integer not null,
       account_id uuid not null,
       starts_on date not null,
       ends_on date not null,
       amount_minor bigint not null,
       currency text not null,
       auto_renew boolean not null,
       notice_days integer not null,
       status text not null check (status in ('signed', 'draft', 'void')),
       signed_on date,
       renews text,
       renewed_on date,
       renewed_minor bigint,
       lost_on date,
       -- Worked out from the above, from the contracts that renew this one, and from exchange rates.
       due_reporting bigint,
       outcome smallint not null default 0,
       settled_on date,
       renewed_reporting bigint,
       primary key (workspace_id, source, contract_id),
       unique (workspace_id, contract_no),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id),
       check (ends_on > starts_on)`,
    );
    for (const statement of [
      'create index contract_account on contract (workspace_id, account_id, ends_on)',
      'create index contract_renews on contract (workspace_id, source, renews)',
      'create index contract_currency on contract (workspace_id, currency)',
      `comment on column contract.outcome is '0 none, 1 renewed, 2 lost'`,
      `comment on column contract.due_reporting is 'annual minor units of the workspace''s currency at the rate of starts_on; null without one'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
