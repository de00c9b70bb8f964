import { createEmbedToken } from '@plimsoll/embed';
import { build } from 'esbuild';

/** A page of cards and the backend that mints their tokens: the smallest host there can be. */
export async function createSite({
  embedKey,
}: {
  readonly embedKey: string;
}): Promise<{ fetch(request: Request): Promise<Response> }> {
  const { outputFiles } = await build({
    entryPoints: [new URL('./cards.tsx', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    conditions: ['@plimsoll/source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  const script = outputFiles[0]?.text ?? '';
  return {
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/token') {
        return new Response(
          await createEmbedToken({
            key: embedKey,
            subject: 'reader',
            accounts: 'all',
            scopes: ['metrics:read', 'accounts:read'],
          }),
        );
      }
      if (pathname === '/cards.js') return new Response(script, { headers: { 'content-type': 'text/javascript' } });
      return new Response(
        '<!doctype html><html lang="en"><title>Cards</title><body><script type="module" src="/cards.js"></script>',
        {
          headers: { 'content-type': 'text/html' },
        },
      );
    },
  };
}
