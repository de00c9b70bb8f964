import { metricKeys } from '@plimsoll/metrics';
import { isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from './schema/schema.ts';
import { type Answer, type Harbor, openHarbor } from './testing/harbor.ts';
import { sample } from './testing/sample.ts';

/** Stands in every text about the account that the viewer may not see, and so in no answer. */
const secret = 'zzsecret';

let harbor: Harbor;
let narrow: string;
let ids: Readonly<Record<'account' | 'segment' | 'csm', string>>;
beforeAll(async () => {
  harbor = await openHarbor();
  narrow = await harbor.token({ accounts: ['acme'] });
  for (const workspace of [harbor.harbor, harbor.rival]) {
    await workspace.upsertCsms([{ externalId: `${secret}-csm`, name: secret, fte: 1, rampedOn: '2025-01-01' }]);
    await workspace.upsertAccounts([
      {
        externalId: secret,
        name: secret,
        tags: [secret],
        traits: { csm: `${secret}-csm`, plan: secret, [secret]: '1' },
      },
    ]);
    await workspace.upsertSubscriptions([
      {
        subscriptionId: secret,
        accountExternalId: secret,
        startsOn: '2025-06-01',
        endsOn: null,
        amount: '7.00',
        currency: 'USD',
        plan: secret,
      },
    ]);
    const filter = { trait: { key: secret, in: ['1'] } };
    await workspace.upsertSegments([{ key: secret, name: secret, filter }]);
    await workspace.upsertUsageDays([{ accountExternalId: secret, user: secret, day: '2026-10-05', feature: secret }]);
    await workspace.upsertTickets([{ ticketId: secret, accountExternalId: secret, createdAt: '2026-10-05T10:00:00Z' }]);
    await workspace.upsertMilestoneDefinitions([{ key: secret, name: secret }]);
    await workspace.upsertMilestones([{ accountExternalId: secret, milestone: secret, reachedOn: '2026-10-05' }]);
    await workspace.upsertOutcomes([
      { outcomeId: secret, accountExternalId: secret, name: secret, baseline: 0, target: 1, dueOn: '2026-10-05' },
    ]);
    await workspace.upsertContracts([
      {
        contractId: secret,
        accountExternalId: secret,
        startsOn: '2025-06-01',
        endsOn: '2026-12-01',
        amount: '84.00',
        currency: 'USD',
      },
    ]);
    await workspace.upsertResponses([
      {
        externalId: secret,
        survey: 'relationship',
        respondent: secret,
        accountExternalId: secret,
        answer: 3,
        comment: secret,
        respondedAt: '2026-10-05T10:00:00Z',
      },
    ]);
  }
  const { data } = await harbor.ask(
    `{ account(externalId: "${secret}") { id } segment(key: "${secret}") { id } csm(externalId: "${secret}-csm") { id } }`,
    {},
    { token: await harbor.rivalToken() },
  );
  ids = { account: data.account.id, segment: data.segment.id, csm: data.csm.id };
});
afterAll(() => harbor.close());

const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

describe.each(mutations.map((field) => [field.name, field] as const))('%s', (name, field) => {
  it('is refused to tokens that may not write', async () => {
    const args = field.args.filter((arg) => isNonNullType(arg.type));
    const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const mutation = `mutation (${declared}) { ${name}(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) { __typename } }`;
    const variables = Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type, arg.name)]));
    const before = (await harbor.harbor.info()).revision;
    for (const accounts of ['all', ['acme']] as const) {
      const token = await harbor.token({ accounts, scopes: ['metrics:read', 'accounts:read', 'surveys:read'] });
      expect(codesOf(await harbor.ask(mutation, variables, { token }))).toEqual(['FORBIDDEN']);
    }
    expect((await harbor.harbor.info()).revision).toBe(before);
  });
});

const measured = `
  movements { steps { money { amount } accountCount } csv entries { totalCount csv nodes { account { name } } } }
  renewals(period: { year: 2026 }) { totalCount total { amount } nodes { contract { contractId } } }
  lifecycle { csv flowsCsv stages { accountsAtEnd } }`;

/** Everything a viewer can ask without naming what they should not know. */
const questions: Readonly<Record<string, string>> = {
  viewer: '{ viewer { subject accountsInReach workspace { key } } }',
  portfolio: `{ portfolio { accountCount traits { key values { value } } ${measured} } }`,
  features: '{ portfolio { features { key name plans adoption { value } } } }',
  breakdown:
    '{ portfolio { breakdown(key: MRR, by: "plan") { value accountCount } breakdownCsv(key: MRR, by: "plan") } }',
  breakdownSeries:
    '{ portfolio { breakdownSeries(key: MRR, by: "plan") { value accountCount series { points { value } } } } }',
  cohorts: '{ portfolio { cohorts { size } cohortsCsv } }',
  healthDistribution: '{ portfolio { healthDistribution { accounts: accountCount csv } } }',
  account: `{ account(externalId: "acme") { name traits { key value } tags csm { name } health { score model } milestones { key } outcomes { name } openTickets renewal { status } ${measured} } }`,
  accounts: '{ accounts { totalCount nodes { name } } }',
  accountsOfFilter: `{ accounts(filter: { or: [{ tags: { any: ["${secret}"] } }, { trait: { key: "${secret}", in: ["1"] } }, { search: "${secret}" }] }) { totalCount } }`,
  csm: `{ csm(externalId: "csm") { name } }`,
  csms: '{ csms { nodes { name } } }',
  segment: '{ segment(key: "team") { name } }',
  segments: '{ segments { name } }',
  healthModels: '{ healthModels { name } }',
  lifecycleStages: '{ lifecycleStages { key } }',
  survey:
    '{ survey(key: "relationship") { score { value } distribution { answered } responses { nodes { comment } } trend { csv } } }',
  surveys: '{ surveys { nodes { key responses { nodes { comment } } } } }',
  metricDefinitions: '{ metricDefinitions { key } }',
  apiKeys: '{ apiKeys { keyId name } }',
  embedKeys: '{ embedKeys { keyId name } }',
  auditLog: '{ auditLog { nodes { details actor { id } } } }',
};

