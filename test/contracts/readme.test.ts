import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoGateway, openDemoGateway } from '../../apps/server/src/demo/testing/demo-gateway.ts';

const root = resolve(import.meta.dirname, '../..');

/** The first fenced block of a language in a README. */
function block(file: string, language: string): string {
  const text = readFileSync(resolve(root, file), 'utf8');
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (found === undefined) throw new Error(`${file} has no block of ${language}`);
  return found;
}

describe('the README', () => {
  let demo: DemoGateway;
  beforeAll(async () => {
    demo = await openDemoGateway();
  });
  afterAll(() => demo.close());

  it('shows what the graph really answers', async () => {
    expect(await demo.ask(block('README.md', 'graphql'))).toEqual(JSON.parse(block('README.md', 'json')));
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
