import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Subscriptions with their changes, exchange rates, and the movements worked out from both. */
export const subscriptions: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'subscription_change',
      `source text not null,
       subscription_id text not null,
       starts_on date not null,
       ends_on date,
       -- Where it really stops: its own end or the next change, whichever comes first.
       closes_on date,
       account_id uuid not null,
       plan text,
       amount_minor bigint not null,
       currency text not null,
       billing_interval text not null,
       every integer not null,
       quantity bigint not null,
       annual_minor bigint not null,
       primary key (workspace_id, source, subscription_id, starts_on),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    await sql`create index subscription_change_account on subscription_change (workspace_id, account_id)`.execute(db);
    await createTenantTable(
      db,
      'exchange_rate',
      `currency text not null,
       day date not null,
       rate numeric not null,
       primary key (workspace_id, currency, day),
       foreign key (workspace_id) references workspace`,
    );
    // Derived in the same transaction as its accounts, so a foreign key would only cost time.
    await createTenantTable(
      db,
      'movement',
      `account_id uuid not null,
       day date not null,
       kind smallint not null,
       amount bigint not null,
       primary key (workspace_id, account_id, day)`,
    );
    await sql`comment on column movement.kind is '0 NEW, 1 EXPANSION, 2 CONTRACTION, 3 CHURN, 4 REACTIVATION, 5 FX'`.execute(
      db,
    );
    await sql`comment on column movement.amount is 'annualised minor units of the workspace''s currency'`.execute(db);
  },
};
