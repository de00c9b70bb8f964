/**
 * What every answer of the site carries. The policy is as strict as a policy gets: all that a page loads comes from this
 * origin, nothing inline, and the widgets need no exception from it. Only the graph may be elsewhere.
 *
 * @param endpoint where the graph is, as a path or as a whole address
 */
export function securityHeaders(endpoint: string): Readonly<Record<string, string>> {
  const graph = /^https?:/.test(endpoint) ? ` ${new URL(endpoint).origin}` : '';
  return {
    'content-security-policy': [
      "default-src 'self'",
      `connect-src 'self'${graph}`,
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