describe('a token for one account', () => {
  it.each(Object.entries(questions))('asks for %s and hears of nobody else', async (_, query) => {
    const answer = await harbor.ask(query, {}, { token: narrow });
    expect(codesOf(answer)).not.toContain('INTERNAL');
    const said = JSON.stringify(answer.data ?? null) + JSON.stringify(answer.errors?.map(({ message }) => message));
    expect(said).not.toContain(secret);
  });

  it('is asked every field of the query', () => {
    const told = Object.keys(questions);
    const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(fields.filter((field) => !told.includes(field))).toEqual(['node', 'nodes']);
  });

  it.each(metricKeys)('reads %s of itself alone, wherever it asks', async (key) => {
    const fields = `metric(key: ${key}, feature: "${secret}") { value reason numerator denominator terms { value } coverage excluded { reason count } contributors { nodes { account { name } } csv } }`;
    const [whole, own] = await Promise.all([
      harbor.ask(`{ it: portfolio { ${fields} } }`, {}, { token: narrow }),
      harbor.ask(`{ it: portfolio(filter: { search: "acme" }) { ${fields} } }`),
    ]);
    if (whole.errors === undefined) expect(whole.data).toEqual(own.data);
    else expect(codesOf(whole)).toEqual(['FORBIDDEN']);
  });

  it('is told how many values a trait has among its own accounts, not among others', async () => {
    await harbor.harbor.upsertAccounts(
      Array.from({ length: 201 }, (_, at) => ({ externalId: `many${at}`, traits: { code: `c${at}` } })),
    );
    const query = '{ portfolio { breakdown(key: MRR, by: "code") { value accountCount } } }';
    const { data } = await harbor.ask(query, {}, { token: narrow });
    expect(data.portfolio.breakdown).toEqual([{ value: '', accountCount: 1 }]);
    expect(codesOf(await harbor.ask(query))).toEqual(['BAD_REQUEST']);
  });
});

describe('ids of another tenant', () => {
  it('read as absent', async () => {
    const query = `query ($ids: [ID!]!, $account: ID!) {
      nodes(ids: $ids) { id ... on Csm { name fte } ... on Segment { name } ... on Account { name } }
      account(id: $account) { name }
      accounts(filter: { accounts: $ids }) { totalCount }
    }`;
    const { data, errors } = await harbor.ask(query, { ids: [ids.account], account: ids.account });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nodes: [null], account: null, accounts: { totalCount: 0 } });
    // A key says nothing of whose it is: the same id stands for the asker's own of that key, or for nothing.
    for (const token of [narrow, await harbor.token({ accounts: [] })]) {
      const answer = await harbor.ask(query, { ids: Object.values(ids), account: ids.account }, { token });
      expect(answer.data?.nodes).toEqual([null, null, null]);
    }
  });
});

describe('a token that can only answer surveys', () => {
  it.each([
    `{ account(externalId: "${secret}") { name } }`,
    `{ portfolio { accountCount } }`,
    `{ portfolio { traits { key } } }`,
    `{ portfolio { metric(key: MRR) { value } } }`,
    `{ portfolio { ${measured} } }`,
    `{ csm(externalId: "${secret}-csm") { name } }`,
    `{ segment(key: "${secret}") { name filter } }`,
    '{ segments { name } }',
    '{ csms { nodes { name } } }',
    '{ accounts { nodes { name } } }',
    '{ healthModels { name } }',
    '{ survey(key: "relationship") { responses { nodes { comment } } } }',
  ])('reads nothing by %s', async (query) => {
    const answer = await harbor.ask(query, {}, { token: await harbor.token({ scopes: ['surveys:respond'] }) });
    expect(new Set(codesOf(answer))).toEqual(new Set(['FORBIDDEN']));
    expect(JSON.stringify(answer.data ?? null)).not.toContain(secret);
  });

  it('finds no node by its id', async () => {
    const { data } = await harbor.ask(`{ account(externalId: "acme") { id } }`);
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    const answer = await harbor.ask(query, data.account, {
      token: await harbor.token({ scopes: ['surveys:respond'] }),
    });
    expect(answer.data).toEqual({ node: null });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });
});
