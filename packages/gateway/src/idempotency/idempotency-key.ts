import { createHash } from 'node:crypto';
import type { GraphQLParams } from 'graphql-yoga';
import { GatewayError } from '../errors/gateway-error.ts';

/** The header with which a client names a request, so that its mutations are executed once. */
export const idempotencyHeader = 'idempotency-key';

/** 1 to 200 printable ASCII characters. */
const form = /^[\x20-\x7e]{1,200}$/;

/** An idempotency key, and the content of the request that it came with. */
export interface IdempotencyKey {
  readonly key: string;
  /** SHA-256 of the document's text, the name of its operation, and the variables. */
  readonly bodyHash: string;
}

/**
 * Reads the idempotency key of a request; `undefined` where it has none.
 *
 * @throws GatewayError BAD_REQUEST for a key that is empty, has more than 200 characters, or others than printable ASCII
 */
export function readIdempotencyKey({ headers }: Request, params: GraphQLParams): IdempotencyKey | undefined {
  const key = headers.get(idempotencyHeader);
  if (key === null) return undefined;
  if (!form.test(key)) {
    throw new GatewayError(
      'BAD_REQUEST',
      'The header "Idempotency-Key" has to be 1 to 200 printable ASCII characters, so that it can be stored. Nothing was written. Send a shorter one, such as a UUID.',
      400,
    );
  }
  return { key, bodyHash: hashOf(params) };
}

function hashOf({ query, operationName, variables }: GraphQLParams): string {
  const content = [query, operationName ?? null, sorted(variables ?? {})];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** A JSON value with the properties of its objects in one order. Nesting is limited when the request is read. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  // A list of pairs rather than an object, in which numbers would come first and "__proto__" be lost.
  return {
    properties: Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, of]) => [name, sorted(of)]),
  };
}
