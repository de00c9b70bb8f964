import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext, ServerContext } from '../context.ts';

/**
 * Stop executing a query whose deadline has passed or whose client has hung up: between two fields, two blocks of accounts, or two
 * statements of the database. A mutation that has begun is carried out, so that what it reports is what it did, and a stream
 * lasts as long as its credential.
 */
export function useDeadline(): Plugin<GatewayContext, ServerContext> {
  return {
    onExecute: ({ args }) => {
      const { deadline } = args.contextValue;
      const operation = getOperationAST(args.document, args.operationName)?.operation;
      if (operation === 'query') Object.assign(args, { signal: deadline?.signal });
      else deadline?.clear();
    },
    onResponse: ({ serverContext }) => {
      serverContext.deadline?.clear();
    },
  };
}
