import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a survey asks, and which whole numbers it takes: until now every one was NPS. */
export const surveyKinds: Migration = {
  async up(db) {
    await sql`
      alter table survey
        add column kind text not null default 'NPS',
        add column scale smallint not null default 10,
        add column direction text,
        add constraint survey_scale check (
          (kind = 'NPS' and scale = 10 and direction is null)
          or (kind = 'CSAT' and scale in (5, 10) and direction is null)
          or (kind = 'CES' and scale in (5, 7) and direction in ('HIGH_IS_EASY', 'LOW_IS_EASY') and direction is not null)
        )`.execute(db);
    await sql`comment on column survey.scale is 'the highest answer; the lowest is 0 for NPS and 1 for others'`.execute(
      db,
    );
  },
};
