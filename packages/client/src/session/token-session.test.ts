import { describe, expect, test } from 'vitest';
import { TokenError } from '../errors/token-error.ts';
import { tokenWith } from '../testing/local-gateway.ts';
import { createTokenSession } from './token-session.ts';

const START = Date.parse('2026-11-21T12:00:00Z');

function hostWith(lifeSeconds: number) {
  const clock = { now: START };
  let calls = 0;
  const session = createTokenSession(
    async () => {
      calls += 1;
      await Promise.resolve();
      const iat = clock.now / 1000;
      return tokenWith({ iat, exp: iat + lifeSeconds, call: calls });
    },
    () => clock.now,
  );
  return { clock, session, calls: () => calls };
}

describe('token session', () => {
  test('asks the host once for many at the same time', async () => {
    const { session, calls } = hostWith(900);
    const tokens = await Promise.all(Array.from({ length: 7 }, () => session.token()));
    expect(new Set(tokens).size).toBe(1);
    expect(calls()).toBe(1);
  });

  test('renews in the background at 80% of the life, while the old token still serves', async () => {
    const { session, calls, clock } = hostWith(900);
    const first = await session.token();
    clock.now += 719_000;
    expect(await session.token()).toBe(first);
    expect(calls()).toBe(1);
    clock.now += 2000;
    expect(await session.token()).toBe(first);
    await new Promise(setImmediate);
    expect(calls()).toBe(2);
    expect(await session.token()).not.toBe(first);
  });

  test('waits for a new token once the old one has expired', async () => {
    const { session, clock } = hostWith(900);
    const first = await session.token();
    clock.now += 900_000;
    expect(await session.token()).not.toBe(first);
  });

  test('renews once for many refusals of the same token', async () => {
    const { session, calls } = hostWith(900);
    const first = await session.token();
    session.refuse(first);
    const second = await session.token();
    session.refuse(first);
    expect(await session.token()).toBe(second);
    expect(calls()).toBe(2);
  });

  test('does not take a fresh token for expired when this clock runs ahead', async () => {
    const iat = START / 1000 - 7200;
    let calls = 0;
    const session = createTokenSession(
      async () => {
        calls += 1;
        return tokenWith({ iat, exp: iat + 900 });
      },
      () => START,
    );
    await session.token();
    await session.token();
    expect(calls).toBe(1);
  });

  test('keeps a token without an expiry', async () => {
    let calls = 0;
    const session = createTokenSession(async () => `key-${++calls}`);
    expect(await session.token()).toBe('key-1');
    expect(await session.token()).toBe('key-1');
  });

  test('says clearly that fetchToken failed, and tries again next time', async () => {
    let isDown = true;
    const session = createTokenSession(async () => {
      if (isDown) throw new Error('503 from /api/token');
      return 'token';
    });
    const failure = session.token();
    await expect(failure).rejects.toThrow(TokenError);
    await expect(failure).rejects.toThrow(/fetchToken failed: 503 from \/api\/token\. .*next request tries again/);
    isDown = false;
    expect(await session.token()).toBe('token');
  });

  test('refuses what is no token', async () => {
    // What a host in plain JavaScript can hand over in spite of the type.
    const session = createTokenSession(async () => ({ token: 'inside' }) as unknown as string);
    await expect(session.token()).rejects.toThrow(/not a token.*non-empty string/);
  });
});
