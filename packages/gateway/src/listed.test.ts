import { offsetToCursor } from '@pothos/plugin-relay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { type Harbor, openHarbor } from './testing/harbor.ts';

// Of a workspace that is not held in memory, lists are read up to a limit: one entry more is refused, in words.
const more = limits.listed + 50;

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor({}, { memoryBudget: 0 });
  const { harbor: workspace } = harbor;
  const accounts = Array.from({ length: more }, (_, index) => ({
    externalId: `n${index}`,
    name: `Number ${index}`,
    traits: { half: index % 2 === 0 ? 'even' : 'odd' },
  }));
  await workspace.upsertAccounts(accounts);
  await workspace.upsertSubscriptions(
    accounts.map(({ externalId }) => ({
      subscriptionId: externalId,
      accountExternalId: externalId,
      startsOn: '2026-02-01',
      endsOn: null,
      amount: '10.00',
      currency: 'USD',
      interval: 'month',
      every: 1,
      quantity: 1,
    })),
  );
  await workspace.upsertResponses(
    Array.from({ length: more }, (_, index) => ({
      externalId: `r${index}`,
      survey: 'relationship',
      respondent: `p${index}`,
      accountExternalId: 'n1',
      answer: index % 11,
      respondedAt: '2026-10-10T10:00:00Z',
    })),
  );
}, 180_000);
afterAll(() => harbor.close());

const page = (list: string, fields = 'nodes { __typename }') => `${list} { totalCount ${fields} }`;

async function expectRefused(query: string, variables: object = {}): Promise<void> {
  const { errors } = await harbor.ask(query, variables);
  expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  expect(errors?.[0]?.message).toMatch(/There are 100\d\d entries.*the first 10000 can be read\. Narrow it down/);
}

describe('a list of a workspace that is not held in memory', () => {
  it('is counted whole and read up to the limit', async () => {
    const { data, errors } = await harbor.ask(
      `query ($after: String) { ${page('accounts(first: 2, after: $after)', 'nodes { name } pageInfo { hasNextPage }')} }`,
      { after: offsetToCursor(limits.listed - 4) },
    );
    expect(errors).toBeUndefined();
    expect(data.accounts.totalCount).toBe(more + 3);
    expect(data.accounts.nodes).toHaveLength(2);
    expect(data.accounts.pageInfo.hasNextPage).toBe(true);
  });

  it('is refused beyond it, and from its end', async () => {
    const beyond = { after: offsetToCursor(limits.listed - 2) };
    await expectRefused(`query ($after: String) { ${page('accounts(first: 2, after: $after)')} }`, beyond);
    await expectRefused(`{ ${page('accounts(last: 1)')} }`);
  });

  it('is read from its end once it is narrowed down', async () => {
    const { data } = await harbor.ask(
      `{ ${page('accounts(last: 1, filter: { trait: { key: "half", in: ["odd"] } })', 'nodes { name }')} }`,
    );
    expect(data.accounts).toEqual({ totalCount: more / 2, nodes: [{ name: `Number ${more - 1}` }] });
  });

  it('is no CSV beyond it', async () => {
    const year = 'period: { range: { start: "2026-02-01", end: "2026-03-01" } }';
    await expectRefused(`{ portfolio { metric(key: NEW_MRR, ${year}) { contributors { totalCount csv } } } }`);
    await expectRefused(`{ portfolio { movements(${year}) { entries { totalCount csv } } } }`);
    const { data } = await harbor.ask(
      `{ portfolio(filter: { trait: { key: "half", in: ["odd"] } }) { movements(${year}) { entries { totalCount csv } } } }`,
    );
    const { totalCount, csv } = data.portfolio.movements.entries;
    expect([totalCount, csv.trimEnd().split('\r\n').length]).toEqual([more / 2, more / 2 + 1]);
  });

  it('of answers is sifted no further than that', async () => {
    const answers = (filter: string) =>
      `{ survey(key: "relationship") { responses(first: 3, filter: ${filter}) { nodes { answer account { name } } } } }`;
    const { data } = await harbor.ask(answers('{ trait: { key: "half", in: ["odd"] } }'));
    expect(data.survey.responses.nodes).toHaveLength(3);
    expect(data.survey.responses.nodes[0].account).toEqual({ name: 'Number 1' });
    const { errors } = await harbor.ask(answers('{ trait: { key: "half", in: ["even"] } }'));
    expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(errors?.[0]?.message).toMatch(/of the next 10000 answers.*Choose a wider filter/);
  });
});
