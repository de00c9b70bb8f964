import type { GraphQLError } from 'graphql';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Quota } from './gcra.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Limits failed authentications by client address, so that keys cannot be guessed at speed. */
export interface AddressLimit {
  /** @throws GatewayError RATE_LIMITED where the address has failed too often; before its next credential is looked up */
  check(address: string | null): Promise<void>;
  /** Count the refusal of a credential; other failures do not count. */
  refused(address: string | null, error: GraphQLError): Promise<void>;
}

/** Limit failed authentications by a limiter's counts. */
export function addressLimit(limiter: RateLimiter, quota: Quota): AddressLimit {
  const keyOf = (address: string): string => `address ${address}`;
  return {
    check: async (address) => {
      if (address === null) return;
      const { remaining, reset } = await limiter.use(null, keyOf(address), quota, 0);
      if (remaining > 0) return;
      const wait = Math.max(1, Math.ceil(reset / quota.limit));
      throw new GatewayError(
        'RATE_LIMITED',
        `Too many requests from this address carried no valid token or key. Try again in ${wait} seconds, with a valid one.`,
        429,
        { 'retry-after': String(wait) },
      );
    },
    refused: async (address, error) => {
      if (address === null || error.extensions.code !== 'UNAUTHENTICATED') return;
      await limiter.use(null, keyOf(address), quota, 1);
    },
  };
}
