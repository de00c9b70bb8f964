import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/**
 * The gateway's closed error code (`UNAUTHENTICATED`, `FORBIDDEN`, `UNAVAILABLE` …) of anything an operation can fail
 * with, or `undefined` when the failure carries none (the network was away, for example). A bare HTTP 401 or 403 reads
 * as `UNAUTHENTICATED` or `FORBIDDEN`.
 *
 * @example
 * if (errorCode(result.error) === 'FORBIDDEN') showNoAccess();
 */
export function errorCode(error: unknown): string | undefined {
  if (CombinedGraphQLErrors.is(error)) {
    const code = error.errors[0]?.extensions?.code;
    return typeof code === 'string' ? code : undefined;
  }
  if (!ServerError.is(error)) return undefined;
  return codeOfBody(error.bodyText) ?? { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' }[error.statusCode];
}

function codeOfBody(body: string): string | undefined {
  try {
    const code: unknown = JSON.parse(body)?.errors?.[0]?.extensions?.code;
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
