import { GatewayError } from '../errors/gateway-error.ts';
import type { Session } from '../session.ts';

/**
 * Refuse to filter or group by a trait that the viewer may not see: how many accounts have a value tells the value.
 *
 * @throws GatewayError FORBIDDEN
 */
export function requireVisibleTrait({ hiddenTraits }: Session, key: string): void {
  if (!hiddenTraits.has(key)) return;
  throw new GatewayError(
    'FORBIDDEN',
    `The trait "${key}" is internal to the workspace, so a token for some accounts may not ask about it. Mint a token for all accounts, for your own staff.`,
  );
}
