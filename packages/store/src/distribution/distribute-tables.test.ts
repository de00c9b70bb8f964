import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { openPostgresql } from '../backends/postgresql.ts';
import { UnsupportedDatabase } from '../errors.ts';
import { openStore } from '../open-store.ts';
import { freshDatabase } from '../testing/postgres.ts';
import { distributeTables } from './distribute-tables.ts';
import type { TenantConstraint } from './tenant-tables.ts';
import { readTenantTables } from './tenant-tables.ts';

let databaseUrl: string;
beforeEach(async () => {
  databaseUrl = await freshDatabase();
  await (await openStore({ databaseUrl })).close();
});

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Stands in for Citus, which no package registry carries: it notes what it is asked, and refuses what Citus refuses. */
const standIn = `
  create table pg_dist_partition (logicalrelid regclass primary key, beside text);
  create function create_distributed_table(name regclass, key text, colocate_with text) returns void language plpgsql as $$
  begin
    if exists (select from pg_constraint where contype = 'f' and (conrelid = name or confrelid = name)) then
      raise 'cannot distribute % while it has foreign keys', name;
    end if;
    if key <> 'workspace_id' then raise 'distributed by %', key; end if;
    if colocate_with <> 'none' and not exists (
      select from pg_dist_partition where logicalrelid = colocate_with::regclass
    ) then raise '% is not distributed', colocate_with; end if;
    insert into pg_dist_partition values (name, colocate_with);
  end $$`;

const foreignKeys = (): Promise<readonly unknown[]> =>
  inDatabase(
    async (client) =>
      (
        await client.query(
          `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
           where contype = 'f' order by 1, 2`,
        )
      ).rows,
  );

async function tenantTables() {
  const { db, close } = await openPostgresql(databaseUrl);
  try {
    return await readTenantTables(db);
  } finally {
    await close();
  }
}

test('refuses a database without Citus, and leaves it alone', async () => {
  const before = await foreignKeys();
  await expect(distributeTables({ databaseUrl })).rejects.toThrow(UnsupportedDatabase);
  await expect(distributeTables({ databaseUrl, dryRun: true })).rejects.toThrow('no Citus extension');
  expect(await foreignKeys()).toEqual(before);
});

test('distributes every tenant table beside the workspaces, once, and puts foreign keys back', async () => {
  await inDatabase((client) => client.query(standIn));
  const before = await foreignKeys();
  const { names } = await tenantTables();
  const dry = await distributeTables({ databaseUrl, dryRun: true });
  expect(await inDatabase(async (client) => (await client.query('select from pg_dist_partition')).rowCount)).toBe(0);
  const done = await distributeTables({ databaseUrl });
  expect(done).toEqual(dry);
  expect([...done.tables].sort()).toEqual(names);
  expect(done.tables[0]).toBe('workspace');
  expect(await foreignKeys()).toEqual(before);
  expect((await distributeTables({ databaseUrl })).statements).toEqual([]);
});

test('brings a table that came later to those that are distributed', async () => {
  await inDatabase((client) => client.query(standIn));
  await distributeTables({ databaseUrl });
  await inDatabase((client) =>
    client.query('create table later (workspace_id text not null references workspace, n int)'),
  );
  const { tables, statements } = await distributeTables({ databaseUrl });
  expect(tables).toEqual(['later']);
  expect(statements).toHaveLength(3);
});

test('nothing is done where one statement fails', async () => {
  await inDatabase((client) =>
    client.query(`${standIn}; create or replace function create_distributed_table(name regclass, key text, colocate_with text)
      returns void language plpgsql as $$ begin if name::text = 'usage_user' then raise 'no more'; end if; end $$`),
  );
  const before = await foreignKeys();
  await expect(distributeTables({ databaseUrl })).rejects.toThrow('no more');
  expect(await foreignKeys()).toEqual(before);
});

/**
 * Tables whose rows are written with their workspace's or account's row held, so that a foreign key would only cost time; and
 * `quota`, which counts for addresses that belong to no workspace too.
 */
const written: readonly string[] = [
  'account',
  'account_stage',
  'commitment',
  'health_score',
  'movement',
  'quota',
  'subscription_change',
  'ticket_resolution',
  'ticket_time',
  'usage_day',
  'usage_event',
];

test('every key of every tenant table is led by the workspace, and leads to it', async () => {
  const { names, constraints } = await tenantTables();
  const leads = ({ columns, references }: TenantConstraint): boolean =>
    columns[0] === 'workspace_id' && (references === undefined || references.columns[0] === 'workspace_id');
  expect(constraints.filter((constraint) => !leads(constraint))).toEqual([]);
  const withKey = new Set(constraints.filter(({ kind }) => kind === 'primary').map(({ table }) => table));
  expect(names.filter((name) => !withKey.has(name))).toEqual([]);
  const leading = new Set(['workspace', ...written]);
  for (let before = 0; before < leading.size; ) {
    before = leading.size;
    for (const { table, references } of constraints) if (leading.has(references?.table ?? '')) leading.add(table);
  }
  expect(names.filter((name) => !leading.has(name))).toEqual([]);
});

test('every table that is no tenant’s keeps the migrations, and every index of a tenant’s is led by the workspace', async () => {
  const { others, indexes } = await inDatabase(async (client) => ({
    others: (
      await client.query<{ name: string }>(
        `select relname as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace
           and not exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id')`,
      )
    ).rows,
    indexes: (
      await client.query<{ definition: string }>(
        `select indexdef as definition from pg_indexes where schemaname = 'public' and tablename not like 'plimsoll_%'`,
      )
    ).rows,
  }));
  expect(others.filter(({ name }) => !name.startsWith('plimsoll_migration'))).toEqual([]);
  expect(indexes.length).toBeGreaterThan(10);
  expect(indexes.filter(({ definition }) => !/\(workspace_id\b/.test(definition))).toEqual([]);
});
