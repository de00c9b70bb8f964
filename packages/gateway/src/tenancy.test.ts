import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
let rivalAccount: string;
let rivalResponse: string;
beforeAll(async () => {
  harbor = await openHarbor();
  const token = await harbor.rivalToken({ accounts: ['acme'] });
  const { data } = await harbor.ask(
    `mutation { submitSurveyResponse(input: { survey: "relationship", answer: 9, comment: "secret", idempotencyKey: "r" }) {
      ... on SubmitSurveyResponsePayload { response { id account { id } } } } }`,
    {},
    { token },
  );
  rivalResponse = data.submitSurveyResponse.response.id;
  rivalAccount = data.submitSurveyResponse.response.account.id;
});
afterAll(() => harbor.close());

describe('another tenant’s ids', () => {
  it('read as absent, whichever way they are asked for', async () => {
    const { data, errors } = await harbor.ask(
      `query ($account: ID!, $response: ID!) {
        node(id: $account) { id }
        nodes(ids: [$account, $response]) { id }
        account(id: $account) { name }
        portfolio(filter: { accounts: [$account] }) { accountCount metric(key: MRR) { value } }
        accounts(filter: { accounts: [$account] }) { totalCount }
      }`,
      { account: rivalAccount, response: rivalResponse },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      node: null,
      nodes: [null, null],
      account: null,
      portfolio: { accountCount: 0, metric: { value: 0 } },
      accounts: { totalCount: 0 },
    });
  });

  it('are there for their own', async () => {
    const { data } = await harbor.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on SurveyResponse { comment } ... on Account { externalId } } }',
      { ids: [rivalAccount, rivalResponse] },
      { token: await harbor.rivalToken() },
    );
    expect(data.nodes).toEqual([
      { id: rivalAccount, externalId: 'acme' },
      { id: rivalResponse, comment: 'secret' },
    ]);
  });
});

describe('a token for some accounts', () => {
  const everything = `{
    viewer { accountsInReach allAccounts }
    portfolio { accountCount traits { key values { value count } } metric(key: MRR) { value contributors { nodes { account { externalId } } } } }
    accounts { nodes { externalId } }
    account(externalId: "crux") { name }
  }`;

  it('sees those, and nothing of the others in any total', async () => {
    const { data } = await harbor.ask(everything, {}, { token: await harbor.token({ accounts: ['acme', 'bolt'] }) });
    expect(data).toEqual({
      viewer: { accountsInReach: 2, allAccounts: false },
      portfolio: {
        accountCount: 2,
        traits: expect.arrayContaining([
          {
            key: 'plan',
            values: [
              { value: 'Starter', count: 1 },
              { value: 'Team', count: 1 },
            ],
          },
        ]),
        metric: { value: 650, contributors: { nodes: [{ account: { externalId: 'acme' } }] } },
      },
      accounts: { nodes: [{ externalId: 'acme' }, { externalId: 'bolt' }] },
      account: null,
    });
  });

  it('sees nothing at all when it names none', async () => {
    const { data } = await harbor.ask(everything, {}, { token: await harbor.token({ accounts: [] }) });
    expect(data).toMatchObject({
      viewer: { accountsInReach: 0 },
      portfolio: { metric: { value: 0 } },
      accounts: { nodes: [] },
    });
  });

  it('hears only of its own accounts’ answers', async () => {
    const answered = await harbor.ask(
      `mutation { submitSurveyResponse(input: { survey: "relationship", answer: 3, idempotencyKey: "b" }) { ... on SubmitSurveyResponsePayload { response { id } } } }`,
      {},
      { token: await harbor.token({ accounts: ['bolt'], subject: 'bob' }) },
    );
    const { id } = answered.data.submitSurveyResponse.response;
    const query =
      'query ($id: ID!) { node(id: $id) { id } survey(key: "relationship") { responses { nodes { id } } } }';
    const own = await harbor.ask(query, { id }, { token: await harbor.token({ accounts: ['bolt'] }) });
    expect(own.data).toEqual({ node: { id }, survey: { responses: { nodes: [{ id }] } } });
    const others = await harbor.ask(query, { id }, { token: await harbor.token({ accounts: ['acme'] }) });
    expect(others.data).toEqual({ node: null, survey: { responses: { nodes: [] } } });
  });
});
