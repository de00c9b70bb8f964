import { createGateway } from '@plimsoll/gateway';
import { openStore } from '@plimsoll/store';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// GraphQL over HTTP, as the specification's own auditor asks for it: https://graphql.github.io/graphql-over-http/
let key = '';
let fetchFn: (url: string, init?: RequestInit) => Promise<Response>;
let close: () => Promise<void>;

beforeAll(async () => {
  const store = await openStore({ dataDir: 'memory' });
  await store.createWorkspace({ key: 'audit', name: 'Audit', currency: 'USD', timeZone: 'UTC' });
  key = (await store.workspace('audit').createApiKey({ name: 'auditor', scopes: ['metrics:read'] })).secret;
  // The auditor sends variables to `__type`, so introspection has to be open for it.
  const gateway = createGateway({ store, introspection: true });
  fetchFn = (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${key}`);
    return gateway.fetch(new Request(url, { ...init, headers }));
  };
  close = async () => {
    await gateway.dispose();
    await store.close();
  };
});
afterAll(() => close());

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: 'http://localhost/graphql',
    fetchFn: (url: string, init?: RequestInit) => fetchFn(url, init),
  });

  it('has the whole list of audits', () => {
    expect(audits.length).toBeGreaterThanOrEqual(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
