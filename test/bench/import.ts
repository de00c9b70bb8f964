import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDay } from '@plimsoll/metrics';
import { openStore, type StoreOptions, type SubscriptionRecord } from '@plimsoll/store';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { monthStart } from './company.ts';
import { printTable } from './measure.ts';
import { seeded } from './random.ts';

const rows = 100_000;
const batch = 5_000;

/** Subscription rows a second into a fresh workspace, movements included, in large batches. */
export async function benchImport(postgres: StartedPostgres): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const table: string[][] = [];
  for (const [name, options] of [
    ['PostgreSQL', { databaseUrl: postgres.url }],
    ['PGlite, a folder', { dataDir: folder }],
  ] as const) {
    const { first, again } = await importTwice(options);
    table.push([name, perSecond(first), perSecond(again)]);
  }
  await rm(folder, { recursive: true, force: true });
  printTable(`Import of ${rows.toLocaleString('en')} subscription rows`, ['', 'rows/s', 'rows/s, again'], table);
}

async function importTwice(options: StoreOptions): Promise<{ readonly first: number; readonly again: number }> {
  const store = await openStore(options);
  const key = `bench-${Date.now()}`;
  await store.createWorkspace({ key, name: 'Bench', currency: 'USD', timeZone: 'UTC' });
  const records = subscriptions();
  const run = async (): Promise<number> => {
    const started = performance.now();
    for (let from = 0; from < rows; from += batch) {
      const { results } = await store.workspace(key).upsertSubscriptions(records.slice(from, from + batch));
      const rejected = results.find(({ status }) => status === 'rejected');
      if (rejected !== undefined) throw new Error(`A row was rejected: ${JSON.stringify(rejected)}`);
    }
    return performance.now() - started;
  };
  const times = { first: await run(), again: await run() };
  await store.close();
  return times;
}

function subscriptions(): readonly SubscriptionRecord[] {
  const random = seeded(11);
  return Array.from({ length: rows }, (_, index) => {
    const month = Math.floor(random() * 30);
    return {
      subscriptionId: `s${index}`,
      accountExternalId: `a${Math.floor(index / 1.3)}`,
      startsOn: formatDay(monthStart(month)),
      endsOn: random() < 0.3 ? formatDay(monthStart(month + 1 + Math.floor(random() * 12))) : null,
      amount: (10 + Math.floor(random() * 9_000) / 100).toFixed(2),
      currency: 'USD',
    };
  });
}

const perSecond = (milliseconds: number): string => Math.round(rows / (milliseconds / 1000)).toLocaleString('en');
