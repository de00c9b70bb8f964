import { createdOn, formatDay, tagsOf } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { InvalidSetting } from '../errors.ts';
import { describeBackends } from '../testing/backends.ts';

describeBackends('accounts', (backend) => {
  test('are created, changed and left alone', async () => {
    const workspace = await backend.freshWorkspace();
    const acme = { externalId: 'acme', name: 'Acme', traits: { plan: 'pro', region: 'EU' } };

    const first = await workspace.upsertAccounts([acme, { externalId: 'globex' }]);
    const again = await workspace.upsertAccounts([acme, { externalId: 'globex' }]);
    const changed = await workspace.upsertAccounts([
      { externalId: 'acme', traits: { region: '', size: 'large' } },
      { externalId: 'globex', name: 'globex' },
    ]);

    expect(first).toEqual({ results: [{ status: 'created' }, { status: 'created' }], revision: '1' });
    expect(again).toEqual({ results: [{ status: 'unchanged' }, { status: 'unchanged' }], revision: '1' });
    expect(changed).toEqual({ results: [{ status: 'updated' }, { status: 'unchanged' }], revision: '2' });
    const { accounts } = await workspace.ledger();
    expect(accounts.names).toEqual(['Acme', 'globex']);
    expect([...accounts.traits.keys()].sort()).toEqual(['plan', 'size']);
  });

  test.each([' ', 'a\0b', '\ud800', 's'.repeat(256)])('are refused under the source %j', async (source) => {
    const workspace = await backend.freshWorkspace();
    await expect(workspace.upsertAccounts([{ externalId: 'acme' }], { source })).rejects.toThrow(InvalidSetting);
    expect((await workspace.info()).revision).toBe('0');
  });

  test('have tags and a day of creation, left alone unless given', async () => {
    const workspace = await backend.freshWorkspace();
    const acme = { externalId: 'acme', tags: ['vip', 'beta ', 'vip'], createdOn: '2025-02-28' };
    const steps = [
      [acme],
      [{ ...acme, tags: ['beta', 'vip'] }],
      [{ externalId: 'acme', name: 'Acme' }],
      [{ externalId: 'globex' }],
    ];
    const statuses: unknown[] = [];
    for (const step of steps) statuses.push(...(await workspace.upsertAccounts(step)).results);
    expect(statuses).toMatchObject([
      { status: 'created' },
      { status: 'unchanged' },
      { status: 'updated' },
      { status: 'created' },
    ]);
    const ledger = await workspace.ledger();
    expect([tagsOf(ledger, 0), tagsOf(ledger, 1)]).toEqual([['beta', 'vip'], []]);
    expect([formatDay(createdOn(ledger, 0)), createdOn(ledger, 1)]).toEqual(['2025-02-28', Number.NaN]);
    await workspace.upsertAccounts([{ externalId: 'acme', tags: [], createdOn: null }]);
    const after = await workspace.ledger();
    expect([tagsOf(after, 0), createdOn(after, 0)]).toEqual([[], Number.NaN]);
    expect(tagsOf(ledger, 0)).toEqual(['beta', 'vip']);
  });

  test('with tags or days that make no sense are rejected', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertAccounts([
      { externalId: 'a', tags: ['a;b'] },
      { externalId: 'b', tags: [' '] },
      { externalId: 'c', tags: Array.from({ length: 101 }, (_, index) => `t${index}`) },
      { externalId: 'd', createdOn: '2025-02-29' },
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'tags',
      'tags',
      'tags',
      'createdOn',
    ]);
  });

  test('of two sources are two accounts', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }], { source: 'crm' });
    await workspace.upsertAccounts([{ externalId: 'acme' }], { source: 'billing' });
    expect((await workspace.counts()).accounts).toBe(2);
  });

  test('create their parents', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'child', parentExternalId: 'parent' }]);
    expect((await workspace.ledger()).accounts.externalIds).toEqual(['child', 'parent']);
    const again = await workspace.upsertAccounts([{ externalId: 'child', parentExternalId: 'parent' }]);
    expect(again.results).toEqual([{ status: 'unchanged' }]);
  });

  test('that make no sense are rejected and hold up no other', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertAccounts([
      { externalId: '' },
      { externalId: 'x'.repeat(300) },
      { externalId: 'self', parentExternalId: 'self' },
      { externalId: 'nul\0' },
      { externalId: 'half \ud83d' },
      { externalId: 'trait', traits: { half: '\ud83d' } },
      { externalId: 'many', traits: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`t${index}`, 'v'])) },
      { externalId: 'good, "quoted"\\ {and} 🚢' },
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'externalId',
      'externalId',
      'parentExternalId',
      'externalId',
      'externalId',
      'traits',
      'traits',
      'created',
    ]);
    expect((await workspace.ledger()).accounts.externalIds).toEqual(['good, "quoted"\\ {and} 🚢']);
  });

  test('twice in a batch end as the later says', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertAccounts([
      { externalId: 'acme', name: 'First' },
      { externalId: 'acme', name: 'Second' },
    ]);
    expect(results).toEqual([{ status: 'created' }, { status: 'updated' }]);
    expect((await workspace.ledger()).accounts.names).toEqual(['Second']);
  });
});

describeBackends('people', (backend) => {
  test('need a known account', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    const batch = [
      { externalId: 'ann', accountExternalId: 'acme', name: 'Ann' },
      { externalId: 'bob', accountExternalId: 'nowhere' },
    ];
    const { results } = await workspace.upsertPeople(batch);
    expect(results[0]).toEqual({ status: 'created' });
    expect(results[1]).toMatchObject({ status: 'rejected', field: 'accountExternalId' });
    expect((await workspace.upsertPeople(batch.slice(0, 1))).results).toEqual([{ status: 'unchanged' }]);
    expect(
      (await workspace.upsertPeople([{ externalId: 'ann', accountExternalId: 'acme', email: 'ann@acme.test' }]))
        .results,
    ).toEqual([{ status: 'updated' }]);
  });
});
