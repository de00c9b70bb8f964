import type { Store } from '@plimsoll/store';
import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { authenticate } from './auth/authenticate.ts';
import { withinBodyLimit } from './body-limit.ts';
import { createContext, type GatewayContext } from './context.ts';
import { type GatewayLogger, maskUnexpected, useErrorCodes } from './plugins/use-error-codes.ts';
import { useEventStreams } from './plugins/use-event-streams.ts';
import { useIntrospectionGate } from './plugins/use-introspection-gate.ts';
import { useOneRevision } from './plugins/use-one-revision.ts';
import { requestIdOf, useRequestId } from './plugins/use-request-id.ts';
import { useSharedSubscriptions } from './plugins/use-shared-subscriptions.ts';
import { useTokenLimit } from './plugins/use-token-limit.ts';
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
  fetch(request: Request): Promise<Response>;
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
  const events = new EventHub({ store, now, limits: { ...defaultStreamLimits, ...options.streams } });
  const yoga = createYoga<object, GatewayContext>({
    schema,
    graphqlEndpoint: options.path ?? '/graphql',
    landingPage: false,
    batching: false,
    logging: false,
    cors:
      origins.length === 0
        ? false
        : {
            origin: [...origins],
            credentials: false,
            methods: ['GET', 'POST', 'OPTIONS'],
            allowedHeaders: ['authorization', 'content-type', 'last-event-id', 'x-request-id'],
            exposedHeaders: ['retry-after', 'x-request-id'],
            maxAge: 7_200,
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
    context: async ({ request }) =>
      createContext({
        store,
        viewer: await authenticate(request, store, now()),
        requestId: requestIdOf(request),
        now,
      }),
    plugins: [
      useRequestId(),
      useTokenLimit(),
      ...(introspection ? [] : [useIntrospectionGate()]),
      useOneRevision(),
      useSharedSubscriptions(events),
      useEventStreams(),
      useErrorCodes(logger),
    ],
  });
  return {
    schema,
    fetch: async (request) => {
      const limited = await withinBodyLimit(request);
      return limited instanceof Response ? limited : yoga.fetch(limited);
    },
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
