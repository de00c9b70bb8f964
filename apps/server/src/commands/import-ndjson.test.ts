import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plimsoll, scratchFolder, startPlimsoll, until } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

const create = ['--workspace', 'acme', '--create-workspace', '--currency', 'USD'];

describe('plimsoll import of NDJSON', { timeout: 90_000 }, () => {
  it('goes by the extension or --format, and sends what cannot land to FILE.rejects.ndjson', async () => {
    const lines = ['\ufeff{"account_id":1,"tags":["vip"]}', '', '{"account_id":2', '{"account_id":null}', ''];
    await writeFile(join(folder.path, 'accounts.jsonl'), lines.join('\r\n'));
    const landed = await plimsoll(folder.path, ['import', 'accounts', 'accounts.jsonl', ...create]);
    expect(landed).toMatchObject({ code: 3 });
    expect(landed.stdout).toContain('3 rows: 1 created, 0 updated, 0 unchanged, 2 rejected');
    const rejects = (await readFile(join(folder.path, 'accounts.rejects.ndjson'), 'utf8')).trim().split('\n');
    expect(rejects.map((line) => JSON.parse(line))).toMatchObject([
      { line: 3, column: '', raw: '{"account_id":2' },
      { line: 4, column: 'account_id', record: { account_id: null } },
    ]);
    const piped = await plimsoll(
      folder.path,
      ['import', 'accounts', '-', '--format', 'ndjson'],
      '{"account_id":"1","tags":["vip"]}\n',
    );
    expect(piped).toMatchObject({ code: 0 });
    expect(piped.stdout).toContain('1 rows: 0 created, 0 updated, 1 unchanged, 0 rejected');
    const wrong = await plimsoll(folder.path, ['import', 'accounts', '-', '--format', 'ndjson'], 'account_id\n1\n');
    expect(wrong).toMatchObject({ code: 2 });
  });

  it('completes what a killed import left', async () => {
    const lines = Array.from({ length: 14_000 }, (_, index) => `{"account_id":"k${index}"}\n`);
    const killed = startPlimsoll(folder.path, [
      ...['import', 'accounts', '-', '--format', 'ndjson', '--data-dir', 'killed'],
      ...create,
    ]);
    killed.child.stdin?.write(`7\n${lines.slice(0, 10_500).join('')}`);
    await until('a first batch', () => access(join(folder.path, 'stdin.rejects.ndjson.partial')).then(() => true));
    killed.child.kill('SIGKILL');
    await killed.outcome;
    await writeFile(join(folder.path, 'many.ndjson'), lines.join(''));
    const again = await plimsoll(folder.path, ['import', 'accounts', 'many.ndjson', '--data-dir', 'killed']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toMatch(/14,000 rows: [1-9][\d,]* created, 0 updated, [1-9][\d,]* unchanged, 0 rejected/);
  });
});
