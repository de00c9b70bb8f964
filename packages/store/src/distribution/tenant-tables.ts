import { type Kysely, sql } from 'kysely';

/** A constraint of a tenant table. */
export interface TenantConstraint {
  readonly table: string;
  readonly name: string;
  readonly kind: 'primary' | 'unique' | 'foreign';
  /** Its columns in order, and for a foreign key those that it names. */
  readonly columns: readonly string[];
  readonly references?: { readonly table: string; readonly columns: readonly string[] };
  /** As it is written behind `add constraint`. */
  readonly definition: string;
}

/** The tables whose rows belong to a workspace, and what holds them together. */
export interface TenantTables {
  /** By name; `workspace` is one of them. */
  readonly names: readonly string[];
  readonly constraints: readonly TenantConstraint[];
}

/** Reads the catalogue of a migrated database. */
export async function readTenantTables<DB>(db: Kysely<DB>): Promise<TenantTables> {
  const { rows: tables } = await sql<{ readonly name: string }>`
    select c.relname as name from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
    order by c.relname`.execute(db);
  const names = tables.map(({ name }) => name);
  const { rows } = await sql<{
    readonly table: string;
    readonly name: string;
    readonly kind: TenantConstraint['kind'];
    readonly columns: readonly string[];
    readonly references_table: string | null;
    readonly references_columns: readonly string[] | null;
    readonly definition: string;
  }>`
    select c.conrelid::regclass::text as table, c.conname as name,
      case c.contype when 'p' then 'primary' when 'u' then 'unique' else 'foreign' end as kind,
      ${columnsOf('conkey', 'conrelid')} as columns, nullif(c.confrelid, 0)::regclass::text as references_table,
      ${columnsOf('confkey', 'confrelid')} as references_columns, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype in ('p', 'u', 'f') and t.relnamespace = current_schema()::regnamespace
      and t.relname = any(${names}::text[])
    order by t.relname, c.conname`.execute(db);
  return {
    names,
    constraints: rows.map(({ references_table, references_columns, ...constraint }) => ({
      ...constraint,
      ...(references_table === null
        ? {}
        : { references: { table: references_table, columns: references_columns ?? [] } }),
    })),
  };
}

function columnsOf(key: string, table: string) {
  return sql.raw(`(select array_agg(a.attname::text order by k.place)
        from unnest(c.${key}) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.${table} and a.attnum = k.number)`);
}
