import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Keys of servers, keys that embed tokens are checked with, and tokens taken back. */
export const keys: Migration = {
  async up(db) {
    await createTenantTable(
      db,
      'api_key',
      `key_id text not null,
       name text not null,
       scopes jsonb not null,
       secret_hash text not null,
       created_at timestamptz not null default now(),
       primary key (workspace_id, key_id),
       foreign key (workspace_id) references workspace`,
    );
    await createTenantTable(
      db,
      'embed_key',
      `key_id text not null,
       name text not null,
       public_key jsonb not null,
       created_at timestamptz not null default now(),
       primary key (workspace_id, key_id),
       unique (workspace_id, name),
       foreign key (workspace_id) references workspace`,
    );
    await createTenantTable(
      db,
      'revocation',
      `kind text not null check (kind in ('jti', 'subject')),
       value text not null,
       revoked_at bigint not null,
       primary key (workspace_id, kind, value),
       foreign key (workspace_id) references workspace`,
    );
  },
};
