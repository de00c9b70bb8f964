import type { ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { encodeEvent } from '../subscriptions/encode-event.ts';

/** Milliseconds between two comments that keep a connection from being taken for dead. */
const pingEvery = 12_000;

const comment = new TextEncoder().encode(':\n\n');
const complete = new TextEncoder().encode('event: complete\ndata:\n\n');

/**
 * Writes subscriptions as server-sent events with ids, which yoga's own writer leaves out. An event that many clients are
 * sent is encoded once. The next event is asked for when the client has read the last.
 */
export function useEventStreams(): Plugin {
  return {
    onResultProcess: ({ result, resultProcessor, setResultProcessor }) => {
      // Without a processor the client accepts no stream of events, and is told so.
      if (!isAsyncIterable(result) || resultProcessor === undefined) return;
      setResultProcessor(
        (_, fetchAPI) =>
          new fetchAPI.Response(writeEvents(result as AsyncIterable<ExecutionResult>), {
            headers: {
              'content-type': 'text/event-stream',
              'cache-control': 'no-cache, no-transform',
              connection: 'keep-alive',
              // Proxies that collect responses would hold events back.
              'x-accel-buffering': 'no',
            },
          }),
        'text/event-stream',
      );
    },
  };
}

function writeEvents(results: AsyncIterable<ExecutionResult>): ReadableStream<Uint8Array> {
  const iterator = results[Symbol.asyncIterator]();
  let ping: ReturnType<typeof setInterval> | undefined;
  return new ReadableStream({
    start: (controller) => {
      // Some browsers wait for the first bytes before they take the response as begun.
      controller.enqueue(comment);
      ping = setInterval(() => {
        if (controller.desiredSize === null) clearInterval(ping);
        else if (controller.desiredSize > 0) controller.enqueue(comment);
      }, pingEvery);
    },
    pull: async (controller) => {
      try {
        const { done, value } = await iterator.next();
        if (done !== true) return controller.enqueue(encodeEvent(value));
        controller.enqueue(complete);
        clearInterval(ping);
        controller.close();
      } catch (error) {
        clearInterval(ping);
        controller.error(error);
      }
    },
    cancel: async () => {
      clearInterval(ping);
      await iterator.return?.();
    },
  });
}
