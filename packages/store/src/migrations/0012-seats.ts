import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** How many seats an account is licensed for, from a day on. */
export const seats: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'licensed_seats',
      `account_id uuid not null,
       day date not null,
       seats integer not null check (seats >= 0),
       primary key (workspace_id, account_id, day),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
  },
};
