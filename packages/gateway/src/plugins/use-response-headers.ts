import type { Plugin } from 'graphql-yoga';

const headersOf = new WeakMap<Request, Readonly<Record<string, string>>>();

/** Add headers to the response of a request, from where only the request is known. */
export function setResponseHeaders(request: Request, headers: Readonly<Record<string, string>>): void {
  headersOf.set(request, { ...headersOf.get(request), ...headers });
}

/** Send the headers that {@link setResponseHeaders} was given. */
export function useResponseHeaders(): Plugin {
  return {
    onResponse: ({ request, response }) => {
      for (const [name, value] of Object.entries(headersOf.get(request) ?? {})) response.headers.set(name, value);
    },
  };
}
