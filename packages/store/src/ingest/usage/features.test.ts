import { expect, test } from 'vitest';
import type { FeatureRecord } from '../../records/usage.ts';
import { describeBackends } from '../../testing/backends.ts';

describeBackends('features', (backend) => {
  test('are described before or after they are used, and keep what is not given', async () => {
    const workspace = await backend.freshWorkspace();
    const statuses = async (...records: readonly FeatureRecord[]) =>
      (await workspace.upsertFeatures(records)).results.map(({ status }) => status);
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    await workspace.upsertUsageDays([{ accountExternalId: 'acme', user: 'ann', day: '2026-06-01', feature: 'export' }]);
    const described = { key: 'export', name: 'Export', plans: ['Team', 'Business', 'Team'] };
    expect(await statuses(described, { key: 'alerts' })).toEqual(['updated', 'created']);
    expect(await statuses(described, { key: 'alerts' }, { key: 'export' })).toEqual(Array(3).fill('unchanged'));
    expect(await statuses({ key: 'export', plans: [] })).toEqual(['updated']);
    expect((await workspace.ledger()).features).toEqual([
      { key: '', name: '', plans: [] },
      { key: 'export', name: 'Export', plans: [] },
      { key: 'alerts', name: 'alerts', plans: [] },
    ]);
  });

  test('that make no sense are rejected record by record', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertFeatures([
      { key: '' },
      { key: 'a', plans: [' '] },
      { key: 'b', plans: Array.from({ length: 101 }, (_, index) => `p${index}`) },
      { key: 'c', plans: ['Team'] },
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'key',
      'plans',
      'plans',
      'created',
    ]);
    expect((await workspace.ledger()).features.map(({ key }) => key)).toEqual(['', 'c']);
  });
});
