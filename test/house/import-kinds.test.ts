import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { importers } from '../../apps/server/src/import/importers.ts';
import type { WorkspaceStore } from '../../packages/store/src/workspace-store.ts';

/** Batches that are settings and no records, with why no file of them is imported. */
const settings: Readonly<Record<string, string>> = {
  upsertSegments: 'a segment is a filter in the words of the graph, which alone can check it',
};

/** Methods that take a batch of records, as the interface names them. */
function batchMethods(): readonly string[] {
  const file = resolve(import.meta.dirname, '../../packages/store/src/workspace-store.ts');
  const methods = readFileSync(file, 'utf8').matchAll(
    /^ {2}(\w+)\(\w+: readonly \w+\[\][^)]*\): Promise<BatchResult>;/gm,
  );
  return [...methods].map(([, name]) => name ?? '');
}

/** The method that an import of a kind calls. */
async function methodOf(importer: (typeof importers)[number]): Promise<string> {
  let called = '';
  const listening = new Proxy(
    {},
    {
      get: (_, name) => async () => {
        called = String(name);
        return { results: [], revision: '0' };
      },
    },
  );
  // It answers to every method, which is all that an import asks of a workspace.
  await importer.writeNone(listening as WorkspaceStore);
  return called;
}

it('has an import for every batch of records that a workspace takes, and one only', async () => {
  const methods = batchMethods();
  expect(methods.length).toBeGreaterThan(20);
  const imported = await Promise.all(importers.map(methodOf));
  expect([...imported, ...Object.keys(settings)].sort()).toEqual([...methods].sort());
});
