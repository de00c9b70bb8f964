import { createHash } from 'node:crypto';
import { type ExecutionArgs, print } from 'graphql';

/**
 * Tells subscriptions apart by document, operation and variables, as a hash: documents and variables are as long as a request
 * may be, and there are many.
 */
export function operationKey({ document, operationName, variableValues }: ExecutionArgs): string {
  const text = document.loc?.source.body ?? print(document);
  return hashOf([text, operationName ?? null, variableValues ?? {}]);
}

/** SHA-256 of a value's JSON. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
