import { ApolloLink, Observable } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import { finalize, share } from 'rxjs';
import type { TokenSession } from '../session/token-session.ts';
import { SseConnection, type SseRequest } from './sse-connection.ts';

/** What {@link createSseLink} needs. */
export interface SseLinkOptions {
  readonly endpoint: string;
  readonly session: TokenSession;
  /** @default the global fetch */
  readonly fetch?: typeof fetch | undefined;
  /**
   * Milliseconds to wait before the n-th attempt to connect again, n from 0. The gateway may ask for more.
   * @default 0.5 s doubled each time up to 30 s, with up to a quarter more at random
   */
  readonly delay?: ((attempt: number) => number) | undefined;
}

/**
 * Carries subscriptions over server-sent events, each over a connection of its own (graphql-sse's distinct connections mode).
 * Widgets that listen to the same thing share a connection, since browsers allow few. One that breaks, or that the gateway
 * ends to be continued, is made again with a current token and the last event's id, so that no event is missed or comes
 * twice, for as long as someone listens. A refused token is renewed once; any other refusal (HTTP 4xx but 408 and 429) ends
 * the subscription with an error, since asking again cannot help. Where more was missed than the gateway sends again, a result
 * with the error code `EVENTS_MISSED` says so: what is shown is to be fetched again.
 */
export function createSseLink(options: SseLinkOptions): ApolloLink {
  const open = new Map<string, Observable<ApolloLink.Result>>();
  return new ApolloLink(({ query, variables, operationName }) => {
    const request = { query: print(query), variables, ...(operationName && { operationName }) };
    const key = JSON.stringify(request);
    const stream =
      open.get(key) ??
      listen(options, request).pipe(
        finalize(() => open.delete(key)),
        share(),
      );
    open.set(key, stream);
    return stream;
  });
}

/** Milliseconds after which a connection was good, and the next attempt is a first one. */
const wasStable = 30_000;

function listen(options: SseLinkOptions, request: SseRequest): Observable<ApolloLink.Result> {
  return new Observable((observer) => {
    const abort = new AbortController();
    let attempt = 0;
    const next = (result: ApolloLink.Result): void => {
      attempt = 0;
      observer.next(result);
    };
    const { endpoint, session, fetch = globalThis.fetch, delay = backOff } = options;
    const connection = new SseConnection({ endpoint, session, fetch }, request, next);
    const run = async (): Promise<void> => {
      let refusals = 0;
      for (;;) {
        const begun = Date.now();
        const end = await connection.connect(abort.signal);
        if (abort.signal.aborted) return;
        if (Date.now() - begun > wasStable) attempt = 0;
        refusals = end.kind === 'refused' ? refusals + 1 : 0;
        if (end.kind === 'complete') return observer.complete();
        if (end.kind === 'failed' || refusals > 1) throw refusal(end.kind === 'failed' ? end.status : 401);
        if (end.kind === 'retry') await pause(Math.max(delay(attempt++), end.after), abort.signal);
      }
    };
    run().catch((error: unknown) => observer.error(error));
    return () => abort.abort();
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(stop, milliseconds);
    signal.addEventListener('abort', stop);
  });
}

function refusal(status: number): Error {
  return new Error(
    `SseLink: the gateway refused the subscription with HTTP ${status}. Live updates stop; queries go on. Check the token's scopes and that the endpoint allows subscriptions.`,
  );
}

function backOff(attempt: number): number {
  return Math.min(30_000, 500 * 2 ** attempt) * (1 + Math.random() / 4);
}
