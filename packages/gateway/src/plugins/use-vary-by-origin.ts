import type { Plugin } from 'graphql-yoga';

/** Tell caches that the response depends on the page that asks, so that none serves one page's headers to another. */
export function useVaryByOrigin(): Plugin {
  return {
    onResponse: ({ response }) => {
      const vary = response.headers.get('vary');
      if (vary === null) response.headers.set('vary', 'Origin');
      else if (!/(^|,)\s*(origin|\*)\s*(,|$)/i.test(vary)) response.headers.set('vary', `${vary}, Origin`);
    },
  };
}

/** What a browser may do from the pages of an allowed origin. Credentials are never allowed: tokens travel in a header. */
export const corsOptions = {
  credentials: false,
  methods: ['GET', 'POST', 'OPTIONS'],
  allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id', 'x-request-id'],
  exposedHeaders: ['idempotent-replayed', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id'],
  maxAge: 7_200,
};
