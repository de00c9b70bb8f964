import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../create-gateway.ts';
import { type Harbor, noon, openHarbor, post } from '../testing/harbor.ts';
import { memoryRateLimiter } from './memory-rate-limiter.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const query = '{ portfolio { metric(key: MRR) { value } } }';
const weight = 13;

/** A gateway whose clock is the test's. */
function limitedGateway(rates: Parameters<typeof createGateway>[0]['rates']) {
  let time = noon;
  const now = () => time;
  const gateway = createGateway({ store: harbor.store, now, rateLimiter: memoryRateLimiter(now), rates: rates ?? {} });
  const pass = (seconds: number): void => {
    time += seconds * 1_000;
  };
  return { gateway, pass, ask: (token: string) => post(gateway, { query }, token) };
}

describe('what a credential may ask for', () => {
  it('is used up by weight, told in headers, and free again after a while', async () => {
    const { gateway, pass, ask } = limitedGateway({ credential: { limit: 2 * weight, window: 60 } });
    const token = await harbor.token({ subject: 'ann' });
    const first = await ask(token);
    expect(first.headers.get('ratelimit-policy')).toBe('"credential";q=26;w=60, "workspace";q=8000000;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"credential";r=13;t=30, "workspace";r=7999987;t=1$/);
    await ask(token);
    const refused = await ask(token);
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(refused.headers.get('ratelimit')).toMatch(/^"credential";r=0;t=60/);
    // A new token of the same subject is the same credential, another subject another.
    expect((await ask(await harbor.token({ subject: 'ann', ttl: 60 }))).status).toBe(429);
    expect((await ask(await harbor.token({ subject: 'bob' }))).status).toBe(200);
    pass(30);
    expect((await ask(token)).status).toBe(200);
    expect((await ask(token)).status).toBe(429);
    await gateway.dispose();
  });

  it('is given back as far as it was not used', async () => {
    const { gateway } = limitedGateway({ credential: { limit: 2_000, window: 60 } });
    const page = '{ accounts(first: 100) { nodes { name externalId } } }';
    const token = await harbor.token();
    // It weighs 1,112 before it is known that there are three accounts.
    for (let time = 0; time < 5; time++) expect((await post(gateway, { query: page }, token)).status).toBe(200);
    await gateway.dispose();
  });

  it('is shared by all of a workspace, and by no other', async () => {
    const { gateway, ask } = limitedGateway({ workspace: { limit: 2 * weight, window: 60 } });
    expect((await ask(await harbor.token({ subject: 'ann' }))).status).toBe(200);
    expect((await ask(await harbor.token({ subject: 'bob' }))).status).toBe(200);
    const third = await ask(await harbor.token({ subject: 'eve' }));
    expect([third.status, third.errors?.[0]?.message]).toEqual([
      429,
      expect.stringMatching(/The workspace has used up/),
    ]);
    expect((await ask(await harbor.rivalToken())).status).toBe(200);
    await gateway.dispose();
  });
});

describe('failed authentications', () => {
  it('are limited by address, before a credential is looked up', async () => {
    const { gateway, pass } = limitedGateway({ failures: { limit: 3, window: 30 } });
    const from = async (address: string | undefined, token: string) => {
      const request = new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return gateway.fetch(request, address === undefined ? {} : { address });
    };
    const valid = await harbor.token();
    for (let time = 0; time < 3; time++) expect((await from('203.0.113.7', 'plim_harbor_a_b')).status).toBe(401);
    const refused = await from('203.0.113.7', valid);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect((await refused.json()).errors[0].extensions.code).toBe('RATE_LIMITED');
    expect((await from('203.0.113.8', valid)).status).toBe(200);
    // Once verified, from wherever, it passes; another that is new has to wait.
    expect((await from('203.0.113.7', valid)).status).toBe(200);
    const another = await harbor.token();
    expect((await from('203.0.113.7', another)).status).toBe(429);
    pass(10);
    expect((await from('203.0.113.7', another)).status).toBe(200);
    for (let time = 0; time < 9; time++) expect((await from(undefined, 'rubbish')).status).toBe(401);
    await gateway.dispose();
  });
});
