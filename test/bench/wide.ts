import { type AccountFilter, metricOf, type Question } from '@plimsoll/metrics';
import { type LedgerReader, openStore } from '@plimsoll/store';
import pg from 'pg';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { makeCompany, months } from './company.ts';
import { openPostgres } from './databases.ts';
import { fillWorkspace, makeWorkspace } from './fill-workspace.ts';
import { printTable } from './measure.ts';
import {
  checkSame,
  retentionOf,
  retentionToday,
  trailing,
  trailingPolicy,
  trailingWindows,
  twoTraits,
} from './retention.ts';

interface Asked {
  readonly title: string;
  readonly sql: string;
  readonly filter: AccountFilter | undefined;
}

const asked: readonly Asked[] = [
  { title: 'two trait filters', sql: trailing("and a.plan = 'Team' and a.region = 'Europe'"), filter: twoTraits },
  { title: 'no filter', sql: trailing(''), filter: undefined },
];

interface Cost {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * What a workspace that is not held in memory costs to read, beside PostgreSQL's own answer to the same question: from
 * scratch each, the same integers, in the same database.
 */
export async function benchWide(postgres: StartedPostgres, accounts: number): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query('create database wide');
  await admin.end();
  const url = new URL(postgres.url);
  url.pathname = '/wide';
  const databaseUrl = url.href;
  const rival = await openPostgres(makeCompany(accounts), databaseUrl);
  const key = await makeWorkspace({ databaseUrl }, 'wide');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  await fillWorkspace(key, accounts, (text, values) => pool.query(text, values));
  await pool.end();
  const store = await openStore({ databaseUrl, memoryBudget: 0, accountsAtOnce: 16_384 });
  const table: string[][] = [];
  let writes = 0;
  for (const { title, sql, filter } of asked) {
    let rows: Awaited<ReturnType<typeof rival.query>> = [];
    const theirs = await best(async () => {
      rows = await rival.query(sql);
    });
    let found: readonly (readonly number[])[] = [];
    const ours = await best(async () => {
      // A reader keeps what it answered, so each run has one of its own.
      await store.workspace(key).setFiscalYear(1 + (++writes % 12));
      const reader = await store.workspace(key).reader();
      if (reader.held) throw new Error('A workspace without a budget was held in memory.');
      found = await readWide(reader, filter);
    });
    checkSame(title, found, rows, rival.name);
    table.push([
      title,
      theirs.milliseconds.toFixed(0),
      ours.milliseconds.toFixed(0),
      (ours.milliseconds / theirs.milliseconds).toFixed(2),
      ours.megabytes.toFixed(0),
    ]);
  }
  await store.close();
  await rival.close();
  printTable(
    `24 points of trailing-twelve-month NRR, GRR and logos without holding the ledger: ${accounts.toLocaleString('en')} accounts × ${months} months`,
    ['', 'PostgreSQL ms', 'Plimsoll ms', '×', 'MB at most'],
    table,
  );
}

async function readWide(
  reader: LedgerReader,
  filter: AccountFilter | undefined,
): Promise<readonly (readonly number[])[]> {
  const question: Question = { ledger: reader.ledger, selection: reader.select(filter), policy: trailingPolicy };
  const [nrr = [], grr = [], logos = []] = await Promise.all(
    (['NRR', 'GRR', 'LOGO_RETENTION'] as const).map((name) =>
      reader.readEach(metricOf(name), question, trailingWindows, retentionToday),
    ),
  );
  return retentionOf(nrr, grr, logos);
}

/** The best of three, and the most memory that was in use on top of what was before. */
async function best(run: () => Promise<void>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let index = 0; index < 3; index++) {
    globalThis.gc?.();
    const before = inUse();
    let most = before;
    const sampling = setInterval(() => {
      most = Math.max(most, inUse());
    }, 20);
    const started = performance.now();
    await run();
    costs.push({ milliseconds: performance.now() - started, megabytes: (most - before) / 1e6 });
    clearInterval(sampling);
  }
  return {
    milliseconds: Math.min(...costs.map(({ milliseconds }) => milliseconds)),
    megabytes: Math.max(...costs.map(({ megabytes }) => megabytes)),
  };
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
