/** What a request asked for, as the far end of the network sees it. */
export interface Asked {
  readonly operationName: string;
  readonly variables: { readonly [name: string]: unknown };
}

/** Stands for the network: a `fetch` that answers GraphQL requests with data, errors or a live stream. */
export interface Network {
  readonly fetch: typeof fetch;
  readonly asked: Asked[];
  /** Sends an event to all who listen. */
  readonly emit: (data: unknown) => void;
}

/** Builds a network whose far end answers each request with what `answer` returns, or fails as it throws. */
export function createNetwork(answer: (asked: Asked) => unknown): Network {
  const asked: Asked[] = [];
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    asked,
    emit: (data) => {
      for (const listener of listeners) listener.enqueue(encode(`event: next\ndata: ${JSON.stringify({ data })}\n\n`));
    },
    fetch: async (_, init) => {
      const request: Asked = JSON.parse(String(init?.body));
      asked.push(request);
      if (request.operationName === 'SurveyResponded') {
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => {
            listeners.add(controller);
            controller.enqueue(encode(':\n\n'));
          },
        });
        return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
      }
      const headers = { 'content-type': 'application/json' };
      return new Response(JSON.stringify(await answer(request)), { headers });
    },
  };
}
