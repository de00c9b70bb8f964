import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { createPlimsollCache } from './cache/create-cache.ts';
import { errorCode } from './errors/error-code.ts';
import { TokenError } from './errors/token-error.ts';
import { createAuthLink } from './link/auth-link.ts';
import { createSseLink } from './link/sse-link.ts';
import { createUnavailableLink } from './link/unavailable-link.ts';
import { createTokenSession, type FetchToken } from './session/token-session.ts';

/** What {@link createPlimsollClient} needs. */
export interface PlimsollClientOptions {
  /** The gateway's GraphQL address, for example `https://metrics.example.com/graphql`. */
  readonly endpoint: string;
  /** Gets an embed token from the host's backend. */
  readonly fetchToken: FetchToken;
  /** Used for every request in place of the global one. @default the global fetch */
  readonly fetch?: typeof fetch;
}

/**
 * An Apollo Client set up for the Plimsoll gateway: one token for all requests, renewed before it expires and after a
 * refusal; queries repeated when the network or the gateway falters, mutations never by themselves; subscriptions over
 * server-sent events. Makes no request until it is given an operation.
 *
 * @example
 * const client = createPlimsollClient({
 *   endpoint: 'https://metrics.example.com/graphql',
 *   fetchToken: async () => (await fetch('/api/plimsoll-token', { method: 'POST' })).text(),
 * });
 * const { data } = await client.query({ query: PortfolioMetricDocument, variables: { key: 'NRR' } });
 */
export function createPlimsollClient({ endpoint, fetchToken, fetch }: PlimsollClientOptions): ApolloClient {
  const session = createTokenSession(fetchToken);
  const http = ApolloLink.from([
    new RetryLink({ delay: { initial: 250, max: 2000 }, attempts: { max: 3, retryIf: isWorthRepeating } }),
    createUnavailableLink(),
    createAuthLink(session),
    new HttpLink({ uri: endpoint, ...(fetch && { fetch }) }),
  ]);
  return new ApolloClient({
    cache: createPlimsollCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      createSseLink({ endpoint, session, fetch }),
      http,
    ),
  });
}

function isWorthRepeating(error: unknown, { operationType }: ApolloLink.Operation): boolean {
  if (operationType !== 'query' || error instanceof TokenError) return false;
  const code = errorCode(error);
  return code === undefined || code === 'UNAVAILABLE';
}
