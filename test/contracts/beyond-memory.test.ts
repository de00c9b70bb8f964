import { createEmbedToken } from '@plimsoll/embed';
import { createGateway, type Gateway } from '@plimsoll/gateway';
import { metricKeys } from '@plimsoll/metrics';
import { openStore, type Store } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type StartedPostgres, startPostgres } from '../server/start-postgres.ts';
import { startServer } from '../server/start-server.ts';

// One database with the demo in it, behind two gateways: one that holds the workspace, and one that may hold nothing.
let postgres: StartedPostgres;
let held: Side;
let wide: Side;

interface Side {
  readonly store: Store;
  readonly gateway: Gateway;
}

interface Answer {
  // Answers of any shape are compared.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is under test
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

let staff = '';
let narrow = '';

const now = Date.now();

async function openSide(memoryBudget?: number): Promise<Side> {
  const limits = memoryBudget === undefined ? {} : { memoryBudget, accountsAtOnce: 37 };
  const store = await openStore({ databaseUrl: postgres.url, now: () => now, ...limits });
  return { store, gateway: createGateway({ store, now: () => now }) };
}

beforeAll(async () => {
  postgres = await startPostgres();
  const demo = await startServer(['demo'], { DATABASE_URL: postgres.url });
  await demo.stop();
  held = await openSide();
  wide = await openSide(0);
  const workspace = held.store.workspace('demo');
  // A person of two customers, a person of one and of none, and costs of nobody.
  const answer = { survey: 'relationship', respondedAt: new Date(now - 40 * 86_400_000).toISOString() };
  const [first, second] = (await workspace.ledger()).accounts.externalIds;
  await workspace.upsertResponses([
    { ...answer, externalId: 'x1', respondent: 'roamer', accountExternalId: first ?? '', answer: 2 },
    { ...answer, externalId: 'x2', respondent: 'roamer', accountExternalId: second ?? '', answer: 9 },
    { ...answer, externalId: 'x3', respondent: 'roamer', answer: 7 },
    { ...answer, externalId: 'x4', respondent: 'passer-by', answer: 10 },
  ]);
  const scopes = ['metrics:read', 'accounts:read', 'surveys:read'] as const;
  staff = (await workspace.createApiKey({ name: 'test', scopes: [...scopes] })).secret;
  const { signingKey } = await workspace.createEmbedKey({ name: 'test' });
  const accounts = [first ?? '', second ?? ''];
  // A token that is minted later than the gateway's clock says is refused.
  vi.setSystemTime(now);
  narrow = await createEmbedToken({ key: signingKey, subject: 'ann', accounts, scopes: [...scopes] });
  vi.useRealTimers();
}, 180_000);
afterAll(async () => {
  for (const { gateway, store } of [held, wide]) {
    await gateway.dispose();
    await store.close();
  }
  await postgres.stop();
});

async function ask({ gateway }: Side, query: string, variables: object = {}, token = staff): Promise<Answer> {
  const response = await gateway.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    }),
  );
  // What an operation weighs follows how a workspace is read.
  const { extensions: _cost, ...answer } = await response.json();
  return answer as Answer;
}

/** What was found, with what was expected in place of numbers that differ in their last digits: sums of scores are no whole numbers. */
function settled(found: unknown, expected: unknown): unknown {
  if (typeof found === 'number' && typeof expected === 'number') {
    return Math.abs(found - expected) <= 1e-9 * Math.abs(expected) ? expected : found;
  }
  if (typeof found !== 'object' || found === null || typeof expected !== 'object' || expected === null) return found;
  if (Array.isArray(found)) return found.map((inner, at) => settled(inner, Object.values(expected)[at]));
  const theirs = new Map(Object.entries(expected));
  return Object.fromEntries(Object.entries(found).map(([key, inner]) => [key, settled(inner, theirs.get(key))]));
}

/** Asks both gateways, and holds the one to what the other says. */
async function expectSame(query: string, variables: object = {}, token = staff): Promise<Answer> {
  const [expected, found] = [await ask(held, query, variables, token), await ask(wide, query, variables, token)];
  expect(expected.errors).toBeUndefined();
  expect(found.errors).toBeUndefined();
  expect(settled(found, expected)).toEqual(expected);
  return found;
}

const measured = {
  'all of it': 'portfolio',
  'a filter': 'portfolio(filter: { trait: { key: "region", in: ["Europe"] }, mrr: { atLeast: "100" } })',
  nobody: 'portfolio(filter: { search: "nobody at all" })',
  'a segment': 'segment(key: "enterprise-eu")',
} as const;

const reading = `value money { amount } reason numerator denominator coverage sampleSize marginOfError accountCount
  terms { key value money { amount } } factors { key value capped } excluded { reason count } status
  previous { value } change { absolute relative } revision`;

