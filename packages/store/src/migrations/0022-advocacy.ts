import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Acts by which customers spoke for the product. */
export const advocacy: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'advocacy_act',
      `source text not null,
       external_id text not null,
       account_id uuid not null,
       person text,
       kind smallint not null,
       day date not null,
       primary key (workspace_id, source, external_id),
       foreign key (workspace_id, account_id) references account (workspace_id, account_id)`,
    );
    await sql`create index advocacy_act_account on advocacy_act (workspace_id, account_id, day)`.execute(db);
    await sql`comment on column advocacy_act.kind is '0 reference, 1 referral, 2 review, 3 case study'`.execute(db);
  },
};
