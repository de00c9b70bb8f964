import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plimsoll, scratchFolder } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

describe('plimsoll db distribute', { timeout: 90_000 }, () => {
  it('does not take the database in process for one that could be spread', async () => {
    const { code, stderr } = await plimsoll(folder.path, ['db', 'distribute']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no database to distribute.');
  });

  it('refuses an option it does not know: a mistyped --dry-run must not distribute', async () => {
    const { code, stderr } = await plimsoll(folder.path, ['db', 'distribute', '--dryrun']);
    expect(code).toBe(2);
    expect(stderr).toContain('--dryrun');
  });

  it('tells what it needs', async () => {
    const { code, stdout } = await plimsoll(folder.path, ['db', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Citus');
  });
});
