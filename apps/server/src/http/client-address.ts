import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Tell the address that a request comes from: that of the connection, or what a trusted proxy says of it. Only the last entry of
 * `X-Forwarded-For` was written by that proxy; those before it are whatever the client sent.
 *
 * @returns `null` where there is no connection, as in tests that call the app directly
 */
export function clientAddress(context: Context, trustProxy: boolean): string | null {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined && forwarded !== '') return forwarded;
  try {
    return getConnInfo(context).remote.address ?? null;
  } catch {
    return null;
  }
}
