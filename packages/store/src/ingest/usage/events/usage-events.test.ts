import { formatDay } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { UsageEventRecord } from '../../../records/usage.ts';
import { describeBackends } from '../../../testing/backends.ts';
import type { WorkspaceStore } from '../../../workspace-store.ts';

/** An event of ann's at acme on 1 June, so many minutes past nine in the morning. */
function event(eventId: string, minute: number, options: Partial<UsageEventRecord> = {}): UsageEventRecord {
  const at = new Date(Date.UTC(2026, 5, 1, 9, minute)).toISOString();
  return { eventId, accountExternalId: 'acme', user: 'ann', at, ...options };
}

/** Days of use: account, day, user, feature, sessions, seconds. */
async function days(workspace: WorkspaceStore) {
  const { usage, features, accounts } = await workspace.ledger();
  return accounts.externalIds.flatMap((account, index) =>
    [...usage.days.keys()]
      .slice(usage.offsets[index], usage.offsets[index + 1])
      .map((row) => [
        account,
        formatDay(usage.days[row] ?? 0),
        usage.users[row],
        features[usage.features[row] ?? -1]?.key,
        usage.sessions[row],
        usage.seconds[row],
      ]),
  );
}

describeBackends('usage events', (backend) => {
  const tracked = async (timeZone = 'UTC') => {
    const workspace = await backend.freshWorkspace({ timeZone });
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
    return workspace;
  };
  const statuses = async (workspace: WorkspaceStore, ...events: readonly UsageEventRecord[]) =>
    (await workspace.recordUsageEvents(events)).results.map(({ status }) => status);

  test('are added up to days, once however often they are sent', async () => {
    const workspace = await tracked();
    const events = [event('1', 0, { feature: 'reports' }), event('2', 20), event('3', 59, { seconds: 60 })];
    const { results, revision } = await workspace.recordUsageEvents(events);
    expect(results.map(({ status }) => status)).toEqual(Array(3).fill('created'));
    const added = [
      ['acme', '2026-06-01', 1, '', 1, 60],
      ['acme', '2026-06-01', 1, 'reports', 1, 1_200],
    ];
    expect(await days(workspace)).toEqual(added);
    expect(await workspace.recordUsageEvents([...events, ...events])).toMatchObject({ revision });
    expect(await days(workspace)).toEqual(added);
  });

  test('close a gap that they come late for', async () => {
    const workspace = await tracked();
    await statuses(workspace, event('1', 0), event('2', 40));
    expect(await days(workspace)).toEqual([['acme', '2026-06-01', 1, '', 2, 0]]);
    await statuses(workspace, event('late', 20));
    expect(await days(workspace)).toEqual([['acme', '2026-06-01', 1, '', 1, 2_400]]);
  });

  test('sent with another content take the place of the first, on another day and of another account too', async () => {
    const workspace = await tracked();
    await statuses(workspace, event('1', 0), event('2', 10));
    expect(await statuses(workspace, event('2', 20), event('2', 20))).toEqual(['updated', 'unchanged']);
    expect(await days(workspace)).toEqual([['acme', '2026-06-01', 1, '', 1, 1_200]]);
    const moved = event('2', 20, { accountExternalId: 'bolt', user: 'bob', at: '2026-06-03T09:00:00Z', seconds: 5 });
    expect(await statuses(workspace, moved)).toEqual(['updated']);
    expect(await days(workspace)).toEqual([
      ['acme', '2026-06-01', 1, '', 1, 0],
      ['bolt', '2026-06-03', 1, '', 1, 5],
    ]);
    await statuses(workspace, event('1', 0, { at: '2026-06-02T09:00:00Z', feature: 'export' }));
    expect((await days(workspace))[0]).toEqual(['acme', '2026-06-02', 1, 'export', 1, 0]);
  });

  test('of one id are two events where their sources are two', async () => {
    const workspace = await tracked();
    await workspace.upsertAccounts([{ externalId: 'acme' }], { source: 'app' });
    await statuses(workspace, event('1', 0));
    const { results } = await workspace.recordUsageEvents([event('1', 0)], { source: 'app' });
    expect(results).toEqual([{ status: 'created' }]);
    expect(await days(workspace)).toHaveLength(2);
  });

  test('fall on the day they have in the workspace, where sessions end at midnight', async () => {
    const workspace = await tracked('America/New_York');
    await statuses(
      workspace,
      event('1', 0, { at: '2026-06-02T03:50:00Z' }),
      event('2', 0, { at: '2026-06-02T03:59:00Z' }),
      event('3', 0, { at: '2026-06-02T04:00:00Z' }),
    );
    expect(await days(workspace)).toEqual([
      ['acme', '2026-06-01', 1, '', 1, 540],
      ['acme', '2026-06-02', 1, '', 1, 0],
    ]);
  });

  test('and reported days are never added to each other', async () => {
    const workspace = await tracked();
    const reported = { accountExternalId: 'acme', user: 'ann', day: '2026-06-01', sessions: 9, seconds: 900 };
    const other = { ...reported, user: 'bob' };
    await workspace.upsertUsageDays([reported, { ...reported, feature: 'reports' }, other]);
    await statuses(workspace, event('1', 0, { seconds: 30 }));
    const owned = [
      ['acme', '2026-06-01', 1, '', 1, 30],
      ['acme', '2026-06-01', 2, '', 9, 900],
    ];
    expect(await days(workspace)).toEqual(owned);
    const { results } = await workspace.upsertUsageDays([
      { ...reported, feature: 'new' },
      other,
      { ...other, day: '2026-06-02' },
    ]);
    expect(results).toMatchObject([
      { status: 'rejected', field: 'day', reason: expect.stringContaining('"ann" on 2026-06-01') },
      { status: 'unchanged' },
      { status: 'created' },
    ]);
    expect((await days(workspace)).slice(0, 2)).toEqual(owned);
    expect((await workspace.ledger()).features.map(({ key }) => key)).toEqual(['', 'reports']);
    // Once the events are gone from it, the day can be reported again.
    await statuses(workspace, event('1', 0, { at: '2026-06-05T09:00:00Z' }));
    expect((await workspace.upsertUsageDays([reported])).results).toEqual([{ status: 'created' }]);
  });

  test('that make no sense are rejected one by one, and leave no user or feature behind', async () => {
    const workspace = await tracked();
    const bad: readonly (readonly [string, Partial<UsageEventRecord>])[] = [
      ['eventId', { eventId: '' }],
      ['accountExternalId', { accountExternalId: 'nobody' }],
      ['user', { user: ' ' }],
      ['at', { at: '2026-06-01 09:00' }],
      ['seconds', { seconds: -1 }],
      ['seconds', { seconds: 86_401 }],
      ['feature', { feature: 'x'.repeat(256) }],
      ['sessionId', { sessionId: 'x'.repeat(256) }],
    ];
    const { results } = await workspace.recordUsageEvents([
      ...bad.map(([, change], index) => event(`bad ${index}`, 0, { feature: 'bad', user: 'nobody', ...change })),
      event('good', 0),
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      ...bad.map(([field]) => field),
      'created',
    ]);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatch(/\. [A-Z]/);
    expect(await days(workspace)).toEqual([['acme', '2026-06-01', 1, '', 1, 0]]);
    expect((await workspace.ledger()).features.map(({ key }) => key)).toEqual(['']);
  });

  test('give the same days in whatever order and batches they come', async () => {
    const events = Array.from({ length: 60 }, (_, index) =>
      event(`${index % 50}`, (index * 37) % 400, {
        user: `u${index % 3}`,
        ...(index % 4 === 0 ? { feature: `f${index % 8}` } : {}),
        ...(index % 5 === 0 ? { sessionId: `s${index % 2}` } : {}),
      }),
    );
    const latest = [...new Map(events.map((one) => [one.eventId, one])).values()].sort((a, b) =>
      a.user.localeCompare(b.user),
    );
    const [apart, together] = [await tracked(), await tracked()];
    for (let from = 0; from < events.length; from += 7) await apart.recordUsageEvents(events.slice(from, from + 7));
    await together.recordUsageEvents(latest);
    const said = async (workspace: WorkspaceStore) => (await days(workspace)).map(String).sort();
    expect(await said(apart)).toEqual(await said(together));
  });
});
