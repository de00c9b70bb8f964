import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Single events of product use, which days of use are added up from. */
export const usageEvents: Migration = {
  async up(db) {
    // Written with their users and features in one transaction, too many to be looked up one by one.
    await createTenantTable(
      db,
      'usage_event',
      `event_key uuid not null,
       account_id uuid not null,
       at bigint not null,
       session_key bigint,
       day date not null,
       user_no integer not null,
       seconds integer not null,
       feature_no smallint not null,
       primary key (workspace_id, event_key)`,
    );
    for (const statement of [
      'create index usage_event_day on usage_event (workspace_id, account_id, day, user_no)',
      `comment on column usage_event.event_key is 'half of the SHA-256 of source and event id'`,
      `comment on column usage_event.at is 'milliseconds since 1970-01-01T00:00Z'`,
      `comment on column usage_event.session_key is '48 bits of the SHA-256 of the session id; null without one'`,
      'alter table usage_day add column from_events boolean not null default false',
      `comment on column usage_day.from_events is 'added up from usage_event, rather than reported as a day'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
