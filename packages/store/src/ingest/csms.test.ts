import { expect, test } from 'vitest';
import { describeBackends } from '../testing/backends.ts';

const ann = { externalId: 'ann', name: 'Ann', fte: 0.8, rampedOn: '2026-01-01' };

describeBackends('CSMs', (backend) => {
  test('are created, changed and left alone', async () => {
    const workspace = await backend.freshWorkspace();
    expect(await workspace.upsertCsms([ann])).toEqual({ results: [{ status: 'created' }], revision: '1' });
    expect(await workspace.upsertCsms([ann])).toEqual({ results: [{ status: 'unchanged' }], revision: '1' });
    const before = await workspace.ledger();
    expect([before.csms.ids, before.csms.names, [...before.csms.fte]]).toEqual([['ann'], ['Ann'], [800_000]]);
    const { results } = await workspace.upsertCsms([
      { ...ann, leftOn: '2026-05-01' },
      { ...ann, externalId: 'bob' },
    ]);
    expect(results).toEqual([{ status: 'updated' }, { status: 'created' }]);
    const { csms } = await workspace.ledger();
    expect(csms.ids).toEqual(['ann', 'bob']);
    expect(csms.leftOn[0]).toBe(Date.parse('2026-05-01') / 86_400_000);
    expect(before.csms.ids).toEqual(['ann']);
  });

  test('of several sources with one id are one, as written last', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertCsms([ann], { source: 'hr' });
    await workspace.upsertCsms([{ ...ann, fte: 0.5 }], { source: 'crm' });
    const { csms } = await workspace.ledger();
    expect([csms.ids, [...csms.fte]]).toEqual([['ann'], [500_000]]);
  });

  test('that make no sense are rejected with a sentence, and hold up no other', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertCsms([
      { ...ann, externalId: ' ' },
      { ...ann, name: '' },
      { ...ann, fte: 0 },
      { ...ann, fte: Number.NaN },
      { ...ann, fte: 11 },
      { ...ann, rampedOn: 'soon' },
      { ...ann, leftOn: '2026-02-30' },
      ann,
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'externalId',
      'name',
      'fte',
      'fte',
      'fte',
      'rampedOn',
      'leftOn',
      'created',
    ]);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatch(/\. \w.*\.$/);
  });
});
