import { cursorToOffset, resolveArrayConnection } from '@pothos/plugin-relay';
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
 * Size of a page. Pages past the limit are refused rather than cut, since a caller who got
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

interface CursorArguments extends PageArguments {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** One page of a whole list, with the list itself and its length. */
export function pageOfList<Entry>(args: CursorArguments, entries: readonly NonNullable<Entry>[]) {
  for (const cursor of [args.after, args.before]) if (cursor != null) checkCursor(cursor);
  return { ...resolveArrayConnection(pageOf(args), entries), totalCount: entries.length, entries };
}

function checkCursor(cursor: string): void {
  try {
    if (Number.isInteger(cursorToOffset(cursor))) return;
  } catch {
    // Told below, in words that say what to give.
  }
  throw foreignCursor();
}

/** The refusal of a cursor that no page of the connection returned. */
export function foreignCursor(): GatewayError {
  return new GatewayError(
    'BAD_REQUEST',
    'The cursor does not belong to this connection. Give one that a page returned.',
  );
}
