import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plimsoll, scratchFolder, startPlimsoll } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

describe('commands whose database does not open', { timeout: 90_000 }, () => {
  // What is left of a database whose files were deleted by hand.
  const damaged = ['--data-dir', 'damaged'];
  beforeAll(async () => {
    await mkdir(join(folder.path, 'damaged', 'pglite'), { recursive: true });
    await writeFile(join(folder.path, 'damaged', 'pglite', 'PG_VERSION'), '18\n');
    await writeFile(join(folder.path, 'accounts.csv'), 'account_id\n1\n');
  });

  it.each([
    [['import', 'accounts', 'accounts.csv', ...damaged]],
    [['workspace', '--workspace', 'acme', ...damaged]],
    [['token', ...damaged]],
    [['doctor', ...damaged]],
    [['serve', '--port', '0', ...damaged]],
    [['import', 'accounts', 'accounts.csv', '--database-url', 'postgres://127.0.0.1:1/x']],
    [['db', 'distribute', '--database-url', 'postgres://127.0.0.1:1/x']],
  ])('%j says why in a sentence', async (args) => {
    const { code, stdout, stderr } = await plimsoll(folder.path, args);
    expect(`${stdout}${stderr}`).toMatch(/DatabaseUnavailable: /);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
});

describe('a failure that was not foreseen', { timeout: 90_000 }, () => {
  // A module that throws while it is asked for its site.
  const args = ['serve', '--port', '0', '--site', 'throws.mjs', '--data-dir', 'records'];
  beforeAll(async () => {
    await writeFile(
      join(folder.path, 'throws.mjs'),
      'export const createSite = () => { throw new TypeError("broken"); };',
    );
    await plimsoll(
      folder.path,
      [
        'import',
        'accounts',
        '-',
        '--workspace',
        'a',
        '--create-workspace',
        '--currency',
        'USD',
        '--data-dir',
        'records',
      ],
      'account_id\n1\n',
    );
  });

  it('is a sentence, and shows where it happened when that is asked for', async () => {
    const plain = await plimsoll(folder.path, args);
    expect(plain.code).toBe(1);
    expect(plain.stderr).toMatch(/UnexpectedError: broken\. .*LOG_LEVEL=debug/);
    expect(plain.stderr).not.toMatch(/^\s+at /m);
    const traced = await startPlimsoll(folder.path, args, { LOG_LEVEL: 'debug' }).outcome;
    expect(traced.stderr).toMatch(/^\s+at /m);
  });
});
