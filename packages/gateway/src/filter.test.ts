import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write', 'metrics:read', 'accounts:read'] }))
    .secret;
  await harbor.harbor.upsertCsms([{ externalId: 'ann', name: 'Ann', fte: 1, rampedOn: '2025-01-01' }]);
  await harbor.harbor.upsertHealthModel({
    appliesTo: [],
    order: 0,
    key: 'default',
    name: 'Default',
    factors: [
      {
        key: 'use',
        label: 'Use',
        weight: 1,
        source: { kind: 'number', key: 'use' },
        scale: { zero: 0, hundred: 100 },
        format: 'NUMBER',
        staleAfterDays: null,
      },
    ],
    bands: [
      { key: 'poor', label: 'Poor', from: 0, to: 50, tone: 'BAD' },
      { key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' },
    ],
  });
  await harbor.harbor.reportNumbers([
    { accountExternalId: 'acme', key: 'use', day: '2026-01-01', value: 80 },
    { accountExternalId: 'bolt', key: 'use', day: '2026-01-01', value: 30 },
  ]);
  const { data, errors } = await harbor.ask(
    `mutation { upsertAccounts(accounts: [
      { externalId: "acme", tags: ["vip", "beta"], createdOn: "2024-12-01", traits: [{ key: "csm", value: "ann" }] }
      { externalId: "bolt", tags: ["beta"] }
      { externalId: "crux", createdOn: "2026-03-01" }
    ]) { ... on BatchPayload { rejected } } }`,
    {},
    { token: key },
  );
  expect([errors, data.upsertAccounts.rejected]).toEqual([undefined, 0]);
});
afterAll(() => harbor.close());

async function found(filter: object): Promise<unknown> {
  const { data, errors } = await harbor.ask(
    'query ($filter: AccountFilter) { accounts(filter: $filter) { nodes { externalId } } portfolio(filter: $filter) { accountCount } }',
    { filter },
  );
  if (errors !== undefined) return errors[0]?.message;
  const ids: string[] = data.accounts.nodes.map(({ externalId }: { externalId: string }) => externalId);
  expect(data.portfolio.accountCount).toBe(ids.length);
  return ids.join(' ');
}

