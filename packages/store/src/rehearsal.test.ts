import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SubscriptionRecord } from './records/subscription.ts';
import type { ChangeEvent } from './store.ts';
import { describeBackends } from './testing/backends.ts';

const subscription = (subscriptionId: string, amount: string, startsOn = '2026-01-01'): SubscriptionRecord => ({
  subscriptionId,
  accountExternalId: 'a',
  startsOn,
  endsOn: null,
  amount,
  currency: 'USD',
});

describeBackends('rehearsal', (backend) => {
  it('says what writes would come to, and leaves nothing behind', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSubscriptions([subscription('s', '10')]);
    const before = { info: await workspace.info(), counts: await workspace.counts(), ledger: await workspace.ledger() };
    const heard: ChangeEvent[] = [];
    const stop = backend.store.onChange((change) => heard.push(change));
    const batches = [
      [subscription('s', '10'), subscription('s', '12', '2026-02-01'), subscription('t', 'much')],
      [subscription('s', '12', '2026-02-01'), subscription('u', '5')],
    ];
    const rehearsal = await backend.store.rehearse();
    const rehearsed = [];
    for (const batch of batches) {
      rehearsed.push(await rehearsal.workspace(workspace.key).upsertSubscriptions(batch));
    }
    const seen = await rehearsal.workspace(workspace.key).ledger();
    await rehearsal.end();
    expect([...seen.movements.amounts]).toEqual([18_000, 2_400]);
    expect(heard).toEqual([]);
    expect({
      info: await workspace.info(),
      counts: await workspace.counts(),
      ledger: await workspace.ledger(),
    }).toEqual(before);
    const real = [];
    for (const batch of batches) real.push(await workspace.upsertSubscriptions(batch));
    stop();
    expect(rehearsed).toEqual(real);
    expect((await workspace.ledger()).movements).toEqual(seen.movements);
    expect(heard).toHaveLength(2);
  });

  it('takes a piece back that fails, and goes on', async () => {
    const workspace = await backend.freshWorkspace();
    const rehearsal = await backend.store.rehearse();
    const rehearsed = rehearsal.workspace(workspace.key);
    await rehearsed.upsertAccounts([{ externalId: 'a' }]);
    await expect(rehearsed.setFiscalYear(13)).rejects.toThrow(/InvalidSetting/);
    const together = await Promise.all(['b', 'c'].map((externalId) => rehearsed.upsertAccounts([{ externalId }])));
    expect(together.map(({ revision }) => revision)).toEqual(['2', '3']);
    expect((await rehearsed.counts()).accounts).toBe(3);
    await rehearsal.end();
    expect((await workspace.counts()).accounts).toBe(0);
    await expect(rehearsed.counts()).rejects.toThrow(/DatabaseUnavailable/);
  });

  it('makes a workspace that nobody else ever sees', async () => {
    const key = `w-${randomUUID().slice(0, 13)}`;
    const rehearsal = await backend.store.rehearse();
    await rehearsal.createWorkspace({ key, name: 'Rehearsed', currency: 'USD', timeZone: 'UTC' });
    expect((await rehearsal.listWorkspaces()).map((workspace) => workspace.key)).toContain(key);
    const { results } = await rehearsal.workspace(key).upsertAccounts([{ externalId: 'a' }]);
    expect(results).toEqual([{ status: 'created' }]);
    await rehearsal.end();
    expect((await backend.store.listWorkspaces()).map((workspace) => workspace.key)).not.toContain(key);
  });
});
