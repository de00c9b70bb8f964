import { describe, expect, test } from 'vitest';
import { createPlimsollClient } from './create-plimsoll-client.ts';
import { errorCode } from './errors/error-code.ts';
import { AccountHealthDocument, NpsSurveyDocument, RecordSurveyExposureDocument } from './generated/graphql.ts';
import { startLocalGateway, writeJson } from './testing/local-gateway.ts';

const absent = { data: { account: null } };
const refused = (code: string) => ({ errors: [{ message: 'no', extensions: { code } }] });
const query = { query: AccountHealthDocument, variables: { externalId: 'acme' }, fetchPolicy: 'network-only' } as const;

function countedTokens() {
  let calls = 0;
  return { fetchToken: async () => `token-${++calls}`, calls: () => calls };
}

describe('client', () => {
  test('sends one token with every request', async () => {
    await using gateway = await startLocalGateway((_, response) => writeJson(response, 200, absent));
    const { fetchToken, calls } = countedTokens();
    const client = createPlimsollClient({ endpoint: gateway.endpoint, fetchToken });
    await Promise.all([
      client.query(query),
      client.query({ ...query, variables: { externalId: 'beta' } }),
      client.query({ ...query, variables: { externalId: 'gamma' } }),
    ]);
    expect(calls()).toBe(1);
    expect(gateway.seen.map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer token-1'));
  });

  test.each([
    ['HTTP 401', 401, refused('UNAUTHENTICATED')],
    ['TOKEN_EXPIRED in a result', 200, refused('TOKEN_EXPIRED')],
  ])('renews the token once after %s and repeats the request', async (_, status, body) => {
    await using gateway = await startLocalGateway(({ authorization }, response) =>
      authorization === 'Bearer token-1' ? writeJson(response, status, body) : writeJson(response, 200, absent),
    );
    const client = createPlimsollClient({ endpoint: gateway.endpoint, fetchToken: countedTokens().fetchToken });
    const { data } = await client.query(query);
    expect(data).toEqual(absent.data);
    expect(gateway.seen).toHaveLength(2);
  });

  test('passes a second refusal on', async () => {
    await using gateway = await startLocalGateway((_, response) =>
      writeJson(response, 401, refused('UNAUTHENTICATED')),
    );
    const { fetchToken, calls } = countedTokens();
    const client = createPlimsollClient({ endpoint: gateway.endpoint, fetchToken });
    const failure = await client.query(query).catch((error: unknown) => error);
    expect(errorCode(failure)).toBe('UNAUTHENTICATED');
    expect(calls()).toBe(2);
  });

  test('repeats a query that the gateway could not answer', async () => {
    let isFirst = true;
    await using gateway = await startLocalGateway((_, response) => {
      if (isFirst) writeJson(response, 503, refused('UNAVAILABLE'));
      else writeJson(response, 200, absent);
      isFirst = false;
    });
    const client = createPlimsollClient({ endpoint: gateway.endpoint, fetchToken: async () => 'token' });
    expect((await client.query(query)).data).toEqual(absent.data);
  });

  test('never repeats a mutation by itself', async () => {
    await using gateway = await startLocalGateway((_, response) => writeJson(response, 503, refused('UNAVAILABLE')));
    const client = createPlimsollClient({ endpoint: gateway.endpoint, fetchToken: async () => 'token' });
    const input = { survey: 'nps', dismissed: false };
    const sent = client.mutate({ mutation: RecordSurveyExposureDocument, variables: { input } });
    await expect(sent).rejects.toThrow();
    expect(gateway.seen).toHaveLength(1);
  });

  test('does not repeat what is forbidden', async () => {
    await using gateway = await startLocalGateway((_, response) => writeJson(response, 200, refused('FORBIDDEN')));
    const client = createPlimsollClient({ endpoint: gateway.endpoint, fetchToken: async () => 'token' });
    const failure = await client
      .query({ query: NpsSurveyDocument, variables: { survey: 'nps' } })
      .catch((error: unknown) => error);
    expect(errorCode(failure)).toBe('FORBIDDEN');
    expect(gateway.seen).toHaveLength(1);
  });

  test('names a fetchToken that fails as the cause, without asking the gateway', async () => {
    await using gateway = await startLocalGateway((_, response) => writeJson(response, 200, absent));
    const client = createPlimsollClient({
      endpoint: gateway.endpoint,
      fetchToken: () => Promise.reject(new Error('login first')),
    });
    await expect(client.query(query)).rejects.toThrow(/fetchToken failed: login first/);
    expect(gateway.seen).toHaveLength(0);
  });
});
