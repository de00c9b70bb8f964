import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Quota } from './gcra.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Credentials that are remembered as valid; the one verified longest ago is forgotten first. */
const maxRemembered = 10_000;

/**
 * Limits failed authentications by client address, so that keys cannot be guessed, nor the database kept busy with looking them
 * up. People share addresses: a credential that was verified before passes whatever others at its address do.
 */
export interface AddressLimit {
  /**
   * Check before a credential is looked up.
   *
   * @throws GatewayError RATE_LIMITED where the address has failed too often, and the credential was never verified
   */
  check(address: string | null, authorization: string | null): Promise<void>;
  /** Remember a credential that was verified. */
  verified(authorization: string | null): void;
  /** Count the refusal of a credential; other failures do not count. */
  refused(address: string | null, error: GraphQLError): Promise<void>;
}

/** Limit failed authentications by a limiter's counts. */
export function addressLimit(limiter: RateLimiter, quota: Quota): AddressLimit {
  const keyOf = (address: string): string => `address ${address}`;
  const remembered = new Set<string>();
  return {
    check: async (address, authorization) => {
      if (address === null) return;
      const { remaining, reset } = await limiter.use(null, keyOf(address), quota, 0);
      if (remaining > 0 || remembered.has(hashOf(authorization))) return;
      const wait = Math.max(1, Math.ceil(reset / quota.limit));
      throw new GatewayError(
        'RATE_LIMITED',
        `Too many requests from this address carried no valid token or key. Try again in ${wait} seconds, with a valid one.`,
        429,
        { 'retry-after': String(wait) },
      );
    },
    verified: (authorization) => {
      const hash = hashOf(authorization);
      remembered.delete(hash);
      remembered.add(hash);
      const oldest = remembered.values().next().value;
      if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
    },
    refused: async (address, error) => {
      if (address === null || error.extensions.code !== 'UNAUTHENTICATED') return;
      await limiter.use(null, keyOf(address), quota, 1);
    },
  };
}

function hashOf(authorization: string | null): string {
  return createHash('sha256')
    .update(authorization ?? '')
    .digest('base64');
}
