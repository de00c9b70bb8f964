import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor, post } from '../testing/harbor.ts';

let harbor: Harbor;
let token: string;
const logged: unknown[] = [];
beforeAll(async () => {
  harbor = await openHarbor({
    origins: ['https://app.example.com', 'https://admin.example.com'],
    logger: { error: (details) => logged.push(details) },
  });
  token = await harbor.token();
});
afterAll(() => harbor.close());

const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a request of another form', () => {
  it.each([
    ['variables as text', { query, variables: 'ids' }],
    ['variables as a list', { query, variables: [] }],
    ['variables as a number', { query, variables: 7 }],
    ['extensions as text', { query: '{ __typename }', extensions: 'x' }],
    ['extensions as a list', { query: '{ __typename }', extensions: [{}] }],
    ['a document that is none', { query: 7 }],
    ['no document', {}],
    ['a text', '"query"'],
    ['half an object', '{"query":'],
    ['variables nested without end', `{"query":"${query}","variables":{"ids":${nested(60_000)}}}`],
    ['extensions nested without end', `{"query":"{ __typename }","extensions":{"a":${nested(60_000)}}}`],
  ])('is BAD_REQUEST: %s', async (_, body) => {
    const { status, errors } = await post(harbor.gateway, body, token);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(logged).toEqual([]);
  });

  it('is told one level past what variables may have', async () => {
    const ask = (levels: number) =>
      post(harbor.gateway, `{"query":"{ __typename }","variables":{"a":${nested(levels - 1)}}}`, token);
    expect((await ask(64)).status).toBe(200);
    expect((await ask(65)).errors?.[0]?.message).toMatch(/more than 64 levels deep/);
  });

  it('is BAD_REQUEST in an address too', async () => {
    for (const part of ['variables=%7B', 'extensions=nothing', 'variables=7']) {
      const response = await harbor.gateway.fetch(
        new Request(`http://localhost/graphql?query=%7B__typename%7D&${part}`, {
          headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        }),
      );
      expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    }
    expect(logged).toEqual([]);
  });
});

describe('a mutation', () => {
  const send = (type: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    harbor.gateway.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': type, accept: 'application/json', ...headers },
        body,
      }),
    );
  const document =
    'mutation { recordSurveyExposure(input: { survey: "relationship" }) { ... on RecordSurveyExposurePayload { recorded } } }';

  it('is refused as a form could send it, unless a header says that it is meant', async () => {
    const form = `query=${encodeURIComponent(document)}`;
    const refused = await send('application/x-www-form-urlencoded', form);
    expect([refused.status, (await refused.json()).errors[0].extensions.code]).toEqual([415, 'BAD_REQUEST']);
    expect((await send('application/graphql', document)).status).toBe(415);
    const meant = await send('application/graphql', document, { 'x-plimsoll-preflight': '1' });
    expect((await meant.json()).data.recordSurveyExposure).toEqual({ recorded: true });
    const json = await send('application/json; charset=utf-8', JSON.stringify({ query: document }));
    expect((await json.json()).data.recordSurveyExposure).toEqual({ recorded: false });
  });
});

describe('pages of other origins', () => {
  const preflight = async (origin: string): Promise<Headers> => {
    const request = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } };
    return (await harbor.gateway.fetch(new Request('http://localhost/graphql', request))).headers;
  };

  it('are let in by name, each for itself, and caches are told that it depends on the page', async () => {
    for (const origin of ['https://app.example.com', 'https://admin.example.com']) {
      const headers = await preflight(origin);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('vary')).toMatch(/\bOrigin\b/);
    }
    for (const origin of ['https://evil.example', 'null', 'https://app.example.com.evil.example']) {
      const headers = await preflight(origin);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('vary')).toMatch(/\bOrigin\b/);
    }
  });

  it('can read a refusal, so that a client fetches a new token', async () => {
    const response = await harbor.gateway.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { origin: 'https://app.example.com', 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      }),
    );
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  });
});

describe('names of the schema', () => {
  it('are not suggested to those who guess', async () => {
    const { errors } = await harbor.ask('{ viewer { workspac { key } } }');
    expect(errors?.[0]?.message).not.toMatch(/Did you mean/);
    const shown = await harbor.askWith({ introspection: true }, '{ viewer { workspac { key } } }');
    expect(shown.errors?.[0]?.message).toMatch(/Did you mean/);
  });
});
