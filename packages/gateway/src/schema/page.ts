import type { Listing } from '@plimsoll/metrics';
import { cursorToOffset, offsetForArgs, resolveArrayConnection, resolveOffsetConnection } from '@pothos/plugin-relay';
import { GatewayError } from '../errors/gateway-error.ts';
import { defaultPageSize, limits } from '../limits.ts';
import type { Session } from '../session.ts';

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

/** Which page is asked for. */
export interface CursorArguments extends PageArguments {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** One page of a whole list, with its length. */
export function pageOfList<Entry>(args: CursorArguments, entries: readonly NonNullable<Entry>[]) {
  checkCursors(args);
  return { ...resolveArrayConnection(pageOf(args), entries), totalCount: entries.length };
}

/** A list that is worked out as far as it is read. */
export interface PagedList<Entry, Node, Found extends Listing<Entry>> {
  /** Works out the first so many entries. */
  readonly list: (most: number) => Promise<Found>;
  /** Makes the nodes of a page from its entries. */
  readonly nodes: (entries: readonly Entry[]) => Promise<NonNullable<Node>[]>;
}

/**
 * One page of a list, with what was found, its length, and a way to all of its entries.
 *
 * @throws GatewayError BAD_REQUEST for entries beyond what is listed of a workspace that is not held in memory
 */
export async function pageOfListing<Entry, Node, Found extends Listing<Entry>>(
  session: Session,
  args: CursorArguments,
  { list, nodes }: PagedList<Entry, Node, Found>,
) {
  checkCursors(args);
  const options = pageOf(args);
  const found = await listed(session, furthest(options), list);
  const page = await resolveOffsetConnection({ ...options, totalCount: found.count }, ({ offset, limit }) =>
    nodes(found.entries.slice(offset, offset + limit)),
  );
  const all = async (): Promise<readonly Entry[]> => (await listed(session, Number.POSITIVE_INFINITY, list)).entries;
  return { ...page, found, totalCount: found.count, all };
}

/** How many entries from the first on a page may show; only a page that is read from the end needs every one. */
function furthest(options: ReturnType<typeof pageOf<CursorArguments>>): number {
  const { first, last, before } = options.args;
  if (last != null && first == null && before == null) return Number.POSITIVE_INFINITY;
  const { offset, limit } = offsetForArgs(options);
  return offset + limit;
}

async function listed<Found extends Listing<unknown>>(
  { reader }: Session,
  most: number,
  list: (most: number) => Promise<Found>,
): Promise<Found> {
  if (reader.held) return list(most);
  const found = await list(Math.min(most, limits.listed));
  if (most > limits.listed && found.count > limits.listed) {
    throw new GatewayError(
      'BAD_REQUEST',
      `There are ${found.count} entries. The workspace is too large to be held in memory, and of a list of it the first ${limits.listed} can be read. Narrow it down by a filter or a period, or read from the other end by another order.`,
    );
  }
  return found;
}

function checkCursors({ after, before }: CursorArguments): void {
  for (const cursor of [after, before]) if (cursor != null) checkCursor(cursor);
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
