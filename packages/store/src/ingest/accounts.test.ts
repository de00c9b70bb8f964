import { expect, test } from 'vitest';
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
