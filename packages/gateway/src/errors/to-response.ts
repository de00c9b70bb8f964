import type { GraphQLError } from 'graphql';
import { requestIdOf } from '../plugins/use-request-id.ts';

/**
 * Write a failure of a whole request as a GraphQL response, for requests that end before a document is parsed. HTTP status and
 * headers are those in the error's `extensions.http`, which are not sent in the body.
 */
export function toResponse(error: GraphQLError, request: Request): Response {
  const { http, ...extensions } = error.extensions as {
    readonly http?: { readonly status?: number; readonly headers?: Record<string, string> };
  };
  const accepted = request.headers.get('accept') ?? '';
  const type = accepted.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json';
  const body = { errors: [{ message: error.message, extensions: { ...extensions, requestId: requestIdOf(request) } }] };
  return new Response(JSON.stringify(body), {
    status: http?.status ?? 500,
    headers: { ...http?.headers, 'content-type': `${type}; charset=utf-8` },
  });
}
