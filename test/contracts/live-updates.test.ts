import { createEmbedToken } from '@plimsoll/embed';
import { createGateway, type Gateway } from '@plimsoll/gateway';
import { openStore, type Store, type WorkspaceStore } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type StartedPostgres, startPostgres } from '../server/start-postgres.ts';
import { startServer } from '../server/start-server.ts';

const key = 'live';
let postgres: StartedPostgres;
/** The process that writes and revokes; streams are open in others. */
let writer: Store;
let workspace: WorkspaceStore;
let signingKey: string;

beforeAll(async () => {
  postgres = await startPostgres();
  writer = await openStore({ databaseUrl: postgres.url });
  await writer.createWorkspace({ key, name: 'Live', currency: 'USD', timeZone: 'UTC' });
  workspace = writer.workspace(key);
  await workspace.upsertSurveys([
    {
      key: 'relationship',
      name: 'Relationship',
      question: 'How likely are you to recommend us?',
      lowLabel: 'Not at all likely',
      highLabel: 'Extremely likely',
      followUps: [],
      thanks: 'Thank you.',
      open: true,
    },
  ]);
  ({ signingKey } = await workspace.createEmbedKey({ name: 'test' }));
});
afterAll(async () => {
  await writer.close();
  await postgres.stop();
});

let submissions = 0;
async function respond(): Promise<string> {
  const result = await workspace.submitResponse({
    survey: 'relationship',
    accountId: null,
    respondent: 'ann',
    answer: 9,
    idempotencyKey: `live-${submissions++}`,
  });
  if (result.kind !== 'accepted') throw new Error(result.message);
  return result.revision;
}

const mint = (subject: string, jwtKey = signingKey): Promise<string> =>
  createEmbedToken({ key: jwtKey, subject, accounts: 'all', scopes: ['metrics:read', 'surveys:read'] });

async function openGateway(changes: 'listen' | 'poll' = 'listen'): Promise<Gateway> {
  const store = await openStore({ databaseUrl: postgres.url, changes });
  const gateway = createGateway({ store });
  onTestFinished(async () => {
    await gateway.dispose();
    await store.close();
  });
  return gateway;
}

const query = 'subscription { surveyResponded { revision } }';

type Send = (request: Request) => Promise<Response>;

/** Reads a stream's events, each as its data with its id, until there are so many or it ends. */
async function listen(send: Send, token: string, lastEventId = '') {
  const response = await send(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'text/event-stream',
        'content-type': 'application/json',
        'last-event-id': lastEventId,
      },
      body: JSON.stringify({ query }),
    }),
  );
  expect(response.status).toBe(200);
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  const events: { readonly id: string | undefined; readonly result: Record<string, unknown> }[] = [];
  let buffer = '';
  const read = async (count: number) => {
    while (events.length < count) {
      const { done, value } = await reader.read();
      if (done) break;
      buffer += value;
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        const block = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const data = /^data: (\{.*)$/m.exec(block)?.[1];
        if (data !== undefined) events.push({ id: /^id: (.*)$/m.exec(block)?.[1], result: JSON.parse(data) });
      }
    }
    return events;
  };
  return { read, stop: () => reader.cancel() };
}

const told = (revision: string) => ({ data: { surveyResponded: { revision } } });

describe('live updates on PostgreSQL, written by another process', () => {
  it('reach 200 subscribers, every one, once and in order', async () => {
    const gateway = await openGateway();
    const streams = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => listen(gateway.fetch, await mint(`user-${index}`))),
    );
    const revisions: string[] = [];
    for (let write = 0; write < 25; write++) revisions.push(await respond());
    for (const stream of streams) {
      expect(await stream.read(25)).toMatchObject(revisions.map((revision) => ({ result: told(revision) })));
      await stream.stop();
    }
  });

  it('reach a gateway that polls', async () => {
    const stream = await listen((await openGateway('poll')).fetch, await mint('ann'));
    const revisions = [await respond(), await respond(), await respond()];
    expect(await stream.read(3)).toMatchObject(revisions.map((revision) => ({ result: told(revision) })));
    await stream.stop();
  });

  it.each(['listen', 'poll'] as const)('end with a code once a credential is revoked there (%s)', async (changes) => {
    const gateway = await openGateway(changes);
    const api = await workspace.createApiKey({ name: 'etl', scopes: ['surveys:read'] });
    const embed = await workspace.createEmbedKey({ name: `second-${changes}` });
    const token = await mint('one');
    const { jti } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const revocations: readonly (readonly [string, () => Promise<unknown>])[] = [
      [token, () => workspace.revokeTokens({ jti })],
      [await mint(`leaver-${changes}`), () => workspace.revokeTokens({ subject: `leaver-${changes}` })],
      [await mint('ann', embed.signingKey), () => workspace.revokeEmbedKey(embed.keyId)],
      [api.secret, () => workspace.revokeApiKey(api.keyId)],
    ];
    const stays = await listen(gateway.fetch, await mint('stays'));
    for (const [credential, revoke] of revocations) {
      const stream = await listen(gateway.fetch, credential);
      await revoke();
      expect(await stream.read(1)).toMatchObject([
        { result: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } },
      ]);
    }
    const revision = await respond();
    expect(await stays.read(1)).toMatchObject([{ result: told(revision) }]);
    await stays.stop();
  });

  it('are told that the server stops, and go on after a restart without a gap', async () => {
    const token = await mint('ann');
    const environment = { DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' };
    const first = await startServer(['serve'], environment);
    const to =
      (url: string): Send =>
      (request) =>
        fetch(`${url}/graphql`, { method: 'POST', headers: request.headers, body: JSON.stringify({ query }) });
    const stream = await listen(to(first.url), token);
    const before = await respond();
    const [received] = await stream.read(1);
    expect(received).toEqual({ id: `${before}.1`, result: expect.objectContaining(told(before)) });
    const stopped = first.stop();
    expect((await stream.read(2))[1]).toMatchObject({
      result: { errors: [{ extensions: { code: 'UNAVAILABLE', retryAfter: 2 } }] },
    });
    await stopped;
    const meanwhile = [await respond(), await respond()];
    const second = await startServer(['serve'], environment);
    try {
      const resumed = await listen(to(second.url), token, received?.id);
      const after = await respond();
      expect(await resumed.read(3)).toMatchObject(
        [...meanwhile, after].map((revision) => ({ id: `${revision}.1`, result: told(revision) })),
      );
      await resumed.stop();
    } finally {
      await second.stop();
    }
  });
});
