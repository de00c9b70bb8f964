import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as published from './index.ts';

test('the README’s example runs', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [, code = ''] = /```js\n(import[^\n]*\n[\s\S]*?)```/.exec(readme) ?? [];
  // The constructor of async functions has no name of its own.
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;
  const run = new AsyncFunction(
    'openStore',
    `${code.replace(/^import.*$/m, '')}; return { results, revision, ledger };`,
  );
  const { results, revision, ledger } = await run(published.openStore);
  expect(results).toMatchObject([{ status: 'created' }, { status: 'rejected', field: 'startsOn' }]);
  expect(results[1].reason).toMatch(/^The start "2026-02-30" is not a day/);
  expect([revision, ledger.revision]).toEqual(['1', '1']);
  expect([...ledger.movements.amounts]).toEqual([35_820]);
});

test('nothing is published by accident', () => {
  expect(Object.keys(published).sort()).toEqual([
    'DataDirInUse',
    'DatabaseUnavailable',
    'DiskFull',
    'IdempotencyConflict',
    'InvalidSetting',
    'KeyLimitReached',
    'LedgerTooLarge',
    'StoreError',
    'UnknownWorkspace',
    'UnsupportedDatabase',
    'WorkspaceExists',
    'WorkspaceMoved',
    'apiKeyScopes',
    'auditKinds',
    'distributeTables',
    'openStore',
    'parseScope',
  ]);
});
