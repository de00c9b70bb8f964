import type { Gateway } from '../create-gateway.ts';

/** Somebody who listens, with what they heard. */
export interface Listener {
  /** What each event holds under the subscription's one field; the whole of one that is refused. */
  readonly events: readonly unknown[];
  /** Resolves once there are so many events. */
  next(count: number): Promise<void>;
  stop(): void;
}

/** Listens over server-sent events and collects what comes. */
export async function listenTo(gateway: Gateway, query: string, token: string): Promise<Listener> {
  const abort = new AbortController();
  const response = await gateway.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
      signal: abort.signal,
    }),
  );
  const events: unknown[] = [];
  let wake = (): void => undefined;
  const reading = (async () => {
    let buffer = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      buffer += decoder.decode(chunk, { stream: true });
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        const data = /^data: (\{.*)$/m.exec(buffer.slice(0, end))?.[1];
        buffer = buffer.slice(end + 2);
        if (data !== undefined) {
          const event = JSON.parse(data);
          events.push(event.data == null ? event : Object.values(event.data)[0]);
          wake();
        }
      }
    }
  })().catch(() => undefined);
  return {
    events,
    next: async (count) => {
      while (events.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    stop: () => {
      abort.abort();
      void reading;
    },
  };
}
