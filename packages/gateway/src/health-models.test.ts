import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write', 'metrics:read', 'accounts:read'] }))
    .secret;
});
afterAll(() => harbor.close());

const bands = [
  { key: 'risk', label: 'At risk', from: 0, to: 50, tone: 'BAD' },
  { key: 'fine', label: 'Fine', from: 50, to: 100, tone: 'GOOD' },
];
const factor = (name: string, source: object, more: object = {}) => ({
  key: name,
  label: name,
  weight: 1,
  zero: 0,
  hundred: 1,
  source,
  ...more,
});
const team = {
  key: 'team',
  name: 'Team plan',
  appliesTo: [{ trait: 'plan', in: ['Team'] }],
  order: 1,
  factors: [
    factor('use', { number: 'use' }, { format: 'PERCENT', staleAfterDays: 90 }),
    factor('kept', { metric: { key: 'NRR', lookBack: { count: 12, unit: 'MONTH' } } }, { weight: 3, hundred: 2 }),
    factor(
      'cost',
      { metric: { key: 'COST_TO_CARRY', lookBack: { count: 3, unit: 'MONTH' } } },
      { zero: 1, hundred: 0 },
    ),
  ],
  bands,
};
const rest = { key: 'rest', name: 'Everybody else', factors: [factor('use', { number: 'use' })], bands };

const upsert = `mutation ($model: HealthModelInput!) { upsertHealthModel(model: $model) {
  __typename
  ... on UpsertHealthModelPayload { changed revision healthModel { key order factors { key source { metric measured lookBack { count unit } number } } } }
  ... on Failure { message }
} }`;

async function save(model: object) {
  const { data, errors } = await harbor.ask(upsert, { model }, { token: key });
  return data?.upsertHealthModel ?? errors?.[0];
}

describe('health models', () => {
  it('are saved, listed in the order they are asked in, and say what they read', async () => {
    expect(await save(rest)).toMatchObject({ __typename: 'UpsertHealthModelPayload', changed: true });
    const saved = await save(team);
    expect(saved.healthModel.factors.map(({ source }: { source: object }) => source)).toEqual([
      { metric: null, measured: null, lookBack: null, number: 'use' },
      { metric: 'NRR', measured: 'DAY', lookBack: { count: 12, unit: 'MONTH' }, number: null },
      { metric: 'COST_TO_CARRY', measured: 'WEEK', lookBack: { count: 3, unit: 'MONTH' }, number: null },
    ]);
    expect(await save(team)).toMatchObject({ changed: false, revision: saved.revision });
    const { data } = await harbor.ask('{ healthModels { key name appliesTo { trait in } bands { key } } }');
    expect(data.healthModels).toEqual([
      {
        key: 'team',
        name: 'Team plan',
        appliesTo: [{ trait: 'plan', in: ['Team'] }],
        bands: [{ key: 'risk' }, { key: 'fine' }],
      },
      { key: 'rest', name: 'Everybody else', appliesTo: [], bands: [{ key: 'risk' }, { key: 'fine' }] },
    ]);
  });

  it.each([
    ['two for everybody else', { ...rest, key: 'other' }, /both for everybody else/],
    ['a gap', { ...team, bands: [bands[0], { ...bands[1], from: 60 }] }, /gap/],
    [
      'a metric of no one account',
      { ...team, factors: [factor('x', { metric: { key: 'HEALTH', lookBack: { count: 1, unit: 'DAY' } } })] },
      /HEALTH/,
    ],
  ])('with %s are refused as data', async (_, model, message) => {
    expect(await save(model)).toMatchObject({
      __typename: 'InvalidHealthModelError',
      message: expect.stringMatching(message),
    });
  });

  it('score an account with all that went into it, and say what moved it since a day', async () => {
    await harbor.harbor.reportNumbers([
      { accountExternalId: 'acme', key: 'use', day: '2026-10-01', value: 0.4 },
      { accountExternalId: 'acme', key: 'use', day: '2026-11-10', value: 0.8 },
      { accountExternalId: 'bolt', key: 'use', day: '2026-11-10', value: 0.2 },
    ]);
    await harbor.harbor.upsertCosts([
      {
        externalId: 'c',
        accountExternalId: 'acme',
        category: 'support',
        startsOn: '2026-01-01',
        endsOn: '2027-01-01',
        amount: '1116',
        currency: 'USD',
      },
    ]);
    const query = `{ account(externalId: "acme") { health {
      score model modelKey coverage band { key }
      factors { key value number score effectiveWeight contribution }
      change(since: "2026-11-01") { amount since factors { key amount } }
      trend(from: "2026-11-01") { date score coverage band { key } }
    } } }`;
    const { data } = await harbor.ask(query);
    const { health } = data.account;
    expect(health).toMatchObject({ model: 'Team plan', modelKey: 'team', coverage: 1, band: { key: 'fine' } });
    const contributions = health.factors.map(({ contribution }: { contribution: number }) => contribution * 1e6);
    expect(Math.round(contributions.reduce((sum: number, one: number) => sum + one, 0))).toBe(
      Math.round(health.score * 1e6),
    );
    // Use 80, NRR 650 / 500 of 2, and the cost of 93 a month over the revenue of 650.
    const cost = 93 / 650;
    expect(health.score).toBeCloseTo((80 + 3 * 65 + 100 * (1 - cost)) / 5, 5);
    expect(health.factors[1]).toMatchObject({ number: 1.3, score: 65, effectiveWeight: 0.6 });
    expect(health.change).toMatchObject({ amount: 8, since: '2026-11-01' });
    expect(health.change.factors[0]).toEqual({ key: 'use', amount: 8 });
    expect(health.trend).toContainEqual({
      date: '2026-11-10',
      score: health.score,
      coverage: 1,
      band: { key: 'fine' },
    });
    const { data: other } = await harbor.ask('{ account(externalId: "bolt") { health { score modelKey } } }');
    expect(other.account.health).toEqual({ score: 20, modelKey: 'rest' });

    const token = await harbor.token({ accounts: ['acme'] });
    const narrow = await harbor.ask(query, {}, { token });
    expect(narrow.data.account.health.factors[2]).toMatchObject({ key: 'cost', value: null, number: null });
    const refused = await harbor.ask('{ healthModels { key } }', {}, { token });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are deleted, and their accounts go to the next that applies', async () => {
    const { data } = await harbor.ask('mutation { deleteHealthModel(key: "team") { deleted } }', {}, { token: key });
    expect(data.deleteHealthModel).toEqual({ deleted: true });
    const again = await harbor.ask('mutation { deleteHealthModel(key: "team") { deleted } }', {}, { token: key });
    expect(again.data.deleteHealthModel).toEqual({ deleted: false });
    const { data: after } = await harbor.ask('{ account(externalId: "acme") { health { score modelKey } } }');
    expect(after.account.health).toEqual({ score: 80, modelKey: 'rest' });
  });

  it.each([
    ['upsertHealthModel', upsert],
    ['deleteHealthModel', 'mutation { deleteHealthModel(key: "rest") { deleted } }'],
  ])('are not for browsers’ tokens to change: %s', async (_, mutation) => {
    const { errors } = await harbor.ask(mutation, mutation === upsert ? { model: team } : {});
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of another tenant are not seen', async () => {
    const { data } = await harbor.ask('{ healthModels { key } }', {}, { token: await harbor.rivalToken() });
    expect(data.healthModels).toEqual([]);
  });
});
