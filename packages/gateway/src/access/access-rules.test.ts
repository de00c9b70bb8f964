import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Harbor, openHarbor } from '../testing/harbor.ts';

let harbor: Harbor;
let response: string;
let ids: readonly string[];
beforeAll(async () => {
  harbor = await openHarbor();
  const { harbor: workspace } = harbor;
  await workspace.upsertCsms([{ externalId: 'maria', name: 'Maria', fte: 1, rampedOn: '2025-01-01' }]);
  await workspace.upsertAccounts([
    { externalId: 'acme', traits: { csm: 'maria', owner: 'Maria Lopez' } },
    { externalId: 'crux', traits: { csm: 'maria', owner: 'Maria Lopez' } },
  ]);
  await workspace.changeSettings({ internalTraits: ['owner'] });
  const answered = await harbor.ask(
    'mutation { submitSurveyResponse(input: { survey: "relationship", answer: 9, idempotencyKey: "a" }) { ... on SubmitSurveyResponsePayload { response { id account { id } } } } }',
    {},
    { token: await harbor.token({ accounts: ['acme'] }) },
  );
  response = answered.data.submitSurveyResponse.response.id;
  const { data } = await harbor.ask(
    '{ account(externalId: "acme") { id } survey(key: "relationship") { id } csm(externalId: "maria") { id } }',
  );
  ids = [data.account.id, data.survey.id, data.csm.id, response];
});
afterAll(() => harbor.close());

const codesOf = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);

describe('a token that may only respond to surveys', () => {
  const token = (accounts: 'all' | string[] = ['acme']) => harbor.token({ accounts, scopes: ['surveys:respond'] });

  it('reads nothing of the account behind its own response', async () => {
    const submitted = await harbor.ask(
      `mutation { submitSurveyResponse(input: { survey: "relationship", answer: 8, idempotencyKey: "b" }) {
        ... on SubmitSurveyResponsePayload { response { answer account { name traits { value } openTickets } } } } }`,
      {},
      { token: await token() },
    );
    expect(codesOf(submitted)).toEqual(['FORBIDDEN']);
    expect(submitted.errors?.[0]?.message).toMatch(/"metrics:read" or "accounts:read"/);
    expect(submitted.data.submitSurveyResponse.response).toEqual({ answer: 8, account: null });
  });

  it('is shown the surveys that are open, and no others', async () => {
    const { data } = await harbor.ask(
      '{ surveys(open: false) { nodes { key } } all: surveys { nodes { key } } }',
      {},
      { token: await token() },
    );
    const open = [{ key: 'relationship' }];
    expect(data).toEqual({ surveys: { nodes: open }, all: { nodes: open } });
  });

  it('learns of no node by its id, not even that there is one', async () => {
    for (const id of ids.filter((known) => known !== ids[1])) {
      const answer = await harbor.ask(
        'query ($id: ID!) { node(id: $id) { __typename } }',
        { id },
        { token: await token('all') },
      );
      expect([answer.data.node, codesOf(answer)]).toEqual([null, ['FORBIDDEN']]);
    }
  });

  it('does not learn how many accounts there are', async () => {
    const answer = await harbor.ask('{ viewer { accountsInReach } }', {}, { token: await token('all') });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });
});

describe('a token that may only read surveys', () => {
  it('reads responses, and neither the accounts behind them nor scores of accounts that a filter describes', async () => {
    const token = await harbor.token({ scopes: ['surveys:read'] });
    const read = await harbor.ask(
      '{ survey(key: "relationship") { responses { nodes { answer account { name } } } } }',
      {},
      { token },
    );
    expect(codesOf(read)).toContain('FORBIDDEN');
    expect(read.data.survey.responses.nodes).toContainEqual({ answer: 9, account: null });
    const filtered = await harbor.ask(
      '{ survey(key: "relationship") { score(filter: { trait: { key: "plan", in: ["Team"] } }) { value } } }',
      {},
      { token },
    );
    expect(codesOf(filtered)).toEqual(['FORBIDDEN']);
  });
});

