import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Surveys, their exposures and their responses. */
export const surveys: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'survey',
      `survey_key text not null,
       name text not null,
       question text not null,
       low_label text not null,
       high_label text not null,
       follow_ups jsonb not null,
       thanks text not null,
       open boolean not null,
       primary key (workspace_id, survey_key),
       foreign key (workspace_id) references workspace`,
    );
    await createTenantTable(
      db,
      'exposure',
      `survey_key text not null,
       respondent text not null,
       day date not null,
       account_id uuid,
       shown_at timestamptz not null,
       dismissed boolean not null,
       created_revision bigint not null,
       primary key (workspace_id, survey_key, respondent, day),
       foreign key (workspace_id, survey_key) references survey (workspace_id, survey_key),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    await createTenantTable(
      db,
      'response',
      `response_id uuid not null default gen_random_uuid(),
       source text not null,
       external_id text not null,
       survey_key text not null,
       account_id uuid,
       respondent text not null,
       answer smallint not null check (answer between 0 and 10),
       comment text,
       responded_at timestamptz not null,
       day date not null,
       touched_revision bigint not null,
       primary key (workspace_id, response_id),
       unique (workspace_id, source, external_id),
       foreign key (workspace_id, survey_key) references survey (workspace_id, survey_key),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    for (const statement of [
      'create index exposure_created on exposure (workspace_id, created_revision)',
      'create index response_newest on response (workspace_id, responded_at desc, response_id desc)',
      'create index response_respondent on response (workspace_id, survey_key, respondent, responded_at desc)',
      'create index response_account on response (workspace_id, account_id)',
      'create index response_touched on response (workspace_id, touched_revision)',
    ])
      await sql.raw(statement).execute(db);
  },
};
