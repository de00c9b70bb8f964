import { readStaticFile } from './static-files.ts';

/** Paths that Harbor's router in the browser knows; see src/App.tsx. */
const routes = [/^\/$/, /^\/feedback\/?$/, /^\/accounts\/[^/]+\/?$/];

/** Whether there is a page at this path, or only the one that says there is none. */
export function isPage(pathname: string): boolean {
  return routes.some((route) => route.test(pathname));
}

/**
 * The one document behind all of Harbor's pages, told where the graph is. It is read anew each time, because a build
 * replaces it.
 */
export async function page(dist: string, endpoint: string, status: number): Promise<Response> {
  const file = await readStaticFile(dist, '/index.html');
  if (file === undefined) return notBuilt();
  const html = new TextDecoder()
    .decode(file.body)
    .replace('name="plimsoll-endpoint" content="/graphql"', () => endpointMeta(endpoint));
  return new Response(html, { status, headers: { 'content-type': file.contentType, 'cache-control': 'no-cache' } });
}

function endpointMeta(endpoint: string): string {
  const quoted = endpoint.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `name="plimsoll-endpoint" content="${quoted}"`;
}

function notBuilt(): Response {
  return new Response(
    'Harbor’s pages are not built, so there is nothing to show here. Build them with: npm run build:site -w @plimsoll/host',
    { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } },
  );
}
