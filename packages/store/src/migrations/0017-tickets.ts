import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Requests for help, and what happened to them. */
export const tickets: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'ticket',
      `source text not null,
       ticket_id text not null,
       account_id uuid not null,
       created_at timestamptz not null,
       requester text,
       priority text,
       channel text,
       schedule_key text,
       primary key (workspace_id, source, ticket_id),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    await createTenantTable(
      db,
      'ticket_event',
      `source text not null,
       event_id text not null,
       ticket_id text not null,
       at timestamptz not null,
       kind smallint not null,
       actor smallint not null,
       primary key (workspace_id, source, event_id),
       foreign key (workspace_id, source, ticket_id) references ticket (workspace_id, source, ticket_id)`,
    );
    for (const statement of [
      'create index ticket_schedule on ticket (workspace_id, schedule_key)',
      'create index ticket_event_ticket on ticket_event (workspace_id, source, ticket_id, at)',
      `comment on column ticket.schedule_key is 'null: the schedule "default"'`,
      `comment on column ticket_event.kind is '0 publicReply, 1 privateNote, 2 resolved, 3 reopened, 4 closed, 5 merged'`,
      `comment on column ticket_event.actor is '0 agent, 1 customer, 2 bot'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
