import { GatewayError } from '../errors/gateway-error.ts';
import { defaultPageSize, limits } from '../limits.ts';

interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
}

/** How many entries a page may hold: for weighing a document before it runs. */
export function pageCost({ first, last }: PageArguments): number {
  return Math.max(1, first ?? last ?? defaultPageSize);
}

/**
 * Options of a connection over a whole list. Pages past the limit are refused rather than cut, since a caller who got
 * fewer than they asked for would take them for all.
 */
export function pageOf<Arguments extends PageArguments>(
  args: Arguments,
): { readonly args: Arguments; readonly defaultSize: number; readonly maxSize: number } {
  for (const [name, count] of Object.entries({ first: args.first, last: args.last })) {
    if (count != null && (count < 0 || count > limits.pageSize)) {
      throw new GatewayError(
        'BAD_REQUEST',
        `${name}: ${count} is not a page size. Give 0 to ${limits.pageSize}, and read on with a cursor.`,
      );
    }
  }
  return { args, defaultSize: defaultPageSize, maxSize: limits.pageSize };
}
