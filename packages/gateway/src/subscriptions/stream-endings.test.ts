import { createEmbedToken } from '@plimsoll/embed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from '../testing/harbor.ts';
import { type Listener, listenTo } from '../testing/listen-to.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const query = 'subscription { portfolioChanged { revision } }';
const listen = (token: string): Promise<Listener> => listenTo(harbor.gateway, query, token);
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

async function lastCode(listener: Listener): Promise<unknown> {
  await listener.ended;
  expect(listener.lines.slice(-2)).toEqual(['event: complete', 'data:']);
  const { errors } = listener.events.at(-1) as { readonly errors?: readonly { readonly extensions: object }[] };
  return errors?.[0]?.extensions;
}

describe('an open stream', () => {
  it.each([
    ['its token is', (token: string) => harbor.harbor.revokeTokens({ jti: claimsOf(token).jti })],
    ['its subject is', (token: string) => harbor.harbor.revokeTokens({ subject: claimsOf(token).sub })],
  ])('ends when %s revoked, and no other does', async (how, revoke) => {
    const token = await harbor.token({ subject: `revoked-${how}` });
    const [gone, stays] = [await listen(token), await listen(await harbor.token({ subject: 'stays' }))];
    await revoke(token);
    expect(await lastCode(gone)).toMatchObject({ code: 'UNAUTHENTICATED', requestId: expect.any(String) });
    const { revision } = await harbor.harbor.upsertAccounts([{ externalId: `after ${how}` }]);
    await stays.next(1);
    expect(stays.events).toEqual([{ revision }]);
    stays.stop();
  });

  it('ends when its signing key is revoked, and not when another takes its name', async () => {
    const { signingKey, keyId } = await harbor.harbor.createEmbedKey({ name: 'brief' });
    const now = Date.now;
    Date.now = () => Date.parse('2026-11-21T12:00:00Z');
    const token = await createEmbedToken({
      key: signingKey,
      subject: 'ann',
      accounts: 'all',
      scopes: ['metrics:read'],
    }).finally(() => {
      Date.now = now;
    });
    const listener = await listen(token);
    const second = await harbor.harbor.createEmbedKey({ name: 'brief' });
    expect(await harbor.store.embedKey('harbor', keyId)).not.toBeNull();
    expect(await harbor.store.embedKey('harbor', second.keyId)).not.toBeNull();
    await harbor.harbor.revokeEmbedKey(keyId);
    expect(await lastCode(listener)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends when its API key is revoked', async () => {
    const { secret, keyId } = await harbor.harbor.createApiKey({ name: 'etl', scopes: ['metrics:read'] });
    const listener = await listen(secret);
    await harbor.harbor.revokeApiKey(keyId);
    expect(await lastCode(listener)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends when its token expires', async () => {
    const brief = await openHarbor({ now: Date.now });
    const { signingKey } = await brief.harbor.createEmbedKey({ name: 'brief' });
    const token = await createEmbedToken({
      key: signingKey,
      subject: 'ann',
      accounts: 'all',
      scopes: ['metrics:read'],
      ttl: 1,
    });
    const listener = await listenTo(brief.gateway, query, token);
    expect(await lastCode(listener)).toMatchObject({ code: 'TOKEN_EXPIRED' });
    await brief.close();
  });

  it('ends with a hint to come back when the gateway goes, which takes no more', async () => {
    const brief = await openHarbor();
    const token = await brief.token();
    const listener = await listenTo(brief.gateway, query, token);
    await brief.gateway.dispose();
    expect(await lastCode(listener)).toMatchObject({ code: 'UNAVAILABLE', retryAfter: 2 });
    expect(listener.lines).toContain('retry: 2000');
    const late = await listenTo(brief.gateway, query, token);
    await late.ended;
    expect(late.events).toMatchObject([{ errors: [{ extensions: { code: 'UNAVAILABLE' } }] }]);
    await brief.close();
  });

  it('ends when it is read too slowly, and nothing is missed after it', async () => {
    const responded = 'subscription { surveyResponded { revision response { comment } } }';
    const token = await harbor.token();
    const response = await harbor.gateway.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: responded }),
      }),
    );
    const witness = await listenTo(harbor.gateway, responded, token);
    const comment = 'x'.repeat(9_900);
    const count = 150;
    for (let number = 0; number < count; number++) {
      await harbor.harbor.submitResponse({
        survey: 'relationship',
        accountId: null,
        respondent: 'ann',
        answer: 9,
        comment: `${number} ${comment}`,
        idempotencyKey: `slow-${number}`,
      });
    }
    await witness.next(count);
    witness.stop();
    // Only now is the slow stream read: what was buffered on the way, then its end.
    const text = await response.text();
    expect(text).toContain('"code":"UNAVAILABLE"');
    expect(text).toContain('"retryAfter":1');
    const lastId = [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '';
    const received = text.split('event: next').length - 2;
    expect(received).toBeLessThan(count);
    const resumed = await listenTo(harbor.gateway, responded, token, { lastEventId: lastId });
    await resumed.next(count - received);
    expect(resumed.events).toMatchObject(
      Array.from({ length: count - received }, (_, index) => ({
        response: { comment: `${received + index} ${comment}` },
      })),
    );
    resumed.stop();
  });
});
