import { type Kysely, sql } from 'kysely';

/** The role that every transaction takes on, because owners and superusers pass by row-level security. */
export const appRole = 'plimsoll_app';

/** The role that may list the workspaces and nothing else. */
export const directoryRole = 'plimsoll_directory';

/**
 * Makes a table whose rows belong to a workspace: `workspace_id` comes first, row-level security is forced, and the
 * application's role gets at it.
 *
 * @param definition columns and constraints after `workspace_id`: a foreign key that leads to the workspace among them,
 *   straight or by way of the account or the survey, unless the rows are derived or too many to be looked up one by one
 */
// Migrations see the tables of their own time, so the database has no type here.
export async function createTenantTable(db: Kysely<unknown>, table: string, definition: string): Promise<void> {
  const statements = [`create table ${table} (workspace_id text not null, ${definition})`, ...protect(table)];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** What puts a table behind row-level security. */
export function protect(table: string): readonly string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy tenant on ${table} to ${appRole}
       using (workspace_id = current_setting('plimsoll.workspace', true))
       with check (workspace_id = current_setting('plimsoll.workspace', true))`,
    `grant select, insert, update, delete on ${table} to ${appRole}`,
  ];
}
