import { parseDay, traitColumn, traitPast } from '@plimsoll/metrics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TraitHistoryRecord } from '../../records/account.ts';
import { describeBackends, today } from '../../testing/backends.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const entry = (from: string, value: string | null, trait = 'plan'): TraitHistoryRecord => ({
  accountExternalId: 'acme',
  trait,
  value,
  from,
});

async function planOn(workspace: WorkspaceStore, on: string): Promise<string | undefined> {
  const { codes, values } = traitColumn(await workspace.ledger(), 'plan', day(on));
  return values[codes[0] ?? 0];
}

async function past(workspace: WorkspaceStore, key = 'plan') {
  return traitPast(await workspace.ledger(), 0, key);
}

describeBackends('traits', (backend) => {
  test('that were the same since the account was made have no history', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'Starter' } }]);
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'Team' } }]);
    expect(await past(workspace)).toEqual([]);
    expect(await planOn(workspace, '2020-01-01')).toBe('Team');
  });

  test('keep what they were, with the day on which it is said that they changed', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'Starter' }, traitsFrom: '2026-01-01' }]);
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'Team' } }]);
    expect(await past(workspace)).toEqual([
      { value: 'Starter', from: day('2026-01-01') },
      { value: 'Team', from: day(today) },
    ]);
    expect([await planOn(workspace, '2019-01-01'), await planOn(workspace, '2026-06-14')]).toEqual([
      'Starter',
      'Starter',
    ]);
    expect(await planOn(workspace, today)).toBe('Team');
  });

  test('hold from the day that the host gives, and later days stand', async () => {
    const workspace = await backend.freshWorkspace();
    const said = async (plan: string, traitsFrom: string) =>
      (await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan }, traitsFrom }])).results[0]?.status;
    expect(await said('Team', '2026-03-01')).toBe('created');
    expect(await said('Starter', '2026-01-01')).toBe('updated');
    expect(await said('Starter', '2026-01-01')).toBe('unchanged');
    const { accounts } = await workspace.ledger();
    expect(accounts.traits.get('plan')?.values).toEqual(['', 'Team']);
    expect([await planOn(workspace, '2026-02-28'), await planOn(workspace, '2026-03-01')]).toEqual(['Starter', 'Team']);
  });

  test('take late and corrected entries, and the latest one is what they are now', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'Team', region: 'Europe' } }]);
    const statuses = async (...records: readonly TraitHistoryRecord[]) =>
      (await workspace.upsertTraitHistory(records)).results.map(({ status }) => status);
    const before = await workspace.ledger();
    expect(await statuses(entry('2025-01-01', 'Trial'), entry('2025-02-01', 'Starter'))).toEqual([
      'created',
      'created',
    ]);
    expect(await statuses(entry('2025-02-01', 'Starter'))).toEqual(['unchanged']);
    expect(await statuses(entry('2025-02-01', 'Solo'), entry('2025-02-01', 'Solo'))).toEqual(['updated', 'unchanged']);
    expect(await past(workspace)).toEqual([
      { value: 'Trial', from: day('2025-01-01') },
      { value: 'Solo', from: day('2025-02-01') },
      { value: 'Team', from: day(today) },
    ]);
    expect(await past(workspace, 'region')).toEqual([]);
    expect(await statuses(entry(today, null))).toEqual(['updated']);
    expect((await workspace.ledger()).accounts.traits.has('plan')).toBe(false);
    expect(await planOn(workspace, '2026-06-14')).toBe('Solo');
    expect(before.traitHistory.days).toHaveLength(0);
  });

  test('that make no sense are rejected record by record', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    const { results } = await workspace.upsertTraitHistory([
      { ...entry('2025-01-01', 'Team'), accountExternalId: 'nobody' },
      entry('2025-02-30', 'Team'),
      entry('2026-06-16', 'Team'),
      entry('2025-01-01', 'Team', ''),
      entry('2025-01-01', 'x'.repeat(501)),
      entry('2025-01-01', 'Team'),
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'accountExternalId',
      'from',
      'from',
      'trait',
      'value',
      'created',
    ]);
    const [tomorrow] = (
      await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'x' }, traitsFrom: '2026-06-16' }])
    ).results;
    expect(tomorrow).toMatchObject({ status: 'rejected', field: 'traitsFrom' });
  });

  test('come to the same in whatever order their entries arrive', async () => {
    const entries = ['2025-01-01', '2025-03-01', '2025-06-01', today].flatMap((from, at) => [
      entry(from, ['Trial', 'Starter', null, 'Team'][at] ?? null),
      entry(from, `R${at % 2}`, 'region'),
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(entries, { minLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        async (all, at) => {
          const workspace = await backend.freshWorkspace();
          await workspace.upsertAccounts([{ externalId: 'acme' }]);
          await workspace.upsertTraitHistory(all.slice(0, at));
          await workspace.upsertTraitHistory([...all.slice(at), ...all.slice(0, 2)]);
          expect((await past(workspace)).map(({ value }) => value)).toEqual(['Trial', 'Starter', '', 'Team']);
          expect((await past(workspace, 'region')).map(({ value }) => value)).toEqual(['R0', 'R1', 'R0', 'R1']);
          expect((await workspace.ledger()).accounts.traits.get('plan')?.values).toEqual(['', 'Team']);
        },
      ),
      { numRuns: 5 },
    );
  });
});
