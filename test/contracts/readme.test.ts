import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createGateway } from '@plimsoll/gateway';
import { openStore } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../apps/server/src/demo/load-demo.ts';

const root = resolve(import.meta.dirname, '../..');

/** The first fenced block of a language in a README. */
function block(file: string, language: string): string {
  const text = readFileSync(resolve(root, file), 'utf8');
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (found === undefined) throw new Error(`${file} has no block of ${language}`);
  return found;
}

describe('the README', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  let ask: (query: string) => Promise<unknown>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const store = await openStore({ dataDir: 'memory', now: () => now });
    await loadDemo(store, { now: new Date(now), signal: new AbortController().signal, onStep: () => undefined });
    const { secret } = await store
      .workspace('demo')
      .createApiKey({ name: 'reader', scopes: ['metrics:read', 'accounts:read'] });
    const gateway = createGateway({ store, now: () => now });
    ask = async (query) => {
      const response = await gateway.fetch(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
          body: JSON.stringify({ query }),
        }),
      );
      return response.json();
    };
    close = async () => {
      await gateway.dispose();
      await store.close();
    };
  });
  afterAll(() => close());

  it('shows what the graph really answers', async () => {
    expect(await ask(block('README.md', 'graphql'))).toEqual(JSON.parse(block('README.md', 'json')));
  });
});

describe('the README of @plimsoll/metrics', () => {
  it('runs, and prints what it says it prints', async () => {
    const printed: unknown[][] = [];
    const code = block('packages/metrics/README.md', 'ts').replace(
      /^import \{(.*)\} from .*$/m,
      'const {$1} = metrics;',
    );
    const run = new Function('metrics', 'console', code.replace(/\((\w+): string\)/g, '($1)'));
    run(await import('@plimsoll/metrics'), { log: (...values: unknown[]) => printed.push(values) });
    expect(printed).toEqual([
      [
        1.2,
        [
          'MRR at the start 100',
          'Expansion of opening customers 20',
          'Contraction of opening customers 0',
          'Churn of opening customers 0',
          'MRR at the start 100',
        ],
      ],
    ]);
  });
});
