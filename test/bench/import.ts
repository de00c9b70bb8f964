import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreOptions } from '@plimsoll/store';
import pg from 'pg';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { runPlimsoll } from '../server/start-server.ts';
import { makeWorkspace } from './fill-workspace.ts';
import { type ImportFiles, writeImportFiles } from './import-files.ts';
import { printTable } from './measure.ts';
import { watch } from './watched-workspace.ts';

const rows = 200_000;

/** A database as the command is told of it, and as the store is. */
interface Target {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly options: StoreOptions;
}

/** Rows a second of `plimsoll import`, everything derived included, into workspaces of their own. */
export async function benchImport({ url }: StartedPostgres): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  try {
    const files = await writeImportFiles(folder, rows);
    const dataDir = join(folder, 'data');
    const postgres = await measureImports(files, {
      args: [],
      env: { DATABASE_URL: url },
      options: { databaseUrl: url },
    });
    const plain = await plainInserts(url);
    const pglite = await measureImports(files, { args: ['--data-dir', dataDir], env: {}, options: { dataDir } });
    printTable(
      `plimsoll import of ${rows.toLocaleString('en')} rows: rows a second`,
      ['', 'PostgreSQL', 'PGlite, a folder'],
      [
        ...[...postgres].map(([what, rate]) => [what, perSecond(rate), perSecond(pglite.get(what) ?? 0)]),
        ['subscriptions: what the database needs to insert their rows again', perSecond(plain), ''],
      ],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureImports(files: ImportFiles, target: Target): Promise<ReadonlyMap<string, number>> {
  await makeWorkspace(target.options, 'csv');
  await makeWorkspace(target.options, 'ndjson');
  await makeWorkspace(target.options, 'watched');
  await watch(target.options, 'watched');
  const run = (kind: string, file: string, workspace: string): Promise<number> =>
    importFile(target, [kind, file, '--workspace', workspace]);
  const { csv, ndjson } = files.subscriptions;
  const rates = new Map<string, number>();
  rates.set('subscriptions, CSV', await run('subscriptions', csv, 'csv'));
  rates.set('subscriptions, CSV, again', await run('subscriptions', csv, 'csv'));
  rates.set('subscriptions, NDJSON', await run('subscriptions', ndjson, 'ndjson'));
  rates.set('subscriptions, with a health model and stages by rules', await run('subscriptions', csv, 'watched'));
  for (const workspace of ['csv', 'watched']) await run('accounts', files.accounts, workspace);
  rates.set('events, added up to users’ days', await run('events', files.events, 'csv'));
  rates.set('events, with a health model and stages by rules', await run('events', files.events, 'watched'));
  return rates;
}

async function importFile({ args, env }: Target, what: readonly string[]): Promise<number> {
  const { code, stdout, stderr } = await runPlimsoll(['import', ...what, ...args], env);
  const rate = /\(([\d,]+) rows\/s\)/.exec(stdout)?.[1];
  if (code !== 0 || rate === undefined) throw new Error(`The import of ${what[0]} ended with ${code}:\n${stderr}`);
  return Number(rate.replaceAll(',', ''));
}

/** Subscriptions a second where the rows that they come to are there already and are only written to tables like theirs. */
async function plainInserts(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const tables = ['account', 'subscription_change', 'movement'];
  for (const table of tables) await pool.query(`create table plain_${table} (like ${table} including indexes)`);
  const started = performance.now();
  for (const table of tables) {
    await pool.query(`insert into plain_${table} select * from ${table} where workspace_id = 'csv'`);
  }
  const seconds = (performance.now() - started) / 1_000;
  await pool.query(`drop table ${tables.map((table) => `plain_${table}`).join(', ')}`);
  await pool.end();
  return rows / seconds;
}

const perSecond = (rate: number): string => Math.round(rate).toLocaleString('en');
