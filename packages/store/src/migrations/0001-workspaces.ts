import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appRole, directoryRole, protect } from './tenant-table.ts';

/** Workspaces, and the two roles' way to them. */
export const workspaces: Migration = {
  async up(db) {
    const statements = [
      `create table workspace (
         workspace_id text primary key,
         name text not null,
         currency text not null,
         time_zone text not null,
         policy jsonb not null default '{}',
         targets jsonb not null default '{}',
         revision bigint not null default 0,
         created_at timestamptz not null default now())`,
      ...protect('workspace'),
      `grant select (workspace_id, name) on workspace to ${directoryRole}`,
      `create policy directory on workspace for select to ${directoryRole} using (true)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await sql`grant usage on schema ${sql.ref(await currentSchema(db))} to ${sql.ref(appRole)}, ${sql.ref(directoryRole)}`.execute(
      db,
    );
  },
};

async function currentSchema(db: Parameters<Migration['up']>[0]): Promise<string> {
  const { rows } = await sql<{ readonly name: string }>`select current_schema() as name`.execute(db);
  return rows[0]?.name ?? 'public';
}
