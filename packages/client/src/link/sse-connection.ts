import type { ApolloLink } from '@apollo/client';
import type { TokenSession } from '../session/token-session.ts';
import { readServerSentEvents } from './server-sent-events.ts';

/** A subscription as it is sent. */
export interface SseRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string;
}

/** Where and how {@link SseConnection} connects. */
export interface SseConnectionOptions {
  readonly endpoint: string;
  readonly session: TokenSession;
  readonly fetch: typeof fetch;
}

/** How a connection ended. */
export type SseEnd =
  /** The subscription is over. */
  | { readonly kind: 'complete' }
  /** It broke, or the gateway asks to come back. `after`: milliseconds to wait at least. */
  | { readonly kind: 'retry'; readonly after: number }
  /** The token was refused, and nothing was received. */
  | { readonly kind: 'refused' }
  /** Asking again cannot help. */
  | { readonly kind: 'failed'; readonly status: number };

/** Codes of a last event that says the token is void. */
const refusals: readonly unknown[] = ['UNAUTHENTICATED', 'TOKEN_EXPIRED'];

/**
 * Connects to a subscription's event stream, one connection after the other. Remembers the last event id, so that the gateway
 * goes on after it, and passes on every result but those that end a stream to be continued.
 */
export class SseConnection {
  readonly #options: SseConnectionOptions;
  readonly #request: SseRequest;
  readonly #onResult: (result: ApolloLink.Result) => void;
  #lastEventId: string | undefined;

  constructor(options: SseConnectionOptions, request: SseRequest, onResult: (result: ApolloLink.Result) => void) {
    this.#options = options;
    this.#request = request;
    this.#onResult = onResult;
  }

  /** Connects and passes results on until the connection ends. Rejects where there is no token. */
  async connect(signal: AbortSignal): Promise<SseEnd> {
    const { endpoint, session, fetch } = this.#options;
    const token = await session.token();
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'text/event-stream',
          'content-type': 'application/json; charset=utf-8',
          ...(this.#lastEventId === undefined ? {} : { 'last-event-id': this.#lastEventId }),
        },
        body: JSON.stringify(this.#request),
        signal,
      });
      const end = response.ok && response.body !== null ? await this.#read(response.body, token) : endOf(response);
      if (end.kind === 'refused') session.refuse(token);
      return end;
    } catch {
      // The network failed, or the connection was closed on this side, which nobody waits for.
      return { kind: 'retry', after: 0 };
    }
  }

  async #read(body: ReadableStream<Uint8Array>, token: string): Promise<SseEnd> {
    let after = 0;
    for await (const { event, data, id, retry } of readServerSentEvents(body)) {
      after = retry ?? after;
      if (event === 'complete') return { kind: 'complete' };
      if (event === 'next') {
        const result: ApolloLink.Result = JSON.parse(data);
        const code = result.data == null ? result.errors?.[0]?.extensions?.code : undefined;
        if (refusals.includes(code)) this.#options.session.refuse(token);
        if (refusals.includes(code) || code === 'UNAVAILABLE') return { kind: 'retry', after };
        this.#onResult(result);
      }
      // An event counts as received once it was passed on.
      this.#lastEventId = id ?? this.#lastEventId;
    }
    return { kind: 'retry', after };
  }
}

function endOf({ status, headers }: Response): SseEnd {
  if (status === 401) return { kind: 'refused' };
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { kind: 'failed', status };
  return { kind: 'retry', after: (Number(headers.get('retry-after')) || 0) * 1_000 };
}
