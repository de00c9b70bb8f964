import { GatewayError } from '../errors/gateway-error.ts';
import { limits } from '../limits.ts';

/** What somebody searches for. @throws GatewayError BAD_REQUEST past the limit */
export function searchText(text: string): string {
  if (text.length <= limits.searchLength) return text;
  throw new GatewayError(
    'BAD_REQUEST',
    `The search is ${text.length} characters long and may have ${limits.searchLength}. Shorten it.`,
  );
}
