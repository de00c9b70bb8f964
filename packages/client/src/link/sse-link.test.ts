import type { ServerResponse } from 'node:http';
import { ApolloClient, InMemoryCache } from '@apollo/client';
import { expect, test, vi } from 'vitest';
import { SurveyRespondedDocument } from '../generated/graphql.ts';
import { createTokenSession } from '../session/token-session.ts';
import { startLocalGateway, writeJson } from '../testing/local-gateway.ts';
import { createSseLink } from './sse-link.ts';

function listenTo(endpoint: string, fetchToken: () => Promise<string>) {
  const link = createSseLink({ endpoint, session: createTokenSession(fetchToken), delay: () => 10 });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const events: string[] = [];
  const errors: string[] = [];
  const subscribe = (survey = 'nps') =>
    client.subscribe({ query: SurveyRespondedDocument, variables: { survey } }).subscribe({
      next: ({ data, error }) =>
        error ? errors.push(error.message) : events.push(String(data?.surveyResponded.revision)),
      error: (error: Error) => errors.push(error.message),
    });
  return { events, errors, subscribe };
}

function openStream(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
}

function sendEnd(response: ServerResponse, code: string) {
  const errors = [{ message: 'The stream ends.', extensions: { code } }];
  response.end(`event: next\ndata: ${JSON.stringify({ errors })}\n\nevent: complete\ndata:\n\n`);
}

function sendEvent(response: ServerResponse, revision: string) {
  const surveyResponded = {
    __typename: 'SurveyRespondedEvent',
    revision,
    survey: { __typename: 'Survey', id: '1' },
  };
  response.write(`id: ${revision}.1\nevent: next\ndata: ${JSON.stringify({ data: { surveyResponded } })}\n\n`);
}

test('delivers events over one shared connection with the token attached', async () => {
  const streams: ServerResponse[] = [];
  await using gateway = await startLocalGateway((_, response) => {
    openStream(response);
    streams.push(response);
  });
  const { events, subscribe } = listenTo(gateway.endpoint, async () => 'token');
  const first = subscribe();
  const second = subscribe();
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  for (const stream of streams) sendEvent(stream, '43');
  await vi.waitFor(() => expect(events).toEqual(['43', '43']));
  expect(gateway.seen[0]).toMatchObject({
    authorization: 'Bearer token',
    accept: expect.stringContaining('text/event-stream'),
  });
  first.unsubscribe();
  expect(streams[0]?.destroyed).toBe(false);
  second.unsubscribe();
  await vi.waitFor(() => expect(streams[0]?.destroyed).toBe(true));
});

test('connects again with a current token when the connection breaks', async () => {
  let connections = 0;
  await using gateway = await startLocalGateway((_, response) => {
    openStream(response);
    connections += 1;
    if (connections === 1) response.destroy();
    else sendEvent(response, String(connections));
  });
  const { events, subscribe } = listenTo(gateway.endpoint, async () => 'token');
  const listening = subscribe();
  await vi.waitFor(() => expect(events).toEqual(['2']));
  listening.unsubscribe();
});

test('renews a refused token once, then gives up', async () => {
  let calls = 0;
  await using gateway = await startLocalGateway((_, response) =>
    writeJson(response, 401, { errors: [{ message: 'no', extensions: { code: 'TOKEN_EXPIRED' } }] }),
  );
  const { errors, subscribe } = listenTo(gateway.endpoint, async () => `token-${++calls}`);
  subscribe();
  await vi.waitFor(() => expect(errors).toEqual([expect.stringContaining('refused the subscription with HTTP 401')]));
  expect(gateway.seen.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('gives up at once on what asking again cannot change', async () => {
  await using gateway = await startLocalGateway((_, response) => writeJson(response, 403, { errors: [] }));
  const { errors, subscribe } = listenTo(gateway.endpoint, async () => 'token');
  subscribe();
  await vi.waitFor(() => expect(errors).toEqual([expect.stringContaining('HTTP 403')]));
  expect(gateway.seen).toHaveLength(1);
});

test('goes on after the last event that it received, be it one without data', async () => {
  let connections = 0;
  await using gateway = await startLocalGateway((_, response) => {
    openStream(response);
    connections += 1;
    if (connections === 1) response.end('id: 41\n\n');
    // The second event is cut off, so it was not received.
    if (connections === 2) sendEvent(response, '43');
    if (connections === 2) response.end('id: 44.1\nevent: next\n');
    if (connections === 3) sendEvent(response, '44');
  });
  const { events, errors, subscribe } = listenTo(gateway.endpoint, async () => 'token');
  const listening = subscribe();
  await vi.waitFor(() => expect(events).toEqual(['43', '44']));
  expect(gateway.seen.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '41', '43.1']);
  expect(errors).toEqual([]);
  listening.unsubscribe();
});

test.each(['TOKEN_EXPIRED', 'UNAUTHENTICATED'])(
  'comes back with a new token, time and again, after %s',
  async (code) => {
    let calls = 0;
    await using gateway = await startLocalGateway(({ authorization = '' }, response) => {
      openStream(response);
      sendEvent(response, authorization.slice('Bearer '.length));
      if (gateway.seen.length < 4) sendEnd(response, code);
    });
    const { events, errors, subscribe } = listenTo(gateway.endpoint, async () => String(++calls));
    const listening = subscribe();
    await vi.waitFor(() => expect(events).toEqual(['1', '2', '3', '4']));
    expect(gateway.seen.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '1.1', '2.1', '3.1']);
    expect(errors).toEqual([]);
    listening.unsubscribe();
  },
);

test('comes back with the same token when the gateway stops or is busy', async () => {
  await using gateway = await startLocalGateway((_, response) => {
    if (gateway.seen.length === 1) return writeJson(response, 429, { errors: [] });
    if (gateway.seen.length === 2) return writeJson(response, 503, { errors: [] });
    openStream(response);
    if (gateway.seen.length === 3) sendEnd(response, 'UNAVAILABLE');
    else sendEvent(response, '43');
  });
  const { events, errors, subscribe } = listenTo(gateway.endpoint, async () => 'token');
  const listening = subscribe();
  await vi.waitFor(() => expect(events).toEqual(['43']));
  expect(new Set(gateway.seen.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer token']));
  expect(errors).toEqual([]);
  listening.unsubscribe();
});

test('passes other errors on and goes on listening', async () => {
  await using gateway = await startLocalGateway((_, response) => {
    openStream(response);
    const errors = [{ message: 'More was missed.', extensions: { code: 'EVENTS_MISSED' } }];
    response.write(`event: next\ndata: ${JSON.stringify({ errors })}\n\n`);
    sendEvent(response, '43');
  });
  const { events, errors, subscribe } = listenTo(gateway.endpoint, async () => 'token');
  const listening = subscribe();
  await vi.waitFor(() => expect(events).toEqual(['43']));
  expect(errors).toEqual(['More was missed.']);
  expect(gateway.seen).toHaveLength(1);
  listening.unsubscribe();
});
