import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Which workspaces each may import: the arrows of the design. Whatever is not named here may import none. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/metrics': [],
  'packages/store': ['@plimsoll/metrics'],
  'packages/gateway': ['@plimsoll/metrics', '@plimsoll/store'],
  'packages/embed': [],
  'packages/client': [],
  'packages/react': ['@plimsoll/client'],
  'apps/server': ['@plimsoll/metrics', '@plimsoll/store', '@plimsoll/gateway', '@plimsoll/embed'],
  'apps/host': ['@plimsoll/react', '@plimsoll/embed'],
};

/** What tests may import besides: tokens for the gateway are minted as hosts mint them. */
const arrowsOfTests: Readonly<Record<string, readonly string[]>> = { 'packages/gateway': ['@plimsoll/embed'] };

interface Import {
  readonly file: string;
  readonly from: string;
}

function importsOf(folder: string): readonly Import[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, {
    cwd: root,
    exclude: (path) => /node_modules|\bdist\b/.test(String(path)),
  }).flatMap((file) => {
    const text = readFileSync(resolve(root, file), 'utf8');
    return [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
      ),
    ].map((match) => ({
      file,
      from: match[1] ?? match[2] ?? '',
    }));
  });
}

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file);
const workspaceOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const isOurs = (specifier: string): boolean =>
  specifier.startsWith('@plimsoll/') || workspaceOf(specifier) === 'plimsoll';

describe.each(Object.keys(arrows))('%s', (folder) => {
  const own = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly dependencies?: Record<string, string>;
  };
  const imports = importsOf(folder);

  it('has files to look at', () => {
    expect(imports.length).toBeGreaterThan(3);
  });

  it('imports only along the arrows', () => {
    const wrong = imports.filter(({ file, from }) => {
      if (!isOurs(from) || workspaceOf(from) === own.name) return false;
      const allowed = [...(arrows[folder] ?? []), ...(isTest(file) ? (arrowsOfTests[folder] ?? []) : [])];
      return !allowed.includes(workspaceOf(from));
    });
    expect(wrong).toEqual([]);
  });

  it('depends only along the arrows', () => {
    const ours = Object.keys(own.dependencies ?? {}).filter(isOurs);
    expect(ours.filter((name) => !(arrows[folder] ?? []).includes(name))).toEqual([]);
  });

  it('never reaches into another workspace by path', () => {
    const wrong = imports.filter(
      ({ file, from }) =>
        from.startsWith('.') &&
        relative(resolve(root, folder), resolve(root, dirname(file), from)).startsWith('..') &&
        !from.endsWith('schema.graphql'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the views of the kit', () => {
  it('draw without a data client: nothing behind ./views imports Apollo or the client at run time', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(file, 'utf8');
      for (const match of text.matchAll(
        /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/g,
      )) {
        const from = match[1] ?? '';
        expect(from, file).not.toMatch(/^@apollo|^@plimsoll\/client|^graphql|^rxjs/);
        if (from.startsWith('.')) visit(resolve(dirname(file), from));
      }
    };
    visit(resolve(root, 'packages/react/src/views.ts'));
    expect(seen.size).toBeGreaterThan(5);
  });
});
