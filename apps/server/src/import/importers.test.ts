import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { importers } from './importers.ts';

const named = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

it('takes the columns that the README lists, needed ones and others, kind by kind', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const table = /\| kind \|.*?\n\n/s.exec(readme)?.[0] ?? '';
  const rows = table.trim().split('\n').slice(2);
  const told = rows.map((row) => {
    const [, kind, required, optional] = row.split('|');
    return [named(kind)[0], named(required), named(optional)];
  });
  const names = (kind: (typeof importers)[number], required: boolean) =>
    kind.columns.flatMap((column) => (column.required === required ? [column.name] : []));
  expect(told).toEqual(importers.map((kind) => [kind.name, names(kind, true), names(kind, false)]));
});
