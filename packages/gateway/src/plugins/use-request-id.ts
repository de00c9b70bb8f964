import type { Plugin } from 'graphql-yoga';

/** Ids of requests, by the request. */
const ids = new WeakMap<Request, string>();

/** What a caller may give as `x-request-id`: enough for every tracer, nothing that could forge a log line. */
const acceptable = /^[\w.:-]{1,128}$/;

/** The id of a request, from its `x-request-id` header where that is sane. */
export function requestIdOf(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers.get('x-request-id') ?? '';
  const id = acceptable.test(given) ? given : crypto.randomUUID();
  ids.set(request, id);
  return id;
}

/** Sends the request's id back, so that a report of a failure can be found in the log. */
export function useRequestId(): Plugin {
  return {
    onResponse: ({ request, response }) => {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}
