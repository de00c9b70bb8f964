import { ApolloLink, Observable } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import { createClient, type RequestParams } from 'graphql-sse';
import { finalize, share } from 'rxjs';
import type { TokenSession } from '../session/token-session.ts';

/** What {@link createSseLink} needs. */
export interface SseLinkOptions {
  readonly endpoint: string;
  readonly session: TokenSession;
  /** @default the global fetch */
  readonly fetch?: typeof fetch | undefined;
  /**
   * Milliseconds to wait before the n-th attempt to connect again, n from 0.
   * @default 0.5 s doubled each time up to 30 s, with up to a quarter more at random
   */
  readonly delay?: ((attempt: number) => number) | undefined;
}

/**
 * Carries subscriptions over server-sent events (graphql-sse's distinct connections mode). Widgets that listen to the
 * same thing share a connection, since browsers allow few. One that breaks is made again with a current token, for as
 * long as someone listens. A refused token is renewed once; any other refusal (HTTP 4xx) ends the subscription with
 * an error, since asking again cannot help.
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

function listen(options: SseLinkOptions, request: RequestParams): Observable<ApolloLink.Result> {
  return new Observable((observer) => {
    const client = connect(options);
    const unsubscribe = client.subscribe(request, {
      // graphql-sse types data as unknown records with nullable entries; both sides mean an execution result.
      next: (result) => observer.next(result as ApolloLink.Result),
      error: (error) => observer.error(error),
      complete: () => observer.complete(),
    });
    return () => {
      unsubscribe();
      client.dispose();
    };
  });
}

function connect({ endpoint, session, fetch = globalThis.fetch, delay = backOff }: SseLinkOptions) {
  let token = '';
  let refusals = 0;
  let fatal: Error | undefined;
  return createClient({
    url: endpoint,
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: (attempt) => new Promise((resolve) => setTimeout(resolve, refusals > 0 ? 0 : delay(attempt))),
    headers: async () => {
      // What is thrown here ends the subscription; a failed response by itself would be retried for ever.
      if (fatal) throw fatal;
      token = await session.token();
      return { authorization: `Bearer ${token}` };
    },
    fetchFn: async (url: string, init: RequestInit) => {
      const response = await fetch(url, init);
      refusals = response.status === 401 ? refusals + 1 : 0;
      if (refusals === 1) session.refuse(token);
      else if (isFinal(response.status)) fatal = refusal(response.status);
      return response;
    },
  });
}

function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function refusal(status: number): Error {
  return new Error(
    `SseLink: the gateway refused the subscription with HTTP ${status}. Live updates stop; queries go on. Check the token's scopes and that the endpoint allows subscriptions.`,
  );
}

function backOff(attempt: number): number {
  return Math.min(30_000, 500 * 2 ** attempt) * (1 + Math.random() / 4);
}
