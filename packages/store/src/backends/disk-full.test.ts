import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../open-store.ts';
import type { AccountRecord } from '../records/account.ts';
import { fillDisk } from '../testing/fill-disk.ts';
import { mayMount, possible, smallDisk } from '../testing/machine.ts';
import { startPostgres } from '../testing/postgres.ts';
import { openPglite } from './pglite.ts';

const acme = { key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' };

/** Some 200 kB that do not compress. */
function bulky(batch: number): readonly AccountRecord[] {
  return Array.from({ length: 500 }, (_, index) => ({
    externalId: `${batch}-${index}`,
    name: Buffer.from(crypto.getRandomValues(new Uint8Array(200))).toString('base64'),
  }));
}

describe.skipIf(!possible('a full disk (needs to mount a small one)', mayMount()))(
  'a disk that fills up',
  { timeout: 120_000 },
  () => {
    test('refuses writes in time, is read all the while, and takes them again once there is room', async () => {
      const disk = smallDisk(220);
      const dataDir = join(disk, 'data');
      const store = await openStore({ dataDir });
      onTestFinished(() => store.close());
      await store.createWorkspace(acme);
      const workspace = store.workspace('acme');
      const fill = async (): Promise<number> => {
        for (let batch = 0; ; batch++) {
          try {
            await workspace.upsertAccounts(bulky(batch));
          } catch (error) {
            expect(error).toMatchObject({
              name: 'DiskFull',
              message: expect.stringMatching(/^DiskFull: .* has \d+ MB free, and writing needs 64 MB\. .* Make room/),
            });
            return batch;
          }
        }
      };
      const accounts = (await fill()) * 500;
      expect((await workspace.counts()).accounts).toBe(accounts);
      expect((await workspace.ledger()).accounts.count).toBe(accounts);
      await expect(store.createWorkspace({ ...acme, key: 'globex' })).rejects.toMatchObject({ name: 'DiskFull' });
      await expect(store.checkWritable()).rejects.toMatchObject({ name: 'DiskFull' });

      const makeRoom = fillDisk(disk);
      await store.ping();
      expect((await workspace.counts()).accounts).toBe(accounts);
      await expect(workspace.upsertAccounts([{ externalId: 'one' }])).rejects.toMatchObject({ name: 'DiskFull' });
      // Opened with nothing free, it is still read.
      await store.close();
      const again = await openStore({ dataDir, diskReserve: 32 });
      onTestFinished(() => again.close());
      // Closing gave back what the log had taken.
      fillDisk(disk);
      expect((await again.workspace('acme').counts()).accounts).toBe(accounts);
      await expect(again.checkWritable()).rejects.toMatchObject({ name: 'DiskFull' });

      makeRoom();
      await again.checkWritable();
      await again.workspace('acme').upsertAccounts([{ externalId: 'one' }]);
      expect((await again.workspace('acme').counts()).accounts).toBe(accounts + 1);
    });

    test('gives up its ballast when another program fills it during a write', async () => {
      const disk = smallDisk(220);
      const backend = await openPglite(join(disk, 'data'), { durable: false, diskReserve: 64 });
      onTestFinished(() => backend.close());
      backend.assertWritable();
      expect(existsSync(join(disk, 'data', 'ballast'))).toBe(true);
      await sql`create table t (id int)`.execute(backend.db);
      const written = backend.db.transaction().execute(async (trx) => {
        fillDisk(disk);
        await sql`select pg_logical_emit_message(true, '', repeat('x', 1000000)) from generate_series(1, 20)`.execute(
          trx,
        );
      });
      await written;
      expect(existsSync(join(disk, 'data', 'ballast'))).toBe(false);
      await expect(sql`insert into t select generate_series(1, 100000)`.execute(backend.db)).rejects.toThrow();
      expect((await sql`select * from t`.execute(backend.db)).rows).toEqual([]);
    });

    test('ends the database where even that is not enough, which starts again once there is room', async () => {
      const disk = smallDisk(220);
      const backend = await openPglite(join(disk, 'data'), { durable: false, diskReserve: 64 });
      onTestFinished(() => backend.close());
      await sql`create table t (id int)`.execute(backend.db);
      await sql`insert into t values (1)`.execute(backend.db);
      rmSync(join(disk, 'data', 'ballast'), { force: true });
      const makeRoom = fillDisk(disk);
      let committed = 1;
      const failed = await vi.waitFor(
        async () => {
          try {
            await backend.db.transaction().execute(async (trx) => {
              await sql`insert into t values (1)`.execute(trx);
              await sql`select pg_logical_emit_message(true, '', repeat('x', 1000000))`.execute(trx);
            });
            committed += 1;
          } catch (error) {
            return backend.translate(error);
          }
          throw new Error('There is room in its log.');
        },
        { timeout: 20_000, interval: 1 },
      );
      expect(failed).toMatchObject({ name: 'DiskFull', message: expect.stringContaining('has stopped') });
      const count = async () => (await sql<{ n: number }>`select count(*) as n from t`.execute(backend.db)).rows[0]?.n;
      const refused = await count().catch((error: unknown) => backend.translate(error));
      expect(refused).toMatchObject({ name: 'DiskFull' });

      makeRoom();
      await vi.waitFor(async () => expect(await count()).toBe(committed), { timeout: 20_000 });
      await sql`insert into t values (1)`.execute(backend.db);
    });

    test('leaves nothing behind of a database that it had no room to make', async () => {
      const disk = smallDisk(100);
      const dataDir = join(disk, 'data');
      const makeRoom = fillDisk(disk);
      await expect(openStore({ dataDir })).rejects.toMatchObject({ name: 'DiskFull' });
      expect(readdirSync(dataDir)).not.toContain('pglite');
      makeRoom();
      await (await openStore({ dataDir, diskReserve: 32 })).close();
    });

    test('of a PostgreSQL server is an error that says so, and passes', async () => {
      const disk = smallDisk(400);
      const postgres = await startPostgres(disk);
      const store = await openStore({ databaseUrl: await postgres.freshDatabase() });
      onTestFinished(() => store.close());
      await store.createWorkspace(acme);
      const workspace = store.workspace('acme');
      await workspace.upsertAccounts([{ externalId: 'before' }]);
      const makeRoom = fillDisk(disk);
      const refused = await vi.waitFor(
        async () => {
          for (let batch = 0; ; batch++) {
            const error = await workspace.upsertAccounts(bulky(batch)).catch((error: unknown) => error);
            if (error instanceof Error) return error;
          }
        },
        { timeout: 20_000 },
      );
      expect(refused).toMatchObject({ name: 'DiskFull', message: expect.stringContaining('no room left on its disk') });
      expect((await workspace.info()).key).toBe('acme');
      await expect(store.checkWritable()).rejects.toMatchObject({ name: 'DiskFull' });
      makeRoom();
      await vi.waitFor(() => workspace.upsertAccounts([{ externalId: 'after' }]), { timeout: 20_000 });
      await store.checkWritable();
    });
  },
);

test('a reserve that is less than the log needs is refused', async () => {
  for (const diskReserve of [31, Number.NaN]) {
    await expect(openStore({ dataDir: 'never-made', diskReserve })).rejects.toMatchObject({
      name: 'InvalidSetting',
      field: 'diskReserve',
    });
  }
  expect(existsSync('never-made')).toBe(false);
});