describe('a token without a scope for surveys', () => {
  it('is shown none', async () => {
    const token = await harbor.token({ scopes: ['metrics:read', 'accounts:read'] });
    for (const query of ['{ surveys { nodes { key } } }', '{ survey(key: "closed") { key } }']) {
      expect(codesOf(await harbor.ask(query, {}, { token }))).toEqual(['FORBIDDEN']);
    }
  });
});

describe('internal traits', () => {
  const query = `{
    account(externalId: "acme") {
      traits { key } csm { name } byKey: trait(key: "owner") csmKey: trait(key: "csm") traitHistory(key: "owner") { value }
    }
    portfolio { traits { key } }
  }`;

  it('are never shown to a token for some accounts', async () => {
    const { data, errors } = await harbor.ask(query, {}, { token: await harbor.token({ accounts: ['acme'] }) });
    expect(errors).toBeUndefined();
    expect(data.account).toEqual({
      traits: [{ key: 'plan' }, { key: 'region' }],
      csm: null,
      byKey: null,
      csmKey: null,
      traitHistory: [],
    });
    expect(data.portfolio.traits).toEqual([{ key: 'plan' }, { key: 'region' }]);
  });

  it.each([
    '{ accounts(filter: { trait: { key: "owner", in: ["Maria Lopez"] } }) { totalCount } }',
    '{ accounts(filter: { or: [{ not: { trait: { key: "csm", in: [""] } } }] }) { totalCount } }',
    '{ portfolio { breakdown(key: MRR, by: "owner") { value } } }',
    '{ portfolio { breakdownCsv(key: MRR, by: "csm") } }',
    '{ portfolio { breakdownSeries(key: MRR, by: "owner") { value } } }',
  ])('are nothing to ask about: %s', async (document) => {
    const narrow = await harbor.ask(document, {}, { token: await harbor.token({ accounts: ['acme'] }) });
    expect(codesOf(narrow)).toEqual(['FORBIDDEN']);
    expect((await harbor.ask(document)).errors).toBeUndefined();
  });

  it('are there for staff', async () => {
    const { data } = await harbor.ask(query);
    expect(data.account).toMatchObject({ csm: { name: 'Maria' }, byKey: 'Maria Lopez', csmKey: 'maria' });
  });
});

describe('internal traits of a workspace', () => {
  it('are set whole, sorted, at most 100, and shown to staff alone', async () => {
    const key = async () =>
      (await harbor.harbor.createApiKey({ name: 'writer', scopes: ['data:write', 'metrics:read'] })).secret;
    const set = async (internalTraits: readonly string[]) =>
      harbor.ask(
        `mutation ($internalTraits: [String!]) { updateWorkspace(settings: { internalTraits: $internalTraits }) {
          ... on UpdateWorkspacePayload { workspace { internalTraits } } ... on InvalidSettingError { field message } } }`,
        { internalTraits },
        { token: await key() },
      );
    const many = Array.from({ length: 100 }, (_, index) => `trait-${index}`);
    expect((await set([...many, 'one more'])).data.updateWorkspace).toMatchObject({ field: 'internalTraits' });
    expect((await set(many)).data.updateWorkspace.workspace.internalTraits).toHaveLength(100);
    expect((await set([''])).data.updateWorkspace).toMatchObject({ field: 'internalTraits' });
    expect((await set(['owner', 'fit', 'owner'])).data.updateWorkspace).toEqual({
      workspace: { internalTraits: ['fit', 'owner'] },
    });
    const shown = '{ viewer { workspace { internalTraits } } }';
    const narrow = await harbor.ask(shown, {}, { token: await harbor.token({ accounts: ['acme'] }) });
    expect(narrow.data.viewer.workspace.internalTraits).toEqual([]);
  });
});
