import { type ExecutionResult, GraphQLError } from 'graphql';
import type { ErrorCode } from '../errors/error-code.ts';

/** Why a stream is refused or ended. */
export interface StreamEnd {
  readonly code: ErrorCode;
  readonly message: string;
  /** Seconds after which to connect again; sent as `extensions.retryAfter` and as `retry:` or `Retry-After`. */
  readonly retryAfter?: number;
  /** HTTP status, where the stream does not begin. */
  readonly status?: number;
}

/** The error of a stream that is refused, or of its last event. */
export function streamError({ code, message, retryAfter, status }: StreamEnd): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(status === undefined
        ? {}
        : { http: { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } } }),
    },
  });
}

/** The last event of a stream that the gateway ends. */
export function lastEvent(end: StreamEnd): ExecutionResult {
  return { errors: [streamError(end)] };
}

/** Ends streams when the gateway stops. */
export const stopping: StreamEnd = {
  code: 'UNAVAILABLE',
  message: 'The gateway stops. Connect again with the id of the last event; nothing is missed.',
  retryAfter: 2,
};

/** Ends the stream of a client that reads too slowly. */
export const fellBehind: StreamEnd = {
  code: 'UNAVAILABLE',
  message:
    'The events were read too slowly, and too many wait to be sent. Connect again with the id of the last event; nothing is missed.',
  retryAfter: 1,
};

/** Ends a stream whose token has expired. */
export const expired: StreamEnd = {
  code: 'TOKEN_EXPIRED',
  message:
    'The embed token has expired. Fetch a new one from your backend and connect again with the id of the last event.',
};

/** Ends a stream whose credential allows something else than it did when the stream began. */
export const rightsChanged: StreamEnd = {
  code: 'UNAVAILABLE',
  message: 'What this token or key may see has changed. Connect again to go on under its present rights.',
  retryAfter: 1,
};
