import { existsSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { clientAddress } from './client-address.ts';
import { health, ready } from './health.ts';
import { startingPage, welcomePage } from './plain-page.ts';
import { type RequestVariables, requestLog } from './request-log.ts';
import type { ServiceState } from './service.ts';

/** What the server shows. */
export interface AppOptions {
  /** Where the server is now; asked at every request. */
  readonly state: () => ServiceState;
  readonly logger: Logger;
  /**
   * Whether a proxy stands in front that sets `X-Forwarded-For`, whose last entry is then the client's address.
   * @default false
   */
  readonly trustProxy?: boolean;
  /** A built Storybook; left out where there is none. */
  readonly storybookDir?: string;
}

/** A server's routes, as one function from request to response. */
export type App = Hono<RequestVariables>;

/** Lays out what is found where: the graph, the two questions of whatever watches over us, Storybook, and the site. */
export function createApp({ state, logger, storybookDir, trustProxy = false }: AppOptions): App {
  const app: App = new Hono<RequestVariables>();
  const storybook = storybookDir !== undefined && existsSync(storybookDir);
  app.use(requestLog(logger));
  app.use(
    secureHeaders({
      // What speaks TLS stands in front of us, and decides for how long.
      strictTransportSecurity: false,
      // The graph is meant to be read from other origins, by those that the gateway lets in.
      crossOriginResourcePolicy: 'cross-origin',
      referrerPolicy: 'strict-origin-when-cross-origin',
    }),
  );
  app.get('/health', health);
  app.get('/ready', (context) => ready(context, state()));
  app.all('/graphql', async (context) => {
    const now = state();
    if (now.kind !== 'serving') return context.json(unavailable(now), 503, { 'retry-after': '2' });
    const request = new Request(context.req.raw);
    request.headers.set('x-request-id', context.get('requestId'));
    const address = clientAddress(context, trustProxy);
    const response = await now.service.gateway.fetch(request, address === null ? {} : { address });
    // A body that was not received is on its way still; the next request has to take another connection.
    if (request.body !== null && !request.bodyUsed) response.headers.set('connection', 'close');
    return response;
  });
  if (storybook) {
    app.get('/storybook', (context) => context.redirect('/storybook/'));
    app.get(
      '/storybook/*',
      serveStatic({ root: storybookDir, rewriteRequestPath: (path) => path.slice('/storybook'.length) }),
    );
  }
  app.all('*', async (context) => {
    const now = state();
    if (now.kind !== 'serving')
      return context.html(startingPage(reasonOf(now)), 503, { 'retry-after': '2', 'cache-control': 'no-store' });
    if (now.service.site !== undefined) return now.service.site.fetch(context.req.raw);
    if (context.req.path === '/' && ['GET', 'HEAD'].includes(context.req.method))
      return context.html(welcomePage(storybook));
    return context.text('There is nothing at this address. The graph is at /graphql.', 404);
  });
  app.onError((error, context) => {
    const requestId = context.get('requestId');
    logger.error({ requestId, err: error }, 'a request failed unexpectedly');
    return context.text(`Something went wrong on our side. Its number in our log is ${requestId}.`, 500);
  });
  return app;
}

function reasonOf(state: Exclude<ServiceState, { kind: 'serving' }>): string {
  return state.kind === 'starting' ? state.reason : 'The server was told to stop.';
}

/** In the form that a client of the graph expects. */
function unavailable(state: Exclude<ServiceState, { kind: 'serving' }>) {
  return { errors: [{ message: `${reasonOf(state)} Try again in a moment.`, extensions: { code: 'UNAVAILABLE' } }] };
}