describe.each(Object.entries(measured))('of %s', (_, subject) => {
  it('every metric is the same', async () => {
    for (let from = 0; from < metricKeys.length; from += 10) {
      const keys = metricKeys.slice(from, from + 10);
      await expectSame(`query ($keys: [MetricKey!]!) { on: ${subject} { metrics(keys: $keys) { ${reading} } } }`, {
        keys,
      });
    }
  });

  it('so are series and breakdowns, under other policies too', async () => {
    const policy = '{ trial: INCLUDE, paused: COUNT, npsAnswer: EVERY }';
    await expectSame(`{ on: ${subject} {
      nrr: series(key: NRR, granularity: MONTH, trailing: 12) { points { value numerator period { start } } csv }
      other: series(key: MRR, granularity: QUARTER, policy: ${policy}) { points { money { amount } } }
      nps: metric(key: NPS, policy: ${policy}) { value sampleSize }
    } }`);
    await expectSame(`{ ${subject.startsWith('segment') ? 'portfolio' : subject} {
      now: breakdown(key: MRR, by: "plan") { value accountCount reading { ${reading} } }
      then: breakdown(key: GRR, by: "plan", at: PERIOD_START, policy: ${policy}) { value accountCount reading { value } }
      months: breakdownSeries(key: NRR, by: "plan", trailing: 12, policy: ${policy}) { value accountCount series { revision points { value numerator denominator } } }
      scores: breakdownSeries(key: NPS, by: "region", granularity: QUARTER) { value accountCount series { points { value sampleSize } } }
      breakdownCsv(key: NPS, by: "region")
    } }`);
  });

  it('so are movements, cohorts, bands, stages, renewals and traits', async () => {
    const { data } = await expectSame(`{ on: ${subject} {
      movements { start { amount } end { amount } customersAtStart customersAtEnd csv
        steps { kind money { amount } accountCount }
        entries(first: 7) { totalCount csv nodes { account { name externalId mrr: metric(key: MRR) { value } } date kind money { amount } } pageInfo { hasNextPage endCursor } } }
      lifecycle { csv flowsCsv stages { accountsAtStart money { amount } ongoing { medianDays } } flows { moves moneyAfter { amount } } }
      healthDistribution { customers groups { band { key } accountCount money { amount } movedIn } flows { customers } csv }
      renewals(first: 5, period: { last: { count: 4, unit: QUARTER } }) { totalCount total { amount }
        nodes { account { name health { score band { key } } } contract { contractId } endsOn status arr { amount } band { key } } }
    } }`);
    const { endCursor } = data.on.movements.entries.pageInfo;
    if (endCursor !== null) {
      await expectSame(
        `query ($after: String) { on: ${subject} { movements { entries(first: 3, after: $after) { nodes { date account { id } } } last: entries(last: 2) { nodes { date } } } } }`,
        { after: endCursor },
      );
    }
    if (subject.startsWith('segment')) return;
    await expectSame(`{ on: ${subject} { accountCount traits { key values { value count } }
      cohorts { size cells { customers money { amount } customersKept revenueKept open } } cohortsCsv } }`);
  });

  it('so are the accounts behind each number, and what belongs to none', async () => {
    for (const key of metricKeys) {
      const query = `query ($key: MetricKey!) { on: ${subject} { metric(key: $key) { value numerator money { amount }
        most: contributors(first: 4) { totalCount remainder { numerator denominator contribution } nodes { account { name } numerator denominator contribution effect } }
        least: contributors(first: 4, orderBy: EFFECT_ASC) { nodes { account { name tags } effect } }
        named: contributors(first: 100, orderBy: NAME_ASC) { remainder { money { amount } } nodes { account { name } money { amount } } } } } }`;
      const [expected, found] = [await ask(held, query, { key }), await ask(wide, query, { key })];
      const sum = ({ data }: Answer): number => {
        const { nodes, remainder } = data.on.metric.named;
        const parts: { money: { amount: string } | null }[] = [...nodes, ...(remainder === null ? [] : [remainder])];
        return parts.reduce((total, { money }) => total + Math.round(Number(money?.amount ?? 0) * 100), 0);
      };
      const { totalCount } = expected.data.on.metric.most;
      // Which account bears the odd cent of a rounded sum hangs on the order in which they are gone through.
      if (totalCount <= 100) expect(sum(found), key).toBe(sum(expected));
      for (const { data } of [expected, found]) delete data.on.metric.named;
      expect(settled(found, expected), key).toEqual(expected);
    }
  }, 240_000);
});

