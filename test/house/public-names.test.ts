import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const packages = resolve(import.meta.dirname, '../../packages');

/** Every name that a module exports, types marked as such, through `export *` too. */
function namesOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, typeOnly, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => (typeOnly !== undefined && !name.startsWith('type ') ? `type ${name}` : name)),
  );
  const starred = [...text.matchAll(/export \* from '([^']+)'/g)].flatMap(([, from = '']) =>
    namesOf(resolve(dirname(file), from)),
  );
  return [...named, ...starred].sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', '')));
}

describe('what a package exports is what it says it does', () => {
  it.each(['metrics', 'store', 'gateway', 'embed', 'client', 'react'])('@plimsoll/%s', async (name) => {
    const folder = resolve(packages, name);
    const { exports } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
      readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    };
    const lines = Object.entries(exports).flatMap(([path, target]) => {
      const source = typeof target === 'string' ? target : target['@plimsoll/source'];
      const names = source?.endsWith('.ts') ? namesOf(resolve(folder, source)) : [];
      return [path, ...names.map((exported) => `  ${exported}`)];
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./public-names/${name}.txt`);
  });
});
