import { defaultPolicy } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { describeBackends } from '../testing/backends.ts';
import { freshDatabase } from '../testing/postgres.ts';

describeBackends('settings', (backend) => {
  test('change where they are given, and stay where they are not', async () => {
    const workspace = await backend.freshWorkspace({ name: 'Old', policy: { minimumSample: 10 } });
    await workspace.setTargets({ NRR: { value: 1.1, watch: 1 }, GRR: { value: 0.9 } });
    const changed = await workspace.changeSettings({
      policy: { nrrMethod: 'trailing12Cohort' },
      targets: { NRR: { value: 1.05 }, GRR: null, NPS: { value: 40, watch: 20 } },
    });
    expect(changed).toMatchObject({ name: 'Old', fiscalYearStartsIn: 1, revision: '2' });
    expect(changed.policy).toEqual({ ...defaultPolicy, minimumSample: 10, nrrMethod: 'trailing12Cohort' });
    expect(changed.targets).toEqual({ NRR: { value: 1.05 }, NPS: { value: 40, watch: 20 } });
    const renamed = await workspace.changeSettings({ name: 'New', fiscalYearStartsIn: 4 });
    expect(renamed).toEqual({ ...changed, name: 'New', fiscalYearStartsIn: 4, revision: '3' });
    expect(await workspace.info()).toEqual(renamed);
  });

  test('that are just so already are no change', async () => {
    const workspace = await backend.freshWorkspace();
    const change = {
      name: 'Test',
      fiscalYearStartsIn: 1,
      policy: { paused: 'count', ltvCapMonths: null },
      targets: { NRR: { value: 1.1, watch: 1 }, GRR: null },
    } as const;
    const { revision } = await workspace.changeSettings(change);
    expect((await workspace.changeSettings(change)).revision).toBe(revision);
    expect((await workspace.changeSettings({})).revision).toBe(revision);
  });

  test('decide what is recurring revenue from then on', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'rests', name: 'Rests', traits: {} }]);
    const price = { amount: '60.00', currency: 'USD', interval: 'month', every: 1, quantity: 1 } as const;
    await workspace.upsertSubscriptions([
      {
        subscriptionId: 's',
        accountExternalId: 'rests',
        startsOn: '2026-01-01',
        endsOn: null,
        status: 'paused',
        ...price,
      },
    ]);
    const annual = async () => (await workspace.ledger()).movements.amounts.reduce((sum, amount) => sum + amount, 0);
    expect(await annual()).toBe(0);
    await workspace.changeSettings({ policy: { paused: 'count' } });
    expect(await annual()).toBe(72_000);
    await workspace.changeSettings({ policy: { trial: 'include' } });
    expect(await annual()).toBe(72_000);
  });

  test('are refused whole, and the field told, where one makes no sense', async () => {
    const workspace = await backend.freshWorkspace({ policy: { userAdoptionWeeks: 4 } });
    for (const [field, change] of [
      ['name', { name: ' ' }],
      ['name', { name: 'nul\0' }],
      ['name', { name: 'x'.repeat(201) }],
      ['fiscalYearStartsIn', { fiscalYearStartsIn: 13 }],
      ['policy.ltvChurnMonths', { policy: { ltvChurnMonths: 61 } }],
      ['policy.userAdoptionAtLeast', { policy: { userAdoptionAtLeast: 5 } }],
      ['policy.constructor', { policy: { constructor: 'periodic' } }],
      ['policy.nrrMethod', { policy: { nrrMethod: 'constructor' } }],
      ['targets.NRR', { targets: { NRR: { value: 1, watch: Number.NaN } } }],
      ['targets.FAME', { targets: { FAME: { value: 1 } } }],
    ] as const) {
      // What comes from outside need not be what its type says.
      const given = { name: 'Other', ...change } as object;
      await expect(workspace.changeSettings(given)).rejects.toMatchObject({ name: 'InvalidSetting', field });
    }
    expect(await workspace.info()).toMatchObject({ name: 'Test', revision: '0' });
    expect((await workspace.changeSettings({ name: 'x'.repeat(200) })).name).toHaveLength(200);
  });

  test('stay within their workspace', async () => {
    const [mine, theirs] = [await backend.freshWorkspace(), await backend.freshWorkspace()];
    await mine.changeSettings({ policy: { paused: 'count' }, targets: { NRR: { value: 2 } } });
    expect(await theirs.info()).toMatchObject({ policy: defaultPolicy, targets: {}, revision: '0' });
    await expect(backend.store.workspace('nowhere').changeSettings({})).rejects.toMatchObject({
      name: 'UnknownWorkspace',
    });
  });
});

test('settings that one server changes hold for the ledger of another at once', async () => {
  const databaseUrl = await freshDatabase();
  const [one, other] = [await openStore({ databaseUrl }), await openStore({ databaseUrl })];
  try {
    await one.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
    expect((await other.workspace('acme').ledger()).recognition.paused).toBe('zero');
    const { revision } = await one.workspace('acme').changeSettings({ policy: { paused: 'count' } });
    expect(await other.workspace('acme').info()).toMatchObject({ revision, policy: { paused: 'count' } });
    const ledger = await other.workspace('acme').ledger();
    expect([ledger.revision, ledger.recognition.paused]).toEqual([revision, 'count']);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});