it('accounts are found, listed and paged through alike', async () => {
  const account = `id name externalId tags createdOn customerSince churnedOn openTickets traits { key value }
    traitHistory(key: "plan") { value from } stage { stage { key } since days } csm { name } renewal { endsOn }
    milestones { key } health { score coverage factors { key contribution } change { amount factors { key } } }
    metrics(keys: [MRR, NRR, NPS, HEALTH, PRODUCT_ADOPTION, COST_TO_CARRY, FULL_RESOLUTION_TIME, TICKETS]) { value reason coverage previous { value } }
    series(key: MRR, granularity: MONTH, policy: { paused: COUNT }) { points { value } }
    movements { entries { nodes { date kind } } } lifecycle { stages { accountsAtEnd } }`;
  for (const orderBy of [
    '{ field: NAME }',
    '{ field: EXTERNAL_ID, direction: DESC }',
    '{ field: MRR, direction: DESC }',
    '{ field: HEALTH }',
  ]) {
    const { data } = await expectSame(
      `{ accounts(first: 3, orderBy: ${orderBy}) { totalCount nodes { ${account} } pageInfo { endCursor hasNextPage } } }`,
    );
    await expectSame(
      `query ($after: String) { accounts(first: 5, after: $after, orderBy: ${orderBy}) { nodes { id name } pageInfo { hasNextPage hasPreviousPage } } }`,
      { after: data.accounts.pageInfo.endCursor },
    );
  }
  const { data } = await expectSame(
    '{ accounts(last: 2, search: "a", filter: { band: { in: ["healthy"] } }) { totalCount nodes { id externalId } pageInfo { hasPreviousPage } } }',
  );
  const ids = data.accounts.nodes.map(({ id }: { id: string }) => id);
  await expectSame(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Account { ${account} } } }`, { ids });
  await expectSame(`query ($id: ID!) { node(id: $id) { ... on Account { name } } account(id: $id) { name } }`, {
    id: ids[0],
  });
  await expectSame(
    'query ($id: String!) { account(externalId: $id) { name } none: account(externalId: "nobody") { name } }',
    { id: data.accounts.nodes[0].externalId },
  );
  await expectSame(
    'query ($ids: [ID!]!) { portfolio(filter: { or: [{ accounts: $ids }, { search: "ab" }] }) { accountCount } }',
    { ids: [...ids, 'QWNjb3VudDpub3RoaW5n'] },
  );
});

it('so are CSMs, segments, features, surveys and the viewer', async () => {
  await expectSame(`{
    viewer { accountsInReach allAccounts workspace { today revision } }
    segments { key accountCount metric(key: MRR) { value } }
    csms(first: 3) { totalCount nodes { name accountCount accounts(first: 2, orderBy: { field: MRR }) { totalCount nodes { name } } metrics(keys: [MRR, ARR_PER_CSM, NRR]) { value reason } } }
  }`);
  await expectSame(
    '{ portfolio { features { key adoption { value } } } lifecycleStages { key } healthModels { key } }',
  );
  await expectSame(`{ surveys(first: 5) { nodes { key score { value sampleSize } trend(granularity: QUARTER) { points { value } }
    distribution { answered shown answers { answer count } buckets { count } }
    all: responses(first: 3) { nodes { answer account { name } } pageInfo { endCursor } }
    some: responses(first: 3, filter: { trait: { key: "region", in: ["Europe"] } }) { nodes { id account { name trait(key: "region") } } } } } }`);
});

it('a token for some accounts is answered from theirs alone', async () => {
  const query = `{ viewer { accountsInReach } accounts { totalCount nodes { name health { score } } }
    portfolio { accountCount traits { key } metrics(keys: [MRR, NRR, GRR, NPS, HEALTH, PRODUCT_ADOPTION, TICKETS]) { ${reading} } movements { csv } features { key } }
    survey(key: "relationship") { score { value sampleSize } responses { nodes { answer account { name } } } } }`;
  const { data } = await expectSame(query, {}, narrow);
  expect(data.viewer.accountsInReach).toBe(2);
  const others = await ask(held, '{ accounts(first: 100) { nodes { id name } } }');
  const names = new Set(data.accounts.nodes.map(({ name }: { name: string }) => name));
  const other = others.data.accounts.nodes.find(({ name }: { name: string }) => !names.has(name));
  const { data: hidden } = await expectSame(
    'query ($id: ID!) { account(id: $id) { name } node(id: $id) { id } }',
    { id: other.id },
    narrow,
  );
  expect(hidden).toEqual({ account: null, node: null });
});

it('what is asked while somebody writes is answered, and from one revision', async () => {
  const workspace = held.store.workspace('demo');
  let writing = true;
  const writes = (async () => {
    for (let write = 0; writing; write++) {
      await workspace.upsertAccounts([{ externalId: 'written', name: `Written ${write}` }]);
      await new Promise((wait) => setTimeout(wait, 20));
    }
  })();
  for (let round = 0; round < 5; round++) {
    const { data, errors } = await ask(
      wide,
      '{ viewer { workspace { revision } } portfolio { a: metric(key: MRR) { revision contributors(first: 1) { totalCount } } breakdown(key: MRR, by: "plan") { reading { revision } } movements { revision } } }',
    );
    expect(errors).toBeUndefined();
    const { portfolio, viewer } = data;
    const revisions = [
      portfolio.a.revision,
      portfolio.movements.revision,
      ...portfolio.breakdown.map((group: { reading: { revision: string } }) => group.reading.revision),
    ];
    expect(new Set(revisions)).toEqual(new Set([viewer.workspace.revision]));
  }
  writing = false;
  await writes;
});
