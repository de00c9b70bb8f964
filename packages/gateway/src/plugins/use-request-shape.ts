import { GraphQLError, getOperationAST } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { GatewayError } from '../errors/gateway-error.ts';

/** Levels of objects and lists in variables and extensions. */
const maxNesting = 64;

/** A header that a page of another origin cannot send without a preflight request. */
export const preflightHeader = 'x-plimsoll-preflight';

/**
 * Check the form of a request before its document is parsed: `variables` and `extensions` are objects, and not nested without
 * end. Mutations come as `application/json` or with the header `X-Plimsoll-Preflight`, neither of which a form of another page
 * can send.
 */
export function useRequestShape(): Plugin<GatewayContext> {
  return {
    onRequestParse: ({ requestParser, setRequestParser }) => {
      if (requestParser === undefined) return;
      setRequestParser(async (request) => {
        const params = await readable(() => requestParser(request));
        if (!Array.isArray(params) && !(params instanceof Response)) checkParams(params);
        return params;
      });
    },
    onExecute: ({ args, setResultAndStopExecution }) => {
      const { request } = args.contextValue;
      if (getOperationAST(args.document, args.operationName)?.operation !== 'mutation' || isDeliberate(request)) return;
      const message = `A mutation has to be sent as application/json, or with the header "${preflightHeader}". Nothing was written.`;
      setResultAndStopExecution({ errors: [new GatewayError('BAD_REQUEST', message, 415)] });
    },
  };
}

async function readable<T>(read: () => T | PromiseLike<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    throw new GatewayError(
      'BAD_REQUEST',
      'The request cannot be read: its body, or "variables" or "extensions" in its address, is no JSON.',
      400,
    );
  }
}

function checkParams({ query, variables, extensions }: GraphQLParams): void {
  if (typeof query !== 'string' || query.trim() === '') {
    throw new GatewayError('BAD_REQUEST', 'The request has no document. Send one as "query".', 400);
  }
  for (const [name, value] of Object.entries({ variables, extensions }) as [string, unknown][]) {
    if (value === undefined || value === null) continue;
    if (typeof value !== 'object' || Array.isArray(value)) {
      throw new GatewayError(
        'BAD_REQUEST',
        `"${name}" has to be an object. Send one with a property for each name.`,
        400,
      );
    }
    if (nestingOf(value) > maxNesting) {
      throw new GatewayError(
        'BAD_REQUEST',
        `"${name}" is nested more than ${maxNesting} levels deep. Send it flatter.`,
        400,
      );
    }
  }
}

/** Level by level rather than by recursion, which hostile input could make too deep. */
function nestingOf(value: object): number {
  let depth = 0;
  for (let level: readonly unknown[] = [value]; level.length > 0 && depth <= maxNesting; depth++) {
    level = level.flatMap((entry) => (typeof entry === 'object' && entry !== null ? Object.values(entry) : []));
    if (!level.some((entry) => typeof entry === 'object' && entry !== null)) return depth + 1;
  }
  return depth;
}

function isDeliberate({ headers }: Request): boolean {
  return /^application\/json\b/i.test(headers.get('content-type') ?? '') || headers.has(preflightHeader);
}
