import { bandOn, type HealthModel, type Ledger, parseDay } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { describeBackends } from '../../testing/backends.ts';
import { relationship } from '../../testing/surveys.ts';

const model: HealthModel = {
  key: 'default',
  name: 'Default',
  appliesTo: [],
  order: 0,
  factors: [
    {
      key: 'usage',
      label: 'Usage',
      weight: 3,
      source: { kind: 'number', key: 'usage' },
      scale: { zero: 0, hundred: 1 },
      format: 'PERCENT',
      staleAfterDays: 30,
    },
    {
      key: 'sentiment',
      label: 'Sentiment',
      weight: 1,
      source: { kind: 'answers', days: 365 },
      scale: { zero: 0, hundred: 10 },
      format: 'NUMBER',
      staleAfterDays: null,
    },
  ],
  bands: [
    { key: 'poor', label: 'Poor', from: 0, to: 50, tone: 'BAD' },
    { key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' },
  ],
};
const day = (text: string) => parseDay(text) ?? 0;

describeBackends('health', (backend) => {
  test('follows numbers and answers, and goes stale by itself', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'globex' }]);
    await workspace.upsertSurveys([relationship]);
    const id = (await workspace.ledger()).accounts.ids[0] ?? '';
    expect((await workspace.accountHealth([id], day('2026-06-15'))).size).toBe(0);

    expect((await workspace.upsertHealthModel(model)).results).toEqual([{ status: 'created' }]);
    expect((await workspace.upsertHealthModel(model)).results).toEqual([{ status: 'unchanged' }]);
    expect(await workspace.healthModels()).toEqual([model]);
    await workspace.reportNumbers([
      { accountExternalId: 'acme', key: 'usage', day: '2026-05-10', value: 0.4 },
      { accountExternalId: 'acme', key: 'usage', day: '2026-06-01', value: 0.8 },
    ]);
    const answer = { survey: 'relationship', respondent: 'ann', accountId: id, answer: 6, idempotencyKey: 'k' };
    await workspace.submitResponse(answer);

    const health = (await workspace.accountHealth([id, 'nonsense'], day('2026-06-15'))).get(id);
    expect(health?.now).toMatchObject({ score: 75, coverage: 1 });
    expect(health?.before).toMatchObject({ score: 40, coverage: 0.75 });
    expect(health?.timeline).toEqual([
      { day: day('2026-05-10'), score: 40, coverage: 0.75 },
      { day: day('2026-06-01'), score: 80, coverage: 0.75 },
      { day: day('2026-06-15'), score: 75, coverage: 1 },
    ]);
    const { offsets, days, scores } = (await workspace.ledger()).health;
    expect([...days.subarray(0, offsets[1])].at(-1)).toBe(day('2026-07-02'));
    expect([...scores.subarray(0, offsets[1])]).toEqual([40, 80, 75, 60]);
    expect(offsets[2]).toBe(offsets[1]);
  });

  test('of a new model is worked out for every account', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    await workspace.reportNumbers([{ accountExternalId: 'acme', key: 'usage', day: '2026-06-01', value: 0.5 }]);
    expect((await workspace.ledger()).health.days).toHaveLength(0);
    await workspace.upsertHealthModel(model);
    expect((await workspace.ledger()).health.scores[0]).toBe(50);
    await expect(workspace.upsertHealthModel({ ...model, factors: [] })).rejects.toMatchObject({
      name: 'InvalidHealthModel',
    });
  });

  test('the ledger says each score’s band, under the model that stands', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
    await workspace.upsertHealthModel(model);
    await workspace.reportNumbers([
      { accountExternalId: 'acme', key: 'usage', day: '2026-06-01', value: 0.5 },
      { accountExternalId: 'bolt', key: 'usage', day: '2026-06-01', value: 0.2 },
    ]);
    const bandsOf = (ledger: Ledger) =>
      ledger.accounts.ids.map((_, account) => bandOn(ledger, account, day('2026-06-10'))?.key);
    expect(bandsOf(await workspace.ledger())).toEqual(['good', 'poor']);
    await workspace.upsertHealthModel({
      ...model,
      bands: [
        { key: 'low', label: 'Low', from: 0, to: 10, tone: 'BAD' },
        { key: 'mid', label: 'Mid', from: 10, to: 50, tone: 'WATCH' },
        { key: 'high', label: 'High', from: 50, to: 100, tone: 'GOOD' },
      ],
    });
    const ledger = await workspace.ledger();
    expect(ledger.healthBands.map(({ key }) => key)).toEqual(['low', 'mid', 'high']);
    expect(bandsOf(ledger)).toEqual(['high', 'mid']);
  });

  test('follows revenue', async () => {
    const workspace = await backend.freshWorkspace();
    const [usage] = model.factors;
    if (usage === undefined) throw new Error('The model lost its factors.');
    const trend = { ...usage, key: 'trend', source: { kind: 'revenueTrend' as const, days: 30 }, staleAfterDays: null };
    await workspace.upsertHealthModel({ ...model, factors: [trend] });
    const base = { subscriptionId: 's', accountExternalId: 'acme', endsOn: null, currency: 'USD' };
    await workspace.upsertSubscriptions([
      { ...base, startsOn: '2026-01-01', amount: '100' },
      { ...base, startsOn: '2026-05-01', amount: '50' },
    ]);
    const id = (await workspace.ledger()).accounts.ids[0] ?? '';
    expect((await workspace.accountHealth([id], day('2026-05-15'))).get(id)?.now.score).toBe(50);
  });

  test('numbers that make no sense are rejected', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    const base = { accountExternalId: 'acme', key: 'usage', day: '2026-06-01', value: 1 };
    const { results } = await workspace.reportNumbers([
      { ...base, value: Number.NaN },
      { ...base, value: Number.POSITIVE_INFINITY },
      { ...base, accountExternalId: 'nowhere' },
      { ...base, key: '' },
      { ...base, day: '2026-06-31' },
      base,
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'value',
      'value',
      'accountExternalId',
      'key',
      'day',
      'created',
    ]);
    expect((await workspace.reportNumbers([base])).results).toEqual([{ status: 'unchanged' }]);
  });

  test('reads answers to NPS surveys alone, for others are on scales of their own', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    await workspace.upsertSurveys([
      relationship,
      { ...relationship, key: 'support', kind: 'CSAT', scale: 5, followUps: [] },
    ]);
    await workspace.upsertHealthModel(model);
    const id = (await workspace.ledger()).accounts.ids[0] ?? '';
    const answer = { respondent: 'ann', accountId: id };
    await workspace.submitResponse({ ...answer, survey: 'relationship', answer: 8, idempotencyKey: 'nps' });
    await workspace.submitResponse({ ...answer, survey: 'support', answer: 1, idempotencyKey: 'csat' });
    expect((await workspace.accountHealth([id], day('2026-06-15'))).get(id)?.now).toMatchObject({ score: 80 });
  });
});
