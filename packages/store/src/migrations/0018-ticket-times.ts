import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** What tickets and their events come to, worked out at each write. */
export const ticketTimes: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'ticket_time',
      `source text not null,
       ticket_id text not null,
       account_id uuid not null,
       created_on date not null,
       agent_reply integer not null,
       agent_reply_open integer not null,
       any_reply integer not null,
       any_reply_open integer not null,
       merged boolean not null,
       primary key (workspace_id, source, ticket_id)`,
    );
    await createTenantTable(
      db,
      'ticket_resolution',
      `source text not null,
       ticket_id text not null,
       resolution_no smallint not null,
       account_id uuid not null,
       resolved_on date not null,
       reopened_on date,
       wait integer not null,
       wait_open integer not null,
       primary key (workspace_id, source, ticket_id, resolution_no)`,
    );
    for (const statement of [
      'create index ticket_time_account on ticket_time (workspace_id, account_id)',
      'create index ticket_resolution_account on ticket_resolution (workspace_id, account_id)',
      `comment on column ticket_time.agent_reply is 'seconds from the creation; -1: not yet, -2: business hours unknown'`,
      `comment on column ticket_resolution.wait is 'seconds from the creation; -1: merged, -2: business hours unknown'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
