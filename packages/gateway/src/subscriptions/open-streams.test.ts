import { openStore, type Store } from '@plimsoll/store';
import { GraphQLError } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '../auth/viewer.ts';
import { OpenStreams } from './open-streams.ts';
import type { StreamEnd } from './stream-error.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore({ dataDir: 'memory' });
});
afterAll(() => store.close());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const viewer: Viewer = {
  workspace: 'harbor',
  subject: null,
  credential: 'key:1',
  scopes: new Set(['metrics:read']),
  accounts: { kind: 'ALL' },
  staff: true,
  widgets: null,
  origin: null,
  holder: 'subject ann',
  keyId: 'k',
  expiresAt: null,
};

function open(streams: OpenStreams, authenticate: () => Promise<Viewer>, of: Viewer = viewer) {
  const ends: StreamEnd[] = [];
  const forget = streams.add({ viewer: of, authenticate, end: (end) => ends.push(end) });
  return { ends, forget };
}

it('checks every credential once in 30 seconds, and ends the streams of one that is refused', async () => {
  const streams = new OpenStreams(store, Date.now);
  let checks = 0;
  const refuse = async () => {
    checks++;
    throw new GraphQLError('No.', { extensions: { code: 'UNAUTHENTICATED' } });
  };
  const refused = [open(streams, refuse), open(streams, refuse)];
  const kept = open(streams, async () => viewer, { ...viewer, credential: 'key:2' });
  await vi.advanceTimersByTimeAsync(29_999);
  expect(checks).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(checks).toBe(1);
  expect(refused.map(({ ends }) => ends)).toMatchObject([[{ code: 'UNAUTHENTICATED' }], [{ code: 'UNAUTHENTICATED' }]]);
  expect(kept.ends).toEqual([]);
  for (const { forget } of [...refused, kept]) forget();
  expect(vi.getTimerCount()).toBe(0);
});

it('checks the holders of what was revoked before anybody else', async () => {
  const streams = new OpenStreams(store, Date.now);
  const checked: string[] = [];
  const token = (credential: string, subject: string): void => {
    const of = { ...viewer, credential, subject };
    open(
      streams,
      async () => {
        checked.push(credential);
        return of;
      },
      of,
    );
  };
  token('token:k1:other', 'bob');
  token('token:k1:one', 'ann');
  token('token:k2:two', 'cat');
  for (const [revoked, first] of [
    ['two', 'token:k2:two'],
    ['ann', 'token:k1:one'],
    ['k2', 'token:k2:two'],
  ] as const) {
    checked.length = 0;
    await streams.check('harbor', revoked);
    expect([checked[0], checked.length]).toEqual([first, 4]);
  }
});

it('lets streams be while the credential cannot be checked, and ends those that may see something else', async () => {
  const streams = new OpenStreams(store, Date.now);
  const answers = [
    () => Promise.reject(new Error('The database is away.')),
    async () => ({ ...viewer, credential: 'key:1', subject: 'other' }),
    async () => ({ ...viewer, scopes: new Set<'accounts:read'>(['accounts:read']) }),
  ];
  const { ends } = open(streams, () => (answers.shift() ?? (async () => viewer))());
  await streams.check('harbor');
  await streams.check('harbor');
  expect(ends).toEqual([]);
  await streams.check('harbor');
  expect(ends).toMatchObject([{ code: 'UNAVAILABLE', retryAfter: 1 }]);
});

it('ends a stream when its token expires, however late that is', async () => {
  const streams = new OpenStreams(store, () => 0);
  const month = 30 * 86_400_000;
  const { ends } = open(streams, async () => viewer, { ...viewer, expiresAt: month });
  const soon = open(streams, async () => viewer, { ...viewer, expiresAt: 1_000 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([ends, soon.ends]).toMatchObject([[], [{ code: 'TOKEN_EXPIRED' }]]);
});
