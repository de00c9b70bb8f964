import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { formatDay } from '@plimsoll/metrics';
import { openStore, type StoreOptions } from '@plimsoll/store';
import pg from 'pg';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { months } from './company.ts';
import { fillWorkspace, makeWorkspace } from './fill-workspace.ts';
import { measure, printTable } from './measure.ts';

const changes = 100;
const sizes = [1_000, 10_000, 100_000];

interface Cost {
  readonly movements: number;
  readonly load: number;
  readonly forward: number;
  readonly megabytes: number;
}

/**
 * What a ledger costs by its number of accounts: loading it, bringing it forward after a write, and holding it.
 *
 * @param million whether a million accounts are measured too, on PostgreSQL
 */
export async function benchLedger(postgres: StartedPostgres, million: boolean): Promise<void> {
  const table: string[][] = [];
  for (const accounts of million ? [...sizes, 1_000_000] : sizes) {
    table.push(row('PostgreSQL', accounts, await inPostgres(postgres, accounts)));
    if (accounts <= 100_000) table.push(row('PGlite, a folder', accounts, await inPglite(accounts)));
  }
  printTable(
    `The ledger of ${months} months, five traits an account`,
    ['', 'accounts', 'movements', 'load ms', `after ${changes} changes ms`, 'MB held'],
    table,
  );
}

function row(name: string, accounts: number, { movements, load, forward, megabytes }: Cost): string[] {
  return [
    name,
    accounts.toLocaleString('en'),
    movements.toLocaleString('en'),
    load.toFixed(0),
    forward.toFixed(1),
    megabytes.toFixed(0),
  ];
}

async function inPostgres({ url }: StartedPostgres, accounts: number): Promise<Cost> {
  const key = await makeWorkspace({ databaseUrl: url }, `ledger-${accounts}`);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await fillWorkspace(key, accounts, (text, values) => pool.query(text, values));
  await pool.end();
  return costOf({ databaseUrl: url }, key);
}

async function inPglite(accounts: number): Promise<Cost> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const key = await makeWorkspace({ dataDir }, `ledger-${accounts}`);
  const pglite = await PGlite.create(join(dataDir, 'pglite'));
  await fillWorkspace(key, accounts, (text, values) => pglite.query(text, values));
  await pglite.close();
  const cost = await costOf({ dataDir }, key);
  await rm(dataDir, { recursive: true, force: true });
  return cost;
}

async function costOf(options: StoreOptions, key: string): Promise<Cost> {
  const store = await openStore(options);
  const workspace = store.workspace(key);
  await workspace.info();
  const before = held();
  const started = performance.now();
  const { accounts, movements } = await workspace.ledger();
  const load = performance.now() - started;
  const megabytes = (held() - before) / 1e6;
  let write = 0;
  const change = async (): Promise<void> => {
    write++;
    await workspace.upsertSubscriptions(
      Array.from({ length: changes }, (_, index) => ({
        subscriptionId: `s${write}-${index}`,
        accountExternalId: accounts.externalIds[(index * 7_919 + write) % accounts.count] ?? '',
        startsOn: formatDay(20_000 + write),
        endsOn: null,
        amount: '10',
        currency: 'USD',
      })),
    );
  };
  const written: number[] = [];
  const { p50 } = await measure(9, async () => {
    const writing = performance.now();
    await change();
    written.push(performance.now() - writing);
    await workspace.ledger();
  });
  written.sort((a, b) => a - b);
  await store.close();
  return { movements: movements.days.length, load, forward: p50 - (written[5] ?? 0), megabytes };
}

/** Bytes in use once what nobody holds is gone. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
