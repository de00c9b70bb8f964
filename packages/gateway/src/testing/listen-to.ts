import type { Gateway } from '../create-gateway.ts';

/** An open event stream with what it was sent. */
export interface Listener {
  readonly status: number;
  readonly headers: Headers;
  /** What each event holds under the subscription's one field; the whole of one that is refused. */
  readonly events: readonly unknown[];
  /** The id of each event of `events`. */
  readonly ids: readonly string[];
  /** Lines of the stream that are fields, comments left out. */
  readonly lines: readonly string[];
  /** The last id that the stream named, with an event or without. */
  lastEventId(): string;
  /** Resolves once there are so many events. */
  next(count: number): Promise<void>;
  /** Resolves once the stream has ended. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Listens over server-sent events and collects what comes. */
export async function listenTo(
  gateway: Gateway,
  query: string,
  token: string,
  options: { readonly lastEventId?: string } = {},
): Promise<Listener> {
  const abort = new AbortController();
  // Kept for as long as the stream is open: its signal is the one that the gateway follows.
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
    },
    body: JSON.stringify({ query }),
    signal: abort.signal,
  });
  const response = await gateway.fetch(request);
  const events: unknown[] = [];
  const ids: string[] = [];
  const lines: string[] = [];
  let lastEventId = options.lastEventId ?? '';
  let wake = (): void => undefined;
  const take = (block: string): void => {
    const fields = block.split('\n').filter((line) => !line.startsWith(':'));
    lines.push(...fields);
    lastEventId = fields.find((line) => line.startsWith('id: '))?.slice(4) ?? lastEventId;
    const data = fields.find((line) => line.startsWith('data: {'))?.slice(6);
    if (data === undefined) return;
    const event = JSON.parse(data);
    events.push(event.data == null ? event : Object.values(event.data)[0]);
    ids.push(lastEventId);
    wake();
  };
  const reading = (async () => {
    let buffer = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      buffer += decoder.decode(chunk, { stream: true });
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        take(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
      }
    }
  })().catch(() => undefined);
  return {
    status: response.status,
    headers: response.headers,
    events,
    ids,
    lines,
    lastEventId: () => lastEventId,
    next: async (count) => {
      while (events.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    ended: reading,
    stop: () => {
      if (!request.signal.aborted) abort.abort();
    },
  };
}
