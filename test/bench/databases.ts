import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { type Company, plans, regions } from './company.ts';

/** A database with the company in it, to be asked in SQL. */
export interface Rival {
  readonly name: string;
  readonly runs: number;
  query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/** Runs one statement with values; both PostgreSQL drivers do. */
type Statement = (text: string, values?: unknown[]) => Promise<{ readonly rows: unknown[] }>;

/** PostgreSQL, over its own protocol. */
export async function openPostgres(company: Company, url: string): Promise<Rival> {
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  await load(company, (text, values) => pool.query(text, values));
  return {
    name: 'PostgreSQL',
    runs: 5,
    query: async (text) => (await pool.query(text)).rows,
    close: () => pool.end(),
  };
}

/** PGlite, in this process. */
export async function openPglite(company: Company): Promise<Rival> {
  const database = await PGlite.create();
  await load(company, (text, values) => database.query(text, values));
  return {
    name: 'PGlite',
    runs: 3,
    query: async (text) => (await database.query<Record<string, unknown>>(text)).rows,
    close: () => database.close(),
  };
}

/** DuckDB, in this process, its tables in columns like our own. */
export async function openDuckdb({ accounts, balances }: Company): Promise<Rival> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('create table account (id integer, plan varchar, region varchar)');
  await connection.run('create table account_month (account integer, month smallint, amount bigint)');
  const people = await connection.createAppender('account');
  accounts.plan.forEach((plan, id) => {
    people.appendInteger(id);
    people.appendVarchar(plans[plan] ?? '');
    people.appendVarchar(regions[accounts.region[id] ?? 0] ?? '');
    people.endRow();
  });
  people.closeSync();
  const rows = await connection.createAppender('account_month');
  balances.account.forEach((account, row) => {
    rows.appendInteger(account);
    rows.appendSmallInt(balances.month[row] ?? 0);
    rows.appendBigInt(BigInt(balances.amount[row] ?? 0));
    rows.endRow();
  });
  rows.closeSync();
  return {
    name: 'DuckDB',
    runs: 15,
    query: async (text) => (await connection.runAndReadAll(text)).getRowObjects(),
    close: async () => connection.closeSync(),
  };
}

async function load({ accounts: { plan, region }, balances }: Company, query: Statement): Promise<void> {
  // A schema of its own, since the import is measured in the same database.
  await query('create schema bench');
  await query('set search_path to bench');
  await query('create table account (id int primary key, plan text not null, region text not null)');
  await query('create table account_month (account int, month smallint, amount bigint, primary key (account, month))');
  await query(
    'insert into account select id - 1, ($1::text[])[p + 1], ($2::text[])[r + 1] from unnest($3::int[], $4::int[]) with ordinality as t(p, r, id)',
    [[...plans], [...regions], [...plan], [...region]],
  );
  const size = 100_000;
  for (let from = 0; from < balances.account.length; from += size) {
    await query('insert into account_month select * from unnest($1::int[], $2::smallint[], $3::bigint[])', [
      [...balances.account.subarray(from, from + size)],
      [...balances.month.subarray(from, from + size)],
      [...balances.amount.subarray(from, from + size)],
    ]);
  }
  await query('create index on account_month (month, account) include (amount)');
  await query('analyze');
}
