import { MetricsError } from '@plimsoll/metrics';
import { DatabaseUnavailable, DataDirInUse, DiskFull, IdempotencyConflict, WorkspaceMoved } from '@plimsoll/store';
import { GraphQLError } from 'graphql';
import type { MaskError, Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { type ErrorCode, isErrorCode } from '../errors/error-code.ts';
import { requestIdOf } from './use-request-id.ts';

/** Where unexpected failures are written. Fits pino. */
export interface GatewayLogger {
  error(details: object, message: string): void;
}

/** Turns failures that no resolver gave a code into ones fit to be told. */
export const maskUnexpected: MaskError = (error) => {
  const wrapped = error instanceof GraphQLError ? error : undefined;
  const cause = wrapped?.originalError ?? error;
  const told = (code: ErrorCode, message: string, status?: number): GraphQLError =>
    new GraphQLError(message, {
      nodes: wrapped?.nodes ?? null,
      path: wrapped?.path ?? null,
      originalError: cause instanceof Error ? cause : new Error(String(cause)),
      extensions: { code, ...(status === undefined ? {} : { http: { status } }) },
    });
  if (cause instanceof GraphQLError) return wrapped ?? cause;
  if (cause instanceof MetricsError) return told('BAD_REQUEST', cause.message);
  // Its client has hung up, and nobody reads the answer.
  if (cause instanceof Error && cause.name === 'AbortError') return told('UNAVAILABLE', 'The request was given up.');
  if (cause instanceof DatabaseUnavailable) {
    return told('UNAVAILABLE', 'The database does not answer at the moment. Try again shortly.');
  }
  if (cause instanceof DiskFull) {
    return told(
      'UNAVAILABLE',
      'The disk of the database is full, so that nothing can be written. Nothing of this was stored, and reading goes on. Try again once there is room.',
    );
  }
  if (cause instanceof DataDirInUse) {
    return told('UNAVAILABLE', 'The database takes no writes, because another process may have opened it.');
  }
  if (cause instanceof IdempotencyConflict) {
    return told(
      'IDEMPOTENCY_CONFLICT',
      'The idempotency key was used in the last 24 hours for another request. Nothing was written. Send the same request again, or use a new key.',
      409,
    );
  }
  if (cause instanceof WorkspaceMoved) {
    return told('UNAVAILABLE', 'The workspace was written to while it was being read. Try again shortly.');
  }
  return told('INTERNAL', 'Something unexpected happened. The log has it under the request id.');
};

/** Write a failure that nobody expected to the log, under the id that its caller is told. */
export function logUnexpected(logger: GatewayLogger, error: GraphQLError, requestId: string): void {
  if (error.extensions.code !== 'INTERNAL') return;
  logger.error({ requestId, err: error.originalError ?? error }, 'A request failed unexpectedly');
}

/** Turn what a request failed with, before anything was executed, into an error that is fit to be told. */
export function toGraphQLError(error: unknown): GraphQLError {
  const masked = maskUnexpected(error, 'Unexpected error.');
  return masked instanceof GraphQLError ? masked : new GraphQLError(masked.message);
}
/** Milliseconds for which one refused write is enough in the log. */
const quiet = 60_000;

/**
 * Gives every error one of the closed codes and the request's id. Logs the unexpected ones, and once a minute that writes
 * are refused. What the document itself got wrong (syntax, unknown fields, values that do not fit) is BAD_REQUEST.
 */
export function useErrorCodes(logger: GatewayLogger): Plugin<GatewayContext> {
  let refusedAt = Number.NEGATIVE_INFINITY;
  const logRefusal = (error: GraphQLError, requestId: string): void => {
    const cause = error.originalError;
    if (!(cause instanceof DiskFull || cause instanceof DataDirInUse) || performance.now() - refusedAt < quiet) return;
    refusedAt = performance.now();
    logger.error({ requestId }, cause.message);
  };
  const code = (errors: readonly GraphQLError[], requestId: string): GraphQLError[] =>
    errors.map((error) => {
      logRefusal(error, requestId);
      logUnexpected(logger, error, requestId);
      return withCode(error, requestId);
    });
  return {
    onResultProcess: ({ request, result, setResult }) => {
      if (Symbol.asyncIterator in result || Array.isArray(result)) return;
      if (!('errors' in result) || result.errors === undefined) return;
      setResult({ ...result, errors: code(result.errors, requestIdOf(request)) });
    },
    onSubscribe: ({ args }) => ({
      onSubscribeResult: () => ({
        onNext: ({ result, setResult }) => {
          if (result.errors !== undefined) {
            setResult({ ...result, errors: code(result.errors, args.contextValue.requestId) });
          }
        },
      }),
    }),
  };
}

function withCode(error: GraphQLError, requestId: string): GraphQLError {
  const { code, ...rest } = error.extensions;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...rest, code: isErrorCode(code) ? code : 'BAD_REQUEST', requestId },
  });
}
