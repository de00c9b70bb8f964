import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Who used the product on which day. Users and features are told once and counted by numbers in the many rows of days. */
export const usage: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'feature',
      `feature_no smallint not null check (feature_no > 0),
       feature_key text not null,
       primary key (workspace_id, feature_no),
       unique (workspace_id, feature_key),
       foreign key (workspace_id) references workspace`,
    );
    await createTenantTable(
      db,
      'usage_user',
      `account_id uuid not null,
       user_no integer not null check (user_no > 0),
       user_key text not null,
       primary key (workspace_id, account_id, user_no),
       unique (workspace_id, account_id, user_key),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    // Written with their users and features in one transaction, too many to be looked up one by one.
    await createTenantTable(
      db,
      'usage_day',
      `account_id uuid not null,
       day date not null,
       user_no integer not null,
       feature_no smallint not null,
       events integer not null,
       sessions integer not null,
       seconds integer not null,
       primary key (workspace_id, account_id, day, user_no, feature_no)`,
    );
    await sql`comment on column usage_day.feature_no is '0: without a feature named'`.execute(db);
  },
};