describe('a filter', () => {
  it.each([
    [{ tags: { any: ['vip', 'beta'] } }, 'acme bolt'],
    [{ tags: { all: ['vip', 'beta'] } }, 'acme'],
    [{ tags: { none: ['vip'] } }, 'bolt crux'],
    [{ csm: { in: ['ann'] } }, 'acme'],
    [{ csm: { none: true } }, 'bolt crux'],
    [{ band: { in: ['poor', ''] } }, 'bolt crux'],
    [{ band: { in: ['good'] } }, 'acme'],
    [{ mrr: { atLeast: '400', below: '650.00', currency: 'USD' } }, 'crux'],
    [{ churnedOn: { from: '2026-09-01', until: '2026-09-02' } }, 'bolt'],
    [{ churnedOn: { from: '2026-09-02' } }, ''],
    [{ customerSince: { from: '2026-01-01' } }, 'crux'],
    [{ createdOn: { until: '2026-03-01' } }, 'acme'],
    [{ createdOn: {} }, 'acme crux'],
    [{ not: { createdOn: {} } }, 'bolt'],
    [{ or: [{ tags: { any: ['vip'] } }, { not: { band: { in: ['poor', 'good'] } } }] }, 'acme crux'],
  ])('%j finds %s', async (filter, expected) => {
    expect(await found(filter)).toBe(expected);
  });

  it('refuses amounts of another currency', async () => {
    expect(await found({ mrr: { atLeast: '1', currency: 'EUR' } })).toMatch(/EUR.*reported in USD/);
  });

  it('does not tell a token for some accounts who has a CSM', async () => {
    const { errors } = await harbor.ask(
      '{ portfolio(filter: { csm: { in: ["ann"] } }) { accountCount } }',
      {},
      { token: await harbor.token({ accounts: ['acme'] }) },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('sees what accounts say of themselves', async () => {
    const { data } = await harbor.ask('{ accounts { nodes { externalId tags createdOn churnedOn customerSince } } }');
    expect(data.accounts.nodes).toEqual([
      {
        externalId: 'acme',
        tags: ['beta', 'vip'],
        createdOn: '2024-12-01',
        churnedOn: null,
        customerSince: '2025-01-01',
      },
      { externalId: 'bolt', tags: ['beta'], createdOn: null, churnedOn: '2026-09-01', customerSince: '2025-01-01' },
      { externalId: 'crux', tags: [], createdOn: '2026-03-01', churnedOn: null, customerSince: '2026-03-10' },
    ]);
  });
});

describe('the distribution over bands', () => {
  const fields = `{ on comparedOn accountCount customers money { amount } flows { from { key } to { key } customers }
    groups { band { key tone } accountCount customers customerShare money { amount } before won lost movedIn movedOut } }`;

  it('is told of a portfolio, and of a CSM', async () => {
    const { data, errors } = await harbor.ask(
      `{ portfolio { healthDistribution(period: { range: { start: "2026-01-01", end: "2026-11-01" } }) ${fields} }
        csm(externalId: "ann") { healthDistribution ${fields} } }`,
    );
    expect(errors).toBeUndefined();
    const rest = { won: 0, lost: 0, movedIn: 0, movedOut: 0 };
    expect(data.portfolio.healthDistribution).toEqual({
      on: '2026-10-31',
      comparedOn: '2025-12-31',
      accountCount: 3,
      customers: 2,
      money: { amount: '1050.00' },
      groups: [
        {
          ...rest,
          band: { key: 'poor', tone: 'BAD' },
          accountCount: 1,
          customers: 0,
          customerShare: 0,
          money: { amount: '0.00' },
          before: 0,
        },
        {
          ...rest,
          band: { key: 'good', tone: 'GOOD' },
          accountCount: 1,
          customers: 1,
          customerShare: 0.5,
          money: { amount: '650.00' },
          before: 0,
          movedIn: 1,
        },
        {
          ...rest,
          band: null,
          accountCount: 1,
          customers: 1,
          customerShare: 0.5,
          money: { amount: '400.00' },
          before: 2,
          won: 1,
          lost: 1,
          movedOut: 1,
        },
      ],
      flows: [{ from: null, to: { key: 'good' }, customers: 1 }],
    });
    expect(data.csm.healthDistribution).toMatchObject({ on: '2026-11-21', comparedOn: '2026-10-22', customers: 1 });
  });
});

const save = `mutation ($segments: [SegmentInput!]!) { upsertSegments(segments: $segments) {
  ... on BatchPayload { results { status field reason } } } }`;

describe('a segment', () => {
  it('is saved, has every metric, and is a filter of others and of questions', async () => {
    const { data, errors } = await harbor.ask(
      save,
      {
        segments: [
          { key: 'beta', name: 'Beta testers', filter: { tags: { any: ['beta'] } } },
          { key: 'paying-beta', name: 'A paying beta', filter: { segment: { in: ['beta'] }, mrr: { atLeast: '1' } } },
          { key: 'late', name: 'Late', filter: { customerSince: { from: '2026-01-01' } } },
          { key: 'bad', name: 'Bad', filter: { mrr: { atLeast: 'much' } } },
          { key: 'round', name: 'Round', filter: { not: { segment: { in: ['round'] } } } },
        ],
      },
      { token: key },
    );
    expect(errors).toBeUndefined();
    expect(data.upsertSegments.results).toEqual([
      { status: 'CREATED', field: null, reason: null },
      { status: 'CREATED', field: null, reason: null },
      { status: 'CREATED', field: null, reason: null },
      { status: 'REJECTED', field: 'filter', reason: expect.stringMatching(/"much" is not an amount/) },
      { status: 'REJECTED', field: 'filter', reason: expect.stringMatching(/hold itself/) },
    ]);
    const asked = await harbor.ask(
      `{ segments { key accountCount }
        segment(key: "late") { id name description filter metric(key: MRR) { value } movements { customersAtEnd } }
        none: segment(key: "none") { id }
        portfolio(filter: { segment: { in: ["paying-beta", "late"] } }) { accountCount metric(key: MRR) { value } }
        accounts(filter: { not: { segment: { in: ["beta"] } } }) { nodes { externalId } } }`,
    );
    expect(asked.errors).toBeUndefined();
    expect(asked.data).toEqual({
      segments: [
        { key: 'paying-beta', accountCount: 1 },
        { key: 'beta', accountCount: 2 },
        { key: 'late', accountCount: 1 },
      ],
      segment: {
        id: expect.any(String),
        name: 'Late',
        description: null,
        filter: '{"customerSince":{"from":"2026-01-01"}}',
        metric: { value: 400 },
        movements: { customersAtEnd: 1 },
      },
      none: null,
      portfolio: { accountCount: 2, metric: { value: 1050 } },
      accounts: { nodes: [{ externalId: 'crux' }] },
    });
    const node = await harbor.ask('query ($id: ID!) { node(id: $id) { ... on Segment { key } } }', {
      id: asked.data.segment.id,
    });
    expect(node.data.node).toEqual({ key: 'late' });
    expect(await found({ segment: { in: ['nobody'] } })).toMatch(/no segment "nobody"/);
  });

  it('is for staff alone, of its own tenant, and written by keys alone', async () => {
    const some = await harbor.token({ accounts: ['acme'] });
    const own = await harbor.ask('{ segment(key: "beta") { key } }', {}, { token: some });
    expect(own.data).toEqual({ segment: null });
    for (const query of [
      '{ segments { key } }',
      '{ portfolio(filter: { segment: { in: ["beta"] } }) { accountCount } }',
    ]) {
      const { errors } = await harbor.ask(query, {}, { token: some });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const rival = await harbor.ask(
      '{ segments { key } segment(key: "beta") { key } }',
      {},
      { token: await harbor.rivalToken() },
    );
    expect(rival.data).toEqual({ segments: [], segment: null });
    const written = await harbor.ask(save, { segments: [] });
    expect(written.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const deleted = await harbor.ask('mutation { deleteSegment(key: "beta") { __typename } }');
    expect(deleted.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is deleted once no other names it', async () => {
    const remove = `mutation ($key: String!) { deleteSegment(key: $key) { ... on DeleteSegmentPayload { deleted } ... on SegmentInUseError { by message } } }`;
    const ask = async (segment: string) =>
      (await harbor.ask(remove, { key: segment }, { token: key })).data.deleteSegment;
    expect(await ask('beta')).toEqual({ by: ['paying-beta'], message: expect.stringMatching(/Nothing was deleted/) });
    expect(await ask('paying-beta')).toEqual({ deleted: true });
    expect(await ask('beta')).toEqual({ deleted: true });
    expect(await ask('beta')).toEqual({ deleted: false });
    expect(await found({ segment: { in: ['beta'] } })).toMatch(/no segment "beta"/);
  });
});
