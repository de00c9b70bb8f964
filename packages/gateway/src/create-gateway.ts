import type { Store } from '@plimsoll/store';
import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { actingStore } from './auth/acting-store.ts';
import { createContext, type GatewayContext, type ServerContext } from './context.ts';
import { documentCache, noErrorCache } from './cost/document-cache.ts';
import { defaultRequestLimits, type RequestLimits } from './cost/request-limits.ts';
import { useAnswerLimit } from './plugins/use-answer-limit.ts';
import { useAuthentication } from './plugins/use-authentication.ts';
import { useDeadline } from './plugins/use-deadline.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { type GatewayLogger, maskUnexpected, useErrorCodes } from './plugins/use-error-codes.ts';
import { useEventStreams } from './plugins/use-event-streams.ts';
import { useExportLog } from './plugins/use-export-log.ts';
import { useIdempotency } from './plugins/use-idempotency.ts';
import { useIntrospectionGate } from './plugins/use-introspection-gate.ts';
import { useOneRevision } from './plugins/use-one-revision.ts';
import { useRequestCost } from './plugins/use-request-cost.ts';
import { requestIdOf, useRequestId } from './plugins/use-request-id.ts';
import { useRequestShape } from './plugins/use-request-shape.ts';
import { useResponseHeaders } from './plugins/use-response-headers.ts';
import { useSharedSubscriptions } from './plugins/use-shared-subscriptions.ts';
import { useTokenRestrictions } from './plugins/use-token-restrictions.ts';
import { corsOptions, useVaryByOrigin } from './plugins/use-vary-by-origin.ts';
import { addressLimit } from './rate-limit/address-limit.ts';
import { memoryRateLimiter } from './rate-limit/memory-rate-limiter.ts';
import type { RateLimiter } from './rate-limit/rate-limiter.ts';
import { defaultRateLimits, type RateLimits } from './rate-limit/rate-limits.ts';
import { schema } from './schema/schema.ts';
import { EventHub } from './subscriptions/event-hub.ts';
import { defaultStreamLimits, type StreamLimits } from './subscriptions/stream-limits.ts';

/** How a gateway is set up. What is left out is the safe choice. */
export interface GatewayOptions {
  readonly store: Store;
  /**
   * Where the graph is reached.
   * @default '/graphql'
   */
  readonly path?: string;
  /**
   * Origins whose pages may read answers, such as `https://app.example.com`. Credentials are never allowed: tokens travel
   * in a header.
   * @default [] none
   */
  readonly origins?: readonly string[];
  /**
   * Whether the schema can be asked for.
   * @default false
   */
  readonly introspection?: boolean;
  /**
   * GraphiQL with a token to try things with; for development only.
   * @default false
   */
  readonly graphiql?: false | { readonly token: () => Promise<string> };
  /** What one request may ask for; those left out are {@link defaultRequestLimits}. */
  readonly limits?: Partial<RequestLimits>;
  /** How much may be asked for over time; those left out are {@link defaultRateLimits}. */
  readonly rates?: Partial<RateLimits>;
  /**
   * Where it is counted what was asked for. Several servers need one that they share.
   * @default memoryRateLimiter(), of this process alone
   */
  readonly rateLimiter?: RateLimiter;
  /**
   * How many event streams may be open at a time; see {@link StreamLimits} for what is left out.
   * @default 250 of a token or key, of 20 different subscriptions; 2,000 of a workspace; 5,000 in all
   */
  readonly streams?: Partial<StreamLimits>;
  /** @default nothing is written */
  readonly logger?: GatewayLogger;
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: () => number;
}

/** The graph as one function from request to response, to be mounted in any server. */
export interface Gateway {
  /** @param connection what the server knows of the client; without an address failed authentications are not limited */
  fetch(request: Request, connection?: { readonly address?: string }): Promise<Response>;
  readonly schema: GraphQLSchema;
  /** Ends open subscriptions with a last event that says so. The store is the caller's and stays open. */
  dispose(): Promise<void>;
}

const silent: GatewayLogger = { error: () => undefined };

/**
 * Serves a store's records as a typed graph. Every request needs an embed token or an API key; what it may see comes from
 * there alone.
 *
 * @example
 * const gateway = createGateway({ store: await openStore({ dataDir: '.plimsoll' }) });
 * const response = await gateway.fetch(new Request('http://localhost/graphql', { method: 'POST', … }));
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { store, graphiql = false, introspection = false, now = Date.now, origins = [], logger = silent } = options;
  const limits = { ...defaultRequestLimits, ...options.limits };
  const rates = { ...defaultRateLimits, ...options.rates };
  const limiter = options.rateLimiter ?? memoryRateLimiter(now);
  const allowed = new Set(origins);
  const addresses = addressLimit(limiter, rates.failures);
  const events = new EventHub({ store, now, limits: { ...defaultStreamLimits, ...options.streams } });
  const yoga = createYoga<ServerContext, GatewayContext>({
    schema,
    graphqlEndpoint: options.path ?? '/graphql',
    landingPage: false,
    batching: false,
    multipart: false,
    logging: false,
    parserAndValidationCache: { documentCache: documentCache(), errorCache: noErrorCache },
    cors: (request) => {
      const origin = request.headers.get('origin');
      return origin !== null && allowed.has(origin) ? { ...corsOptions, origin } : false;
    },
    graphiql:
      graphiql === false
        ? false
        : async () => ({
            title: 'Plimsoll',
            defaultQuery: exampleQuery,
            headers: JSON.stringify({ authorization: `Bearer ${await graphiql.token()}` }),
          }),
    // Bundled rather than fetched from elsewhere, and loaded by who opens the page.
    renderGraphiQL: async (page) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(page),
    maskedErrors: { maskError: maskUnexpected },
    context: ({ request, viewer, deadline }) => {
      if (viewer === undefined || deadline === undefined) throw new Error('The request was not authenticated.');
      return createContext({
        store: actingStore(store, viewer),
        viewer,
        requestId: requestIdOf(request),
        now,
        deadline,
      });
    },
    plugins: [
      useRequestId(),
      useVaryByOrigin(),
      useResponseHeaders(),
      // It notes changes of access before credentials are checked, so that none in between is lost.
      useSharedSubscriptions(events),
      useAuthentication({ store, now, limits, graphiql: graphiql !== false, addresses, logger }),
      useRequestShape(),
      useDocumentLimits(limits, !introspection),
      ...(introspection ? [] : [useIntrospectionGate()]),
      useTokenRestrictions(),
      useIdempotency(),
      useDeadline(),
      useRequestCost({ limits, rates, limiter }),
      useOneRevision(),
      useExportLog(),
      useEventStreams(),
      useErrorCodes(logger),
      useAnswerLimit(limits.answerBytes),
    ],
  });
  return {
    schema,
    fetch: async (request, { address } = {}) => yoga.fetch(request, { address: address ?? null }),
    dispose: async () => {
      events.close();
      await yoga.dispose();
    },
  };
}

const exampleQuery = `# Every number can say how it came about.
query Retention {
  portfolio {
    metric(key: NRR) {
      value
      change { absolute assessment }
      terms { label sign money { amount currency } }
      contributors(first: 3, orderBy: EFFECT_ASC) {
        nodes { account { name } effect }
      }
    }
  }
}
`;
