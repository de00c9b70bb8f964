import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/**
 * Adds expiry, last use, creator and revocation to keys, and allows several embed keys of one name, so that one can replace
 * another without an interruption. Allows revoking every token of a workspace issued before an instant. Adds the audit log.
 */
export const managedKeys: Migration = {
  async up(db) {
    for (const table of ['api_key', 'embed_key']) {
      for (const column of [
        'expires_at timestamptz',
        'last_used_at timestamptz',
        'created_by jsonb',
        'revoked_at timestamptz',
      ])
        await sql.raw(`alter table ${table} add column ${column}`).execute(db);
    }
    for (const statement of [
      'alter table embed_key drop constraint embed_key_workspace_id_name_key',
      'alter table revocation drop constraint revocation_kind_check',
      `alter table revocation add constraint revocation_kind_check check (kind in ('jti', 'subject', 'workspace'))`,
    ])
      await sql.raw(statement).execute(db);
    await createTenantTable(
      db,
      'audit_event',
      `event_id uuid not null,
       at timestamptz not null,
       kind text not null,
       actor jsonb not null,
       details jsonb not null,
       primary key (workspace_id, event_id),
       foreign key (workspace_id) references workspace`,
    );
    for (const statement of [
      'create index audit_event_at on audit_event (workspace_id, at, event_id)',
      'create index audit_event_kind on audit_event (workspace_id, kind, at, event_id)',
    ])
      await sql.raw(statement).execute(db);
  },
};
