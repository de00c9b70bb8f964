import { expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { describeBackends } from '../testing/backends.ts';
import { freshDatabase } from '../testing/postgres.ts';

describeBackends('quotas', (backend) => {
  const use = (key: string, milliseconds: number, workspace: string | null = null) =>
    backend.store.useQuota({ workspace, key, milliseconds, window: 3_600_000 });

  test('are used up to the window, and not beyond', async () => {
    const { arrival: now } = await use('unused', 0);
    const first = await use('full', 3_600_000);
    expect(first.allowed).toBe(true);
    expect(first.arrival).toBeGreaterThanOrEqual(now + 3_600_000);
    const refused = await use('full', 60_000);
    expect(refused.allowed).toBe(false);
    expect(refused.arrival).toBe(first.arrival);
    expect((await use('too much at once', 3_600_001)).allowed).toBe(false);
  });

  test('are given back, and asked about without using any', async () => {
    const used = await use('refunded', 600_000);
    expect((await use('refunded', 0)).arrival).toBe(used.arrival);
    expect((await use('refunded', -600_000)).arrival).toBe(used.arrival - 600_000);
  });

  test('belong to their workspace and key', async () => {
    const [mine, theirs] = [await backend.freshWorkspace(), await backend.freshWorkspace()];
    await use('k', 3_600_000, mine.key);
    expect((await use('k', 60_000, mine.key)).allowed).toBe(false);
    expect((await use('k', 60_000, theirs.key)).allowed).toBe(true);
    expect((await use('other', 60_000, mine.key)).allowed).toBe(true);
    expect((await use('k', 60_000)).allowed).toBe(true);
  });
});

test('two servers on one database use one quota', async () => {
  const databaseUrl = await freshDatabase();
  const stores = await Promise.all([openStore({ databaseUrl }), openStore({ databaseUrl })]);
  try {
    const attempts = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        stores[index % 2]?.useQuota({ workspace: null, key: 'shared', milliseconds: 100_000, window: 1_000_000 }),
      ),
    );
    expect(attempts.filter((attempt) => attempt?.allowed === true)).toHaveLength(10);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
});
