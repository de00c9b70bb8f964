import { defaultPolicy, metricOf, resolvePeriod } from '@plimsoll/metrics';
import { expect, it } from 'vitest';
import type { Snapshot } from './snapshot.ts';
import { describeBackends } from './testing/backends.ts';
import type { WorkspaceStore } from './workspace-store.ts';

const today = 20_500;
const month = resolvePeriod({ kind: 'current', unit: 'MONTH' }, today);

async function mrrOf(workspace: WorkspaceStore): Promise<number | null | undefined> {
  const reader = await workspace.reader();
  const question = { ledger: reader.ledger, selection: reader.select(), policy: defaultPolicy };
  const [reading] = await reader.readEach(metricOf('MRR'), question, [month], today);
  return reading?.value;
}

const pay = (workspace: WorkspaceStore, amount: string) =>
  workspace.upsertSubscriptions([
    { subscriptionId: 's', accountExternalId: 'a', startsOn: '2026-01-01', endsOn: null, amount, currency: 'USD' },
  ]);

describeBackends('a snapshot', (backend) => {
  it('stays what it is while others write, and takes nothing', async () => {
    const workspace = await backend.freshWorkspace();
    await pay(workspace, '10');
    const snapshot = await backend.store.snapshot();
    const taken = snapshot.workspace(workspace.key);
    const { revision } = await taken.info();
    // The database in process takes it once the snapshot has ended.
    const writing = pay(workspace, '12');
    if (backend.store.backend === 'postgresql') {
      await writing;
      expect(await mrrOf(workspace)).toBe(12);
    }
    expect(await mrrOf(taken)).toBe(10);
    expect((await taken.reader()).held).toBe(false);
    await expect(pay(taken, '14')).rejects.toThrow(/read-only/);
    expect([await mrrOf(taken), (await taken.info()).revision]).toEqual([10, revision]);
    await snapshot.end();
    await expect(taken.info()).rejects.toThrow(/DatabaseUnavailable/);
    await writing;
    expect(await mrrOf(workspace)).toBe(12);
  });

  it('leaves connections to others, however many are asked for', async () => {
    const workspace = await backend.freshWorkspace();
    const held: Snapshot[] = [];
    const most = backend.store.backend === 'postgresql' ? 3 : 1;
    while (held.length < most) held.push(await backend.store.snapshot());
    let waits = true;
    const waiting = backend.store.snapshot().finally(() => {
      waits = false;
    });
    for (const snapshot of held) await snapshot.workspace(workspace.key).info();
    if (backend.store.backend === 'postgresql') await workspace.info();
    expect(waits).toBe(true);
    for (const snapshot of held) await snapshot.end();
    const next = await waiting;
    expect((await next.workspace(workspace.key).info()).revision).toBe('0');
    await next.end();
  });
});
