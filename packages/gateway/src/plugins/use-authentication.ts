import type { Store } from '@plimsoll/store';
import type { Plugin } from 'graphql-yoga';
import { authenticate } from '../auth/authenticate.ts';
import type { ServerContext } from '../context.ts';
import { withinBodyLimit } from '../cost/body-limit.ts';
import { startDeadline } from '../cost/deadline.ts';
import type { RequestLimits } from '../cost/request-limits.ts';
import { toResponse } from '../errors/to-response.ts';
import type { AddressLimit } from '../rate-limit/address-limit.ts';
import { type GatewayLogger, logUnexpected, toGraphQLError } from './use-error-codes.ts';
import { requestIdOf } from './use-request-id.ts';

/** What authentication needs to know of the gateway. */
export interface AuthenticationOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly limits: Pick<RequestLimits, 'bodyBytes' | 'deadline'>;
  /** Whether a browser may open GraphiQL without a token. */
  readonly graphiql: boolean;
  readonly addresses: AddressLimit;
  readonly logger: GatewayLogger;
}

/**
 * Authenticate a request before anything of it is read: without a valid token or key no body is received, no document is parsed,
 * and nothing is kept. Preflight requests, which carry no token, and the page of GraphiQL pass.
 */
export function useAuthentication(options: AuthenticationOptions): Plugin<object, ServerContext> {
  const { store, now, limits, graphiql, addresses, logger } = options;
  return {
    onRequest: async ({ request, serverContext, setRequest, endResponse }) => {
      if (request.method === 'OPTIONS' || (graphiql && isPage(request))) return;
      const { address } = serverContext;
      try {
        const authorization = request.headers.get('authorization');
        await addresses.check(address, authorization);
        const viewer = await authenticate(request, store, now());
        addresses.verified(authorization);
        const received = await withinBodyLimit(request, limits.bodyBytes);
        // The context of the request is made from it; only here is a viewer put into it.
        Object.assign(serverContext, { viewer, deadline: startDeadline(request, limits.deadline) });
        if (received !== request) setRequest(received);
      } catch (error) {
        const told = toGraphQLError(error);
        logUnexpected(logger, told, requestIdOf(request));
        await addresses.refused(address, told);
        endResponse(toResponse(told, request));
      }
    },
  };
}

function isPage(request: Request): boolean {
  const accepted = request.headers.get('accept') ?? '';
  return request.method === 'GET' && accepted.includes('text/html') && !new URL(request.url).searchParams.has('query');
}
