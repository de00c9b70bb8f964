import { type Kysely, sql } from 'kysely';
import { appRole, directoryRole } from './tenant-table.ts';

// From 16 on the maker of a role is its member, and yet may not take it on before it grants that to itself.
const canSet = `case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end`;

/**
 * Sees to the roles and that our user may take them on. Roles belong to the whole cluster, so they are looked after at
 * every start: a database restored elsewhere finds none, and two databases may make them at the same moment.
 */
export async function ensureRoles(db: Kysely<unknown>): Promise<void> {
  for (const role of [appRole, directoryRole]) {
    await sql
      .raw(`do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
      exception when duplicate_object or unique_violation then null;
      end $$`)
      .execute(db);
    const { rows } = await sql<{ readonly member: boolean }>`
      select pg_has_role(current_user, ${role}, ${sql.raw(canSet)}) as member`.execute(db);
    if (rows[0]?.member !== true) await sql.raw(`grant ${role} to current_user`).execute(db);
  }
}
