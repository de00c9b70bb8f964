import { expect, test } from 'vitest';
import { readServerSentEvents, type ServerSentEvent } from './server-sent-events.ts';

async function all(body: ReadableStream<Uint8Array>): Promise<readonly ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of readServerSentEvents(body)) events.push(event);
  return events;
}

async function parse(...chunks: readonly string[]): Promise<readonly ServerSentEvent[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  return all(body);
}

const unknown = { id: undefined, retry: undefined };

test.each(['\n', '\r\n', '\r'])('fields are read whatever ends their lines (%j)', async (end) => {
  const text = ['id: 7', 'retry: 50', 'event: next', 'data: a', 'data:b', '', ''].join(end);
  expect(await parse(text)).toEqual([{ event: 'next', data: 'a\nb', id: '7', retry: 50 }]);
});

test('a stream reads the same however it is cut', async () => {
  const text = ': comment\r\n\r\nevent: next\r\ndata: ä€𝄞\r\n\r\ndata\r\n\r\n';
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await all(body)).toEqual([
    { event: 'next', data: 'ä€𝄞', ...unknown },
    { event: 'message', data: '', ...unknown },
  ]);
});

test('an id stays until the next, and an event that is cut off has none', async () => {
  expect(await parse('id: 1\n\ndata: a\n\nid: 2\ndata: b')).toEqual([
    { event: 'message', data: '', id: '1', retry: undefined },
    { event: 'message', data: 'a', id: '1', retry: undefined },
  ]);
});

test('an id with NUL and a retry that is no number are ignored', async () => {
  expect(await parse('id: 1\nretry: 5\n\nid: a\0\nretry: soon\ndata: x\n\n')).toEqual([
    { event: 'message', data: '', id: '1', retry: 5 },
    { event: 'message', data: 'x', id: '1', retry: 5 },
  ]);
});
