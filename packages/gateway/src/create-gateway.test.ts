import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor, post } from './testing/harbor.ts';

let closed: Harbor;
let open: Harbor;
beforeAll(async () => {
  closed = await openHarbor();
  open = await openHarbor({
    introspection: true,
    graphiql: { token: async () => 'demo-token' },
    origins: ['https://app.example.com'],
  });
});
afterAll(async () => {
  await closed.close();
  await open.close();
});

const page = (gateway: Harbor): Promise<Response> =>
  gateway.gateway.fetch(new Request('http://localhost/graphql', { headers: { accept: 'text/html' } }));

describe('what is closed until it is opened', () => {
  it('is introspection', async () => {
    const query = '{ __schema { queryType { name } } }';
    const refused = await closed.ask(query);
    expect(refused.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect((await open.ask(query)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it('is GraphiQL', async () => {
    expect(await (await page(closed)).text()).not.toContain('<html');
    const html = await (await page(open)).text();
    expect(html).toContain('demo-token');
    // Nothing of it comes from elsewhere.
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });

  it('are other origins, and no origin is ever given credentials', async () => {
    const asks = (harbor: Harbor, origin: string): Promise<Response> =>
      harbor.gateway.fetch(
        new Request('http://localhost/graphql', {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        }),
      );
    expect((await asks(closed, 'https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await asks(open, 'https://evil.example')).headers.get('access-control-allow-origin')).not.toBe(
      'https://evil.example',
    );
    const allowed = await asks(open, 'https://app.example.com');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('are batches of documents', async () => {
    const { status } = await post(closed.gateway, [{ query: '{ __typename }' }], await closed.token());
    expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe('limits', () => {
  const aliases = (count: number): string =>
    `{ portfolio { ${Array.from({ length: count }, (_, i) => `a${i}: accountCount`).join(' ')} } }`;

  it.each([
    ['aliases by the thousand', aliases(20_000)],
    [
      'pages of pages',
      '{ accounts(first: 100) { nodes { metric(key: MRR) { contributors(first: 100) { nodes { account { name } } } } } } }',
    ],
  ])('refuse %s', async (_, query) => {
    const { errors, data } = await closed.ask(query);
    expect(data ?? null).toBeNull();
    expect(['QUERY_TOO_COMPLEX', 'BAD_REQUEST']).toContain(errors?.[0]?.extensions.code);
  });

  it('refuse a filter that is too deep or too long', async () => {
    const deep = Array.from({ length: 9 }).reduce<object>((inner) => ({ not: inner }), { or: [] });
    const long = { trait: { key: 'plan', in: Array.from({ length: 1001 }, (_, i) => String(i)) } };
    for (const filter of [deep, long]) {
      const { errors } = await closed.ask(
        'query ($filter: AccountFilter) { portfolio(filter: $filter) { accountCount } }',
        { filter },
      );
      expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    }
  });

  it('let through what a dashboard asks', async () => {
    const card = (i: number): string =>
      `c${i}: metric(key: NRR) { value money { amount currency } change { absolute } previous { value } terms { key label value } excluded { reason } policy { summary { key label value } } }
       s${i}: series(key: NRR, trailing: 12) { points { period { start end } value } }`;
    const { errors } = await closed.ask(`{ portfolio { ${Array.from({ length: 8 }, (_, i) => card(i)).join('\n')} } }`);
    expect(errors).toBeUndefined();
  });
});

describe('errors', () => {
  it('carry a request id that the caller may choose, if it is sane', async () => {
    const ask = (id: string): Promise<Response> =>
      closed.gateway.fetch(
        new Request('http://localhost/graphql?query={viewer{subject}}', {
          headers: { 'x-request-id': id, accept: 'application/json' },
        }),
      );
    expect((await ask('trace-1')).headers.get('x-request-id')).toBe('trace-1');
    expect((await (await ask('trace-1')).json()).errors[0].extensions.requestId).toBe('trace-1');
    expect((await ask('no spaces')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that nobody expected are masked, and logged under that id', async () => {
    const logged: { readonly requestId?: string; readonly err?: Error }[] = [];
    const harbor = await openHarbor({
      logger: { error: (details) => logged.push(details) },
      now: () => {
        throw new Error('the clock of db-7.internal stopped');
      },
    });
    const { errors } = await harbor.ask('{ viewer { subject } }');
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(errors?.[0]?.message).not.toContain('db-7');
    expect(logged).toEqual([
      {
        requestId: errors?.[0]?.extensions.requestId,
        err: expect.objectContaining({ message: expect.stringContaining('db-7') }),
      },
    ]);
    await harbor.close();
  });
});
