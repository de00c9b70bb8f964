import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** When support is open, version by version. */
export const schedules: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'schedule',
      `schedule_key text not null,
       valid_from date not null,
       time_zone text not null,
       hours jsonb not null,
       holidays jsonb not null,
       primary key (workspace_id, schedule_key, valid_from),
       foreign key (workspace_id) references workspace`,
    );
    for (const statement of [
      `comment on column schedule.hours is '[weekday, opens, closes]: 1 Monday to 7 Sunday, minutes since midnight'`,
      `comment on column schedule.holidays is 'days since 1970-01-01'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
