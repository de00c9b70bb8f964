/** One event of an event stream. */
export interface ServerSentEvent {
  /** `message` where the stream names none. */
  readonly event: string;
  /** Lines of data; empty for an event that only moves the last event id or the time to wait. */
  readonly data: string;
  /** The last id that the stream named up to here; `undefined` before the first. */
  readonly id: string | undefined;
  /** Milliseconds to wait before connecting again, as the stream last asked for; `undefined` before that. */
  readonly retry: number | undefined;
}

/**
 * Parses an event stream as the HTML standard defines it. An event that is cut off by the end of the stream is dropped, its id
 * with it.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readServerSentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  let [event, id, retry]: [string, string | undefined, number | undefined] = ['', undefined, undefined];
  let data: string[] = [];
  let isEmpty = true;
  for await (const line of readLines(body)) {
    if (line === '') {
      if (!isEmpty) yield { event: event || 'message', data: data.join('\n'), id, retry };
      [event, data, isEmpty] = ['', [], true];
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    isEmpty = false;
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }
}

const lineBreak = /\r\n|\r|\n/;

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  // Safari's streams cannot be iterated over.
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        // What has no end is dropped.
        yield* rest.split(lineBreak).slice(0, -1);
        return;
      }
      rest += decoder.decode(value, { stream: true });
      // A carriage return at the end may be half of a line break.
      const end = rest.endsWith('\r') ? rest.length - 1 : rest.length;
      const lines = rest.slice(0, end).split(lineBreak);
      rest = (lines.pop() ?? '') + rest.slice(end);
      yield* lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
