import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentCache } from '../cost/document-cache.ts';
import { type Harbor, openHarbor } from '../testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

/** A request whose body is made as it is read, and how often that was asked for. */
function streamed(authorization: string | undefined) {
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        pulls++;
        controller.enqueue(new TextEncoder().encode('{"query":"{ viewer { subject } }"}'));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers,
    body,
    // Node needs to be told that the answer does not wait for the whole body; its types do not know the option.
    ...{ duplex: 'half' },
  });
  return { request, pulls: () => pulls };
}

describe('before a credential is verified', () => {
  it.each([undefined, 'Bearer rubbish', 'Basic YTpi', 'Bearer plim_harbor_a_b'])(
    'no body is read: %s',
    async (credential) => {
      const { request, pulls } = streamed(credential);
      const response = await harbor.gateway.fetch(request);
      expect([response.status, pulls()]).toEqual([401, 0]);
    },
  );

  it('a body is read afterwards', async () => {
    const { request, pulls } = streamed(`Bearer ${await harbor.token()}`);
    const response = await harbor.gateway.fetch(request);
    expect([response.status, pulls()]).toEqual([200, 1]);
  });
});

describe('parsed documents', () => {
  it('are kept up to a quarter of a million characters of source, those used last', () => {
    const cache = documentCache();
    const source = (index: number): string => `{ a${index} } # ${'x'.repeat(10_000)}`;
    for (let index = 0; index < 100; index++) {
      cache.set(source(index), parse(source(index)));
      cache.get(source(0));
    }
    const kept = Array.from({ length: 100 }, (_, index) => index).filter(
      (index) => cache.get(source(index)) !== undefined,
    );
    expect(kept).toEqual([0, ...Array.from({ length: 25 }, (_, index) => 75 + index)]);
    cache.set(`# ${'x'.repeat(300_000)}`, parse('{ a }'));
    expect(cache.get(`# ${'x'.repeat(300_000)}`)).toBeUndefined();
  });
});

describe('a client that hangs up', () => {
  it('is answered no more', async () => {
    const controller = new AbortController();
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await harbor.token()}` },
      body: JSON.stringify({ query: '{ portfolio { metric(key: MRR) { value } } }' }),
      signal: controller.signal,
    });
    controller.abort();
    const answer = await harbor.gateway.fetch(request).then(
      (response) => response.text(),
      (error: unknown) => String(error),
    );
    expect(answer).not.toMatch(/"value"/);
  });
});
