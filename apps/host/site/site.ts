import { fileURLToPath } from 'node:url';
import { mintToken } from './mint-token.ts';
import { isPage, page } from './page.ts';
import { securityHeaders } from './security-headers.ts';
import { readStaticFile } from './static-files.ts';

/** What Harbor's backend is started with. */
export interface SiteOptions {
  /** Signs embed tokens. It never leaves the backend. */
  readonly embedKey: string;
  /** The workspace that the key is for. */
  readonly workspace: string;
  /** Where pages reach the graph: a path on this origin, or a whole address. */
  readonly endpoint: string;
  /**
   * The folder that Vite builds the pages into.
   * @default apps/host/dist
   */
  readonly dist?: string;
}

/** Harbor's backend as one function from request to response. */
export interface Site {
  fetch(request: Request): Promise<Response>;
}

const builtPages = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Harbor's backend: its pages, and the one route an embedding product needs, which mints tokens for whoever is signed in.
 *
 * @example
 * const site = createSite({ embedKey, workspace: 'demo', endpoint: '/graphql' });
 * const response = await site.fetch(new Request('http://localhost:4000/'));
 */
export function createSite({ embedKey, endpoint, dist = builtPages }: SiteOptions): Site {
  const headers = Object.entries(securityHeaders(endpoint));
  return {
    fetch: async (request) => {
      const response = await respond(request, { embedKey, endpoint, dist });
      for (const [name, value] of headers) response.headers.set(name, value);
      return response;
    },
  };
}

async function respond(
  request: Request,
  { embedKey, endpoint, dist }: Pick<Required<SiteOptions>, 'embedKey' | 'endpoint' | 'dist'>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/plimsoll-token') return mintToken(request, embedKey);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return text(405, 'Pages are only read. Ask with GET.', { allow: 'GET, HEAD' });
  if (isPage(pathname)) return page(dist, endpoint, 200);
  const file = pathname === '/index.html' ? undefined : await readStaticFile(dist, pathname);
  if (file !== undefined) {
    const lifetime = file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(file.body, { headers: { 'content-type': file.contentType, 'cache-control': lifetime } });
  }
  const isNavigation = request.headers.get('accept')?.includes('text/html') ?? false;
  return isNavigation ? page(dist, endpoint, 404) : text(404, 'There is nothing at this address.');
}

function text(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(message, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
}
