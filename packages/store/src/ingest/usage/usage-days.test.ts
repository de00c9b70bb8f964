import { expect, test } from 'vitest';
import type { UsageDayRecord } from '../../records/usage.ts';
import { describeBackends } from '../../testing/backends.ts';

const day: UsageDayRecord = { accountExternalId: 'acme', user: 'ann', day: '2026-06-01', events: 3, sessions: 1 };

describeBackends('usage', (backend) => {
  const tracked = async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
    return workspace;
  };
  const rows = async (workspace: Awaited<ReturnType<typeof tracked>>) => {
    const { usage, features } = await workspace.ledger();
    return [...usage.days].map((on, row) => [
      new Date(on * 86_400_000).toISOString().slice(0, 10),
      usage.users[row],
      features[usage.features[row] ?? -1]?.key,
    ]);
  };

  test('counts a day once, however often it is sent, and takes what is sent last', async () => {
    const workspace = await tracked();
    const first = await workspace.upsertUsageDays([day]);
    expect(first.results).toEqual([{ status: 'created' }]);
    const again = await workspace.upsertUsageDays([day, day]);
    expect(again).toEqual({ results: [{ status: 'unchanged' }, { status: 'unchanged' }], revision: first.revision });
    const { results } = await workspace.upsertUsageDays([
      { ...day, events: 4 },
      { ...day, events: 5 },
      { ...day, events: 5 },
    ]);
    expect(results.map(({ status }) => status)).toEqual(['updated', 'updated', 'unchanged']);
    expect(await rows(workspace)).toEqual([['2026-06-01', 1, '']]);
  });

  test('is one event where nothing else is said, and can be taken back and given again', async () => {
    const workspace = await tracked();
    await workspace.upsertUsageDays([{ accountExternalId: 'acme', user: 'ann', day: '2026-06-01' }]);
    expect(await rows(workspace)).toHaveLength(1);
    const nothing = { ...day, events: 0, sessions: 0 };
    expect((await workspace.upsertUsageDays([nothing])).results).toEqual([{ status: 'updated' }]);
    expect((await workspace.upsertUsageDays([nothing])).results).toEqual([{ status: 'unchanged' }]);
    expect(await rows(workspace)).toEqual([]);
    await workspace.upsertUsageDays([{ ...nothing, seconds: 20 }]);
    expect(await rows(workspace)).toHaveLength(1);
  });

  test('is ordered by account, day, user and feature, whatever the order it comes in', async () => {
    const workspace = await tracked();
    await workspace.upsertUsageDays([
      { ...day, accountExternalId: 'bolt', feature: 'reports' },
      { ...day, user: 'bob', day: '2026-06-02', feature: 'export' },
      { ...day, user: 'bob', feature: 'reports' },
    ]);
    await workspace.upsertUsageDays([
      { ...day, user: 'cy', feature: 'export' },
      { ...day, user: 'bob' },
    ]);
    expect(await rows(workspace)).toEqual([
      ['2026-06-01', 1, ''],
      ['2026-06-01', 1, 'reports'],
      ['2026-06-01', 2, 'export'],
      ['2026-06-02', 1, 'export'],
      ['2026-06-01', 1, 'reports'],
    ]);
  });

  test('that makes no sense is rejected record by record, and leaves no user or feature behind', async () => {
    const workspace = await tracked();
    const bad: readonly (readonly [string, Partial<UsageDayRecord>])[] = [
      ['accountExternalId', { accountExternalId: 'nobody' }],
      ['user', { user: ' ' }],
      ['day', { day: '2026-02-30' }],
      ['events', { events: -1 }],
      ['sessions', { sessions: 0.5 }],
      ['seconds', { seconds: Number.NaN }],
      ['feature', { feature: 'x'.repeat(256) }],
    ];
    const { results } = await workspace.upsertUsageDays([
      ...bad.map(([, change]) => ({ ...day, feature: 'bad', ...change })),
      day,
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      ...bad.map(([field]) => field),
      'created',
    ]);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatch(/\. [A-Z]/);
    expect((await workspace.ledger()).features.map(({ key }) => key)).toEqual(['']);
  });

  test('of one workspace is none of another’s', async () => {
    const [ours, theirs] = [await tracked(), await tracked()];
    await theirs.upsertUsageDays([{ ...day, feature: 'secret' }]);
    await ours.upsertUsageDays([{ ...day, feature: 'export' }]);
    expect(await rows(ours)).toEqual([['2026-06-01', 1, 'export']]);
    expect((await ours.ledger()).features.map(({ key }) => key)).toEqual(['', 'export']);
  });
});
