import { createGateway } from '@plimsoll/gateway';
import { openStore } from '@plimsoll/store';
import { loadDemo } from '../load-demo.ts';

/** What the graph says. */
interface Answer {
  readonly data: Record<string, never>;
  readonly errors?: unknown;
}

/** The demo behind a gateway, as of a fixed noon, asked with a key that reads. */
export interface DemoGateway {
  ask(query: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Loads the demo into memory as it is on 21 November 2026. */
export async function openDemoGateway(): Promise<DemoGateway> {
  const now = Date.parse('2026-11-21T12:00:00Z');
  const store = await openStore({ dataDir: 'memory', now: () => now });
  await loadDemo(store, { now: new Date(now), signal: new AbortController().signal, onStep: () => undefined });
  const { secret } = await store
    .workspace('demo')
    .createApiKey({ name: 'reader', scopes: ['metrics:read', 'accounts:read'] });
  const gateway = createGateway({ store, now: () => now });
  return {
    ask: async (query) => {
      const response = await gateway.fetch(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
          body: JSON.stringify({ query }),
        }),
      );
      return response.json();
    },
    close: async () => {
      await gateway.dispose();
      await store.close();
    },
  };
}
