/** Every value `extensions.code` can have. The list is closed: a program may switch over it. */
export const errorCodes = {
  UNAUTHENTICATED: 'No token or key came with the request, or it is not valid here.',
  TOKEN_EXPIRED: 'The token was valid once. Fetch a new one and try again.',
  FORBIDDEN: 'The token or key does not carry the scope that this needs.',
  BAD_REQUEST: 'The document, its variables or an argument cannot be answered as they are.',
  NOT_FOUND: 'There is no such thing in what this viewer may see.',
  IDEMPOTENCY_CONFLICT:
    'The header `Idempotency-Key` came with another request less than 24 hours ago. Nothing was written. Use a new key.',
  QUERY_TOO_COMPLEX: 'The document asks for more than one request may, or its answer is larger than one may be.',
  RATE_LIMITED:
    'The credential, its workspace or its address asks for more than it may at the moment. Try again after the seconds in `Retry-After`.',
  EVENTS_MISSED:
    'More happened since the last event of a subscription than can be sent again. Fetch the present state anew.',
  TIMEOUT: 'Answering took longer than the deadline. Ask for less at a time.',
  UNAVAILABLE:
    'The database does not answer at the moment, its disk is full, or the workspace was written to while it was read. Try again.',
  INTERNAL: 'Something unexpected happened. The request id is in the log.',
} as const;

/** One of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;

/** Whether a value is one of {@link errorCodes}. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}
