import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
// Inside the workspace, so that other people's packages are found above it, and ours only here.
const folder = resolve(root, 'test/.packed');
const workspaces = [
  'packages/metrics',
  'packages/store',
  'packages/gateway',
  'packages/embed',
  'packages/client',
  'packages/react',
  'apps/server',
];

/** Packs every package as it would be published and lays it out as an install would. */
beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const workspace of workspaces) {
    expect(existsSync(resolve(root, workspace, 'dist')), `${workspace} is built: npm run build`).toBe(true);
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', root], {
        cwd: resolve(root, workspace),
        encoding: 'utf8',
      }),
    ) as [{ filename: string; name: string }];
    const target = resolve(folder, 'node_modules', packed.name);
    await mkdir(target, { recursive: true });
    execFileSync('tar', ['-xzf', resolve(root, packed.filename), '--strip-components=1', '-C', target]);
    await rm(resolve(root, packed.filename));
  }
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder, encoding: 'utf8' });
}

describe('what is published', () => {
  it.each(['metrics', 'store', 'gateway', 'embed', 'client'])(
    '@plimsoll/%s loads in plain Node, with declarations',
    (name) => {
      expect(run(`console.log(Object.keys(await import('@plimsoll/${name}')).length > 0)`)).toBe('true\n');
      expect(existsSync(resolve(folder, `node_modules/@plimsoll/${name}/dist/index.d.ts`))).toBe(true);
    },
  );

  it('the executable says what it can do', () => {
    const bin = resolve(folder, 'node_modules/plimsoll');
    const { bin: bins } = JSON.parse(readFileSync(resolve(bin, 'package.json'), 'utf8')) as {
      bin: { plimsoll: string };
    };
    expect(execFileSync(process.execPath, [resolve(bin, bins.plimsoll), '--help'], { encoding: 'utf8' })).toContain(
      'doctor',
    );
  });

  it('the kit bundles in a host, draws on its server and brings its one style sheet', async () => {
    const outfile = resolve(folder, 'host.mjs');
    await build({
      stdin: {
        contents: `import { renderToString } from 'react-dom/server';
          import { createElement } from 'react';
          import { MetricCardView } from '@plimsoll/react/views';
          console.log(renderToString(createElement(MetricCardView, { state: { status: 'loading' } })));`,
        resolveDir: folder,
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: ['react', 'react-dom', 'react-dom/server'],
      outfile,
    });
    expect(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })).toContain('class="plimsoll');
    const css = readFileSync(resolve(folder, 'node_modules/@plimsoll/react/dist/styles.css'), 'utf8');
    expect(css).toContain('@layer plimsoll');
    expect(css).not.toContain('@import');
  });

  it('only files that need the browser’s React say so', () => {
    const dist = resolve(folder, 'node_modules/@plimsoll/react/dist');
    expect(readFileSync(resolve(dist, 'metric-card/MetricCard.js'), 'utf8')).toMatch(/^'use client'/);
    expect(readFileSync(resolve(dist, 'index.js'), 'utf8')).not.toContain('use client');
  });
});
