/**
 * Raised when no usable token could be had: `fetchToken` failed, or gave something other than a non-empty string.
 * Widgets show it as a failed state; the next request asks `fetchToken` again.
 */
export class TokenError extends Error {
  override readonly name: string = 'TokenError';
}
