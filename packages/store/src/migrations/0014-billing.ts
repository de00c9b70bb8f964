import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What billing systems know of a subscription: its kind, how it stands, who cancelled or signed when, and discounts. */
export const billing: Migration = {
  async up(db) {
    for (const statement of [
      `alter table subscription_change
         add column kind smallint not null default 0,
         add column status smallint not null default 0,
         add column cancelled_on date,
         add column signed_on date,
         add column discount_millionths integer,
         add column discount_minor bigint,
         add column discount_annual bigint,
         add column discount_ends_on date`,
      // A fee on the first day of a subscription is another record than the subscription.
      'alter table subscription_change drop constraint subscription_change_pkey',
      'alter table subscription_change add primary key (workspace_id, source, subscription_id, starts_on, kind)',
      `comment on column subscription_change.kind is '0 recurring, 1 one-time, 2 metered'`,
      `comment on column subscription_change.status is '0 active, 1 trialing, 2 paused, 3 past due'`,
      `comment on column subscription_change.annual_minor is 'before any discount; 0 for what is not recurring'`,
      `comment on column subscription_change.discount_annual is 'annualised minor units that the discount takes off'`,
    ])
      await sql.raw(statement).execute(db);
  },
};
