import { getOperationAST } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { RequestContext } from '../context.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { setResponseHeaders } from './use-response-headers.ts';

/**
 * Executes mutations with the header `Idempotency-Key` once for each holder and key: sent again within 24 hours, they return the
 * stored results, with the header `Idempotent-Replayed: true` where nothing was written. Queries ignore the header.
 */
export function useIdempotency(): Plugin<RequestContext & { readonly params: GraphQLParams }> {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      if (getOperationAST(args.document, args.operationName)?.operation !== 'mutation') return undefined;
      const { request, params, writes } = args.contextValue;
      try {
        const idempotency = readIdempotencyKey(request, params);
        if (idempotency === undefined) return undefined;
        writes.identify(idempotency);
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        setResultAndStopExecution({ errors: [error] });
        return undefined;
      }
      return {
        onExecuteDone: () => {
          if (writes.replayed) setResponseHeaders(request, { 'idempotent-replayed': 'true' });
        },
      };
    },
  };
}
