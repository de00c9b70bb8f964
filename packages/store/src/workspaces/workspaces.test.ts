import { defaultPolicy } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { describeBackends } from '../testing/backends.ts';

describeBackends('workspaces', (backend) => {
  test('are made once, listed, and hold their settings', async () => {
    const settings = { key: 'harbor', name: 'Harbor', currency: 'EUR', timeZone: 'Europe/Berlin' };
    const made = await backend.store.createWorkspace({ ...settings, policy: { minimumSample: 10 } });
    expect(made).toEqual({
      ...settings,
      fiscalYearStartsIn: 1,
      internalTraits: [],
      policy: { ...defaultPolicy, minimumSample: 10 },
      targets: {},
      revision: '0',
    });
    await expect(backend.store.createWorkspace(settings)).rejects.toMatchObject({ name: 'WorkspaceExists' });
    expect(await backend.store.listWorkspaces()).toContainEqual({ key: 'harbor', name: 'Harbor' });

    const workspace = backend.store.workspace('harbor');
    const targets = { NRR: { value: 1.1, watch: 1 } };
    expect(await workspace.setTargets(targets)).toMatchObject({ targets, revision: '1' });
    expect((await workspace.setPolicy({ nrrMethod: 'trailing12Cohort' })).policy).toEqual({
      ...defaultPolicy,
      nrrMethod: 'trailing12Cohort',
    });
  });

  test('say in which month their fiscal year starts', async () => {
    const workspace = await backend.freshWorkspace({ fiscalYearStartsIn: 7 });
    expect((await workspace.info()).fiscalYearStartsIn).toBe(7);
    expect(await workspace.setFiscalYear(2)).toMatchObject({ fiscalYearStartsIn: 2, revision: '1' });
    for (const month of [0, 13, 1.5, Number.NaN])
      await expect(workspace.setFiscalYear(month)).rejects.toThrow(/InvalidSetting: .*from 1 to 12/);
  });

  test('take switches within their range, and null where none is a value', async () => {
    const workspace = await backend.freshWorkspace({ policy: { ltvCapMonths: null, ltvChurnMonths: 60 } });
    expect((await workspace.info()).policy).toMatchObject({ ltvCapMonths: null, ltvChurnMonths: 60 });
    for (const policy of [{ ltvChurnMonths: 61 }, { ltvCapMonths: 0 }, { minimumSample: null }] as const) {
      // What comes from outside need not be what its type says.
      await expect(workspace.setPolicy(policy as object)).rejects.toThrow(/InvalidSetting: .*Give a whole number/);
    }
  });

  test('refuse settings that make no sense', async () => {
    const fine = { key: 'fine', name: 'Fine', currency: 'USD', timeZone: 'UTC' };
    for (const change of [
      { key: 'Bad_Key' },
      { key: '' },
      { name: ' ' },
      { currency: 'usd' },
      { timeZone: 'Mars/Olympus' },
      { fiscalYearStartsIn: 0 },
      { policy: { minimumSample: 0 } },
      { policy: { userAdoptionAtLeast: 5 } },
      { policy: { userAdoptionWeeks: 2 } },
    ])
      await expect(backend.store.createWorkspace({ ...fine, ...change })).rejects.toMatchObject({
        name: 'InvalidSetting',
      });
    const workspace = await backend.freshWorkspace();
    await expect(workspace.setTargets({ NRR: { value: Number.NaN } })).rejects.toMatchObject({
      name: 'InvalidSetting',
    });
  });
});
