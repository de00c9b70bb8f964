import { defaultLifecycle, formatDay, type Lifecycle, parseDay, type StageRule } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { describeBackends } from '../../testing/backends.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

const stage = (key: string, rule: StageRule | null, terminal = false) => ({ key, label: key, terminal, rule });

const ruled: Lifecycle = {
  stages: [
    stage('acquisition', { kind: 'createdFor', days: 0 }),
    stage('onboarding', { kind: 'paying' }),
    stage('growth', { kind: 'all', of: [{ kind: 'paying' }, { kind: 'firstPaidFor', days: 90 }] }),
    stage('loved', { kind: 'activeUsers', atLeast: 2 }),
    stage('vip', { kind: 'trait', key: 'plan', in: ['VIP'] }),
    stage('churn', { kind: 'lapsedFor', days: 0 }, true),
  ],
};

/** The stages of an account, from its first day on: each day with the stage, `*` behind one that was set by hand. */
async function stagesOf(workspace: WorkspaceStore, externalId = 'acme'): Promise<readonly string[]> {
  const { accounts, lifecycle, stages } = await workspace.ledger();
  const account = accounts.externalIds.indexOf(externalId);
  const rows = [...stages.days.keys()].slice(stages.offsets[account], stages.offsets[account + 1]);
  return rows.map((row) => {
    const key = lifecycle[(stages.stages[row] ?? 0) - 1]?.key ?? 'none';
    return `${formatDay(stages.days[row] ?? 0)} ${key}${stages.byHand[row] === 1 ? '*' : ''}`;
  });
}

const subscription = { subscriptionId: 's', accountExternalId: 'acme', amount: '100', currency: 'USD' };

