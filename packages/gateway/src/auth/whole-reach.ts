import { GatewayError } from '../errors/gateway-error.ts';
import type { Viewer } from './viewer.ts';

/**
 * Throws FORBIDDEN for a token of some accounts: it is shown to those very customers.
 *
 * @param why what the field tells, as the beginning of a sentence
 */
export function requireWholeReach({ accounts }: Viewer, why: string): void {
  if (accounts === 'all') return;
  throw new GatewayError(
    'FORBIDDEN',
    `${why}, which a token for some accounts may not read. Mint one for all accounts, for your own staff.`,
  );
}
