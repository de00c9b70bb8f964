import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What features are called and which plans they belong to. */
export const planFeatures: Migration = {
  async up(db) {
    await sql`alter table feature add column name text, add column plans jsonb not null default '[]'`.execute(db);
    await sql`comment on column feature.name is 'null: none was given, its key stands for it'`.execute(db);
  },
};