describeBackends('stages', (backend) => {
  test('are those of the default list, set by hand, until others are saved', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    expect(await workspace.lifecycle()).toEqual(defaultLifecycle);
    const set = { accountExternalId: 'acme', stage: 'onboarding', from: '2026-01-10', reason: 'Signed' };
    const said = async (...records: Parameters<WorkspaceStore['setAccountStages']>[0]) =>
      (await workspace.setAccountStages(records)).results.map((result) =>
        result.status === 'rejected' ? result.field : result.status,
      );
    expect(await said(set, { ...set, from: '2026-03-01', stage: 'growth' })).toEqual(['created', 'created']);
    expect(await said(set, { ...set, from: '2026-03-01', stage: null })).toEqual(['unchanged', 'updated']);
    expect(await stagesOf(workspace)).toEqual(['2026-01-10 onboarding*', '2026-03-01 none']);
    expect(
      await said(
        { ...set, stage: 'unheard-of' },
        { ...set, accountExternalId: 'nobody' },
        { ...set, from: 'May' },
        { ...set, reason: 'Signed twice' },
      ),
    ).toEqual(['stage', 'accountExternalId', 'from', 'updated']);
    const id = (await workspace.ledger()).accounts.ids[0] ?? '';
    expect((await workspace.stageSettings([id, 'nonsense'])).get(id)).toEqual([
      { day: parseDay('2026-01-10'), stage: 'onboarding', reason: 'Signed twice' },
      { day: parseDay('2026-03-01'), stage: null, reason: 'Signed' },
    ]);
  });

  test('follow the rules, day by day, through every kind of write', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'bystander' }]);
    expect((await workspace.saveLifecycle(ruled)).results).toEqual([{ status: 'created' }]);
    expect((await workspace.saveLifecycle(ruled)).results).toEqual([{ status: 'unchanged' }]);
    expect(await stagesOf(workspace, 'bystander')).toEqual(['2026-06-15 acquisition']);
    await workspace.upsertSubscriptions([{ ...subscription, startsOn: '2026-01-01', endsOn: '2026-09-01' }]);
    // The account was made on the 15th of June, by when it had paid for some time; its end is known already.
    expect(await stagesOf(workspace)).toEqual(['2026-01-01 onboarding', '2026-04-01 growth', '2026-09-01 churn']);
    await workspace.upsertUsageDays([{ accountExternalId: 'acme', user: 'ann', day: '2026-05-01' }]);
    await workspace.recordUsageEvents([
      { eventId: 'e', accountExternalId: 'acme', user: 'bob', at: '2026-05-20T09:30:00Z' },
    ]);
    expect(await stagesOf(workspace)).toEqual([
      '2026-01-01 onboarding',
      '2026-04-01 growth',
      '2026-05-20 loved',
      '2026-05-29 growth',
      '2026-09-01 churn',
    ]);
    await workspace.upsertTraitHistory([
      { accountExternalId: 'acme', trait: 'plan', value: 'Team', from: '2026-01-01' },
      { accountExternalId: 'acme', trait: 'plan', value: 'VIP', from: '2026-06-01' },
    ]);
    expect((await stagesOf(workspace)).slice(3)).toEqual(['2026-05-29 growth', '2026-06-01 vip', '2026-09-01 churn']);
    await workspace.setAccountStages([
      { accountExternalId: 'acme', stage: 'onboarding', from: '2026-06-10' },
      { accountExternalId: 'acme', stage: null, from: '2026-06-12' },
    ]);
    expect((await stagesOf(workspace)).slice(4)).toEqual([
      '2026-06-01 vip',
      '2026-06-10 onboarding*',
      '2026-06-12 vip',
      '2026-09-01 churn',
    ]);
    expect(await stagesOf(workspace, 'bystander')).toEqual(['2026-06-15 acquisition']);
  });

  test('follow milestones and health', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme', createdOn: '2026-01-01' }]);
    await workspace.saveLifecycle({
      stages: [
        stage('new', { kind: 'createdFor', days: 0 }),
        stage('live', { kind: 'milestone', key: 'go-live' }),
        stage('ill', { kind: 'health', below: 50 }),
      ],
    });
    await workspace.upsertHealthModel({
      key: 'default',
      name: 'Default',
      appliesTo: [],
      order: 0,
      factors: [
        {
          key: 'usage',
          label: 'Usage',
          weight: 1,
          source: { kind: 'number', key: 'usage' },
          scale: { zero: 0, hundred: 1 },
          format: 'NUMBER',
          staleAfterDays: null,
        },
      ],
      bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
    });
    await workspace.upsertMilestones([{ accountExternalId: 'acme', milestone: 'go-live', reachedOn: '2026-03-01' }]);
    expect(await stagesOf(workspace)).toEqual(['2026-01-01 new', '2026-03-01 live']);
    await workspace.reportNumbers([
      { accountExternalId: 'acme', key: 'usage', day: '2026-04-01', value: 0.2 },
      { accountExternalId: 'acme', key: 'usage', day: '2026-05-01', value: 0.9 },
    ]);
    expect((await stagesOf(workspace)).slice(1)).toEqual(['2026-03-01 live', '2026-04-01 ill', '2026-05-01 live']);
    await workspace.upsertMilestones([{ accountExternalId: 'acme', milestone: 'go-live', reachedOn: null }]);
    await workspace.upsertAccounts([{ externalId: 'acme', createdOn: '2026-02-01' }]);
    expect(await stagesOf(workspace)).toEqual(['2026-02-01 new', '2026-04-01 ill', '2026-05-01 new']);
  });

  test('are worked out anew for everybody when the lifecycle is saved, and lose none that was set by hand', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.saveLifecycle(ruled);
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'VIP' } }, { externalId: 'bolt' }]);
    await workspace.setAccountStages([{ accountExternalId: 'bolt', stage: 'growth', from: '2026-06-15' }]);
    expect([await stagesOf(workspace), await stagesOf(workspace, 'bolt')]).toEqual([
      ['2026-06-15 vip'],
      ['2026-06-15 growth*'],
    ]);
    const without = (key: string) => ({ stages: ruled.stages.filter((known) => known.key !== key) });
    await expect(workspace.saveLifecycle(without('growth'))).rejects.toThrow(/"growth", which 1 accounts were set to/);
    await workspace.saveLifecycle({ stages: without('vip').stages.toReversed() });
    expect([await stagesOf(workspace), await stagesOf(workspace, 'bolt')]).toEqual([
      ['2026-06-15 acquisition'],
      ['2026-06-15 growth*'],
    ]);
  });

  test('cannot be saved where they make no sense', async () => {
    const workspace = await backend.freshWorkspace();
    const save = (...stages: Lifecycle['stages']) => workspace.saveLifecycle({ stages });
    await expect(save()).rejects.toThrow(/InvalidLifecycle: .*has no stages/);
    await expect(save(stage('a', null), stage('a', null))).rejects.toThrow(/names the stage "a" twice/);
    await expect(save(stage('A b', null))).rejects.toThrow(/Use 1 to 63/);
    await expect(save({ ...stage('a', null), label: ' ' })).rejects.toThrow(/no label/);
    await expect(save(stage('a', { kind: 'any', of: [] }))).rejects.toThrow(/made of nothing/);
    await expect(save(stage('a', { kind: 'createdFor', days: -1 }))).rejects.toThrow(/after -1 days/);
    await expect(save(stage('a', { kind: 'activeUsers', atLeast: 0.5 }))).rejects.toThrow(/0.5 active users/);
    await expect(save(stage('a', { kind: 'trait', key: 'plan', in: [] }))).rejects.toThrow(/no account could meet/);
    await expect(save(stage('a', { kind: 'health', atLeast: 70, below: 70 }))).rejects.toThrow(/without any score/);
    expect(await workspace.lifecycle()).toEqual(defaultLifecycle);
  });
});
