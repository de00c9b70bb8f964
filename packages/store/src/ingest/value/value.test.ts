import { formatDay } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { RecordResult } from '../../records/batch.ts';
import { describeBackends } from '../../testing/backends.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

const told = ({ results }: { readonly results: readonly RecordResult[] }) =>
  results.map((result) => (result.status === 'rejected' ? result.field : result.status));

describeBackends('what customers achieve', (backend) => {
  const tracked = async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
    return workspace;
  };

  const reached = async (workspace: WorkspaceStore) => {
    const { milestones, milestoneList, accounts } = await workspace.ledger();
    return accounts.externalIds.flatMap((account, index) =>
      [...milestones.days.keys()]
        .slice(milestones.offsets[index], milestones.offsets[index + 1])
        .map(
          (row) =>
            `${account} ${milestoneList[milestones.milestones[row] ?? -1]?.key} ${formatDay(milestones.days[row] ?? 0)}`,
        ),
    );
  };

  test('milestones are reached once, on the day told last, and taken back', async () => {
    const workspace = await tracked();
    const live = { accountExternalId: 'acme', milestone: 'live', reachedOn: '2026-05-02' };
    const kickoff = { accountExternalId: 'acme', milestone: 'kickoff', reachedOn: '2026-05-01' };
    expect(told(await workspace.upsertMilestones([live, kickoff]))).toEqual(['created', 'created']);
    expect(told(await workspace.upsertMilestones([live, kickoff]))).toEqual(['unchanged', 'unchanged']);
    expect(told(await workspace.upsertMilestones([{ ...live, reachedOn: '2026-04-02' }]))).toEqual(['updated']);
    expect(await reached(workspace)).toEqual(['acme live 2026-04-02', 'acme kickoff 2026-05-01']);
    const gone = { ...live, reachedOn: null };
    expect(told(await workspace.upsertMilestones([gone, gone, { ...gone, milestone: 'unheard of' }]))).toEqual([
      'updated',
      'unchanged',
      'unchanged',
    ]);
    expect(await reached(workspace)).toEqual(['acme kickoff 2026-05-01']);
    expect((await workspace.ledger()).milestoneList.map(({ key }) => key)).toEqual(['live', 'kickoff']);
  });

  test('milestones are described before or after they are reached, and keep what is not given', async () => {
    const workspace = await tracked();
    await workspace.upsertMilestones([{ accountExternalId: 'acme', milestone: 'live', reachedOn: '2026-05-02' }]);
    const definition = { key: 'live', name: 'Live', role: 'firstValue' } as const;
    expect(told(await workspace.upsertMilestoneDefinitions([definition, { key: 'kickoff', role: 'start' }]))).toEqual([
      'updated',
      'created',
    ]);
    expect(told(await workspace.upsertMilestoneDefinitions([definition, { key: 'live' }]))).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect((await workspace.ledger()).milestoneList).toEqual([
      { key: 'live', name: 'Live', role: 'firstValue' },
      { key: 'kickoff', name: 'kickoff', role: 'start' },
    ]);
    // A role that the types do not know comes from elsewhere.
    const odd = { key: 'x', role: 'end' as 'other' };
    expect(told(await workspace.upsertMilestoneDefinitions([odd, { key: '' }]))).toEqual(['role', 'key']);
  });

  const outcome = {
    outcomeId: 'o1',
    accountExternalId: 'acme',
    name: 'Close the books sooner',
    baseline: 12,
    target: 4,
    dueOn: '2026-06-30',
  };
  const progress = (outcomeId: string, on: string, value: number) => ({ outcomeId, on, value });

  test('outcomes are reached on the first day with a value at the target, below the baseline too', async () => {
    const workspace = await tracked();
    expect(told(await workspace.upsertOutcomes([outcome]))).toEqual(['created']);
    expect((await workspace.ledger()).outcomes).toMatchObject({
      progress: Float64Array.of(0),
      reached: Int32Array.of(2_147_483_647),
    });
    const values = [progress('o1', '2026-05-01', 8), progress('o1', '2026-06-01', 3), progress('o1', '2026-06-02', 14)];
    expect(told(await workspace.upsertOutcomeProgress(values))).toEqual(['created', 'created', 'created']);
    expect(told(await workspace.upsertOutcomeProgress(values))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    const { outcomes } = await workspace.ledger();
    expect([...outcomes.progress]).toEqual([0.5, 1, 0]);
    expect(formatDay(outcomes.reached[0] ?? 0)).toBe('2026-06-01');
    expect(told(await workspace.upsertOutcomeProgress([progress('o1', '2026-06-01', 5)]))).toEqual(['updated']);
    expect((await workspace.ledger()).outcomes.reached[0]).toBe(2_147_483_647);
  });

  test('outcomes are reached when the host says so, or when another target makes them so', async () => {
    const workspace = await tracked();
    await workspace.upsertOutcomes([outcome, { ...outcome, outcomeId: 'o2', reachedOn: '2026-05-20' }]);
    await workspace.upsertOutcomeProgress([progress('o1', '2026-05-01', 8), progress('o2', '2026-05-01', 4)]);
    const days = async () =>
      [...(await workspace.ledger()).outcomes.reached].map((day) => (day > 1e6 ? null : formatDay(day)));
    expect(await days()).toEqual([null, '2026-05-20']);
    expect(told(await workspace.upsertOutcomes([{ ...outcome, target: 9 }]))).toEqual(['updated']);
    expect(await days()).toEqual(['2026-05-01', '2026-05-20']);
    const [acme, bolt] = (await workspace.ledger()).accounts.ids;
    expect(await workspace.outcomes(acme ?? '')).toMatchObject([
      { outcomeId: 'o1', target: 9, dueOn: '2026-06-30', reachedOn: '2026-05-01', value: 8, valueOn: '2026-05-01' },
      { outcomeId: 'o2', reachedOn: '2026-05-20', value: 4 },
    ]);
    expect(await workspace.outcomes(bolt ?? '')).toEqual([]);
    await workspace.upsertOutcomes([{ ...outcome, accountExternalId: 'bolt' }]);
    expect([...(await workspace.ledger()).outcomes.offsets]).toEqual([0, 1, 2]);
  });

  test('acts of advocacy are kept once each, and move with a correction', async () => {
    const workspace = await tracked();
    const act = { actId: 'a', accountExternalId: 'acme', kind: 'caseStudy', on: '2026-05-01' } as const;
    expect(told(await workspace.upsertAdvocacyActs([act, act]))).toEqual(['created', 'unchanged']);
    const { advocacy } = await workspace.ledger();
    expect([[...advocacy.offsets], [...advocacy.kinds]]).toEqual([[0, 1, 1], [3]]);
    expect(told(await workspace.upsertAdvocacyActs([{ ...act, accountExternalId: 'bolt', person: 'Ann' }]))).toEqual([
      'updated',
    ]);
    expect([...(await workspace.ledger()).advocacy.offsets]).toEqual([0, 0, 1]);
  });

  test('what makes no sense is rejected record by record', async () => {
    const workspace = await tracked();
    const milestone = { accountExternalId: 'acme', milestone: 'm', reachedOn: '2026-05-01' };
    expect(
      told(
        await workspace.upsertMilestones([
          { ...milestone, accountExternalId: 'nobody', milestone: 'bad' },
          { ...milestone, milestone: '' },
          { ...milestone, reachedOn: 'May' },
          milestone,
        ]),
      ),
    ).toEqual(['accountExternalId', 'milestone', 'reachedOn', 'created']);
    expect((await workspace.ledger()).milestoneList).toHaveLength(1);
    expect(
      told(
        await workspace.upsertOutcomes([
          { ...outcome, target: 12 },
          { ...outcome, baseline: Number.NaN },
          { ...outcome, target: 1e300 },
          { ...outcome, name: '' },
          { ...outcome, accountExternalId: 'nobody' },
          { ...outcome, dueOn: '2026-02-30' },
          outcome,
        ]),
      ),
    ).toEqual(['target', 'baseline', 'target', 'name', 'accountExternalId', 'dueOn', 'created']);
    expect(
      told(
        await workspace.upsertOutcomeProgress([
          progress('o9', '2026-05-01', 1),
          progress('o1', '2026', 1),
          progress('o1', '2026-05-01', Number.POSITIVE_INFINITY),
          progress('o1', '2026-05-01', 1e-300),
          progress('o1', '2026-05-01', -1e15),
        ]),
      ),
    ).toEqual(['outcomeId', 'on', 'value', 'value', 'created']);
    const act = { actId: 'a', accountExternalId: 'acme', kind: 'review', on: '2026-05-01' } as const;
    expect(
      told(
        await workspace.upsertAdvocacyActs([
          // A kind that the types do not know comes from elsewhere.
          { ...act, kind: 'applause' as 'review' },
          { ...act, accountExternalId: 'nobody' },
          { ...act, on: '' },
          act,
        ]),
      ),
    ).toEqual(['kind', 'accountExternalId', 'on', 'created']);
  });
});
