import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, plimsoll, scratchFolder } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

describe('plimsoll doctor', { timeout: 90_000 }, () => {
  it('finds a machine without records in order, and makes nothing', async () => {
    const outcome = await plimsoll(folder.path, ['doctor', '--port', String(await freePort())]);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toMatch(/ok +Node\.js: 2\d\./);
    expect(outcome.stdout).toContain('will be made at the first start');
  });

  it('fails for a data folder that is a file, and for a database that does not answer', async () => {
    await writeFile(join(folder.path, 'file'), '');
    const folderIsFile = await plimsoll(folder.path, ['doctor', '--data-dir', 'file']);
    expect(folderIsFile.code).toBe(1);
    expect(folderIsFile.stdout).toMatch(/fail +Data folder: .* is not a folder\.\n +→ /);
    const away = await plimsoll(folder.path, [
      'doctor',
      '--database-url',
      `postgres://a:hush@127.0.0.1:${await freePort()}/x`,
    ]);
    expect(away.code).toBe(1);
    expect(away.stdout).toMatch(/fail +Database: /);
    expect(away.stdout).not.toContain('hush');
  });

  it('tells of amounts without an exchange rate, and of a folder in use', async () => {
    const store = await openStore({ dataDir: join(folder.path, 'records') });
    await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
    await store.workspace('acme').upsertSubscriptions([
      {
        subscriptionId: 's',
        accountExternalId: '1',
        startsOn: '2026-01-01',
        endsOn: null,
        amount: '5',
        currency: 'EUR',
      },
    ]);
    const used = await plimsoll(folder.path, ['doctor', '--data-dir', 'records']);
    expect(used.stdout).toMatch(/warn +Database: .*in use/);
    await store.close();
    await chmod(join(folder.path, 'records'), 0o755);
    const outcome = await plimsoll(folder.path, ['doctor', '--data-dir', 'records']);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toMatch(/ok +Durability: A power cut.*\n +→ Add --durable/);
    if (process.platform !== 'win32') expect(outcome.stdout).toMatch(/warn +Data folder: .*\n +→ .*chmod 700/);
    const durable = await plimsoll(folder.path, ['doctor', '--data-dir', 'records', '--durable']);
    expect(durable.stdout).toMatch(/ok +Durability: Each write waits for the disk/);
    expect(outcome.stdout).toMatch(/warn +Workspace acme: Amounts of 1 account are left out/);
  });
});

describe('plimsoll token', { timeout: 90_000 }, () => {
  it('prints nothing but a token, and refuses what it cannot sign', async () => {
    const { code, stdout } = await plimsoll(folder.path, [
      ...['token', '--data-dir', 'records', '--account', '1', '--account', '2'],
      ...['--scope', 'metrics:read', '--ttl', '5m'],
    ]);
    expect(code).toBe(0);
    const claims = JSON.parse(Buffer.from(stdout.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ acc: ['1', '2'], scp: 'metrics:read' });
    expect(claims.exp - claims.iat).toBe(300);
    expect((await plimsoll(folder.path, ['token', '--data-dir', 'records', '--ttl', '2h'])).code).toBe(2);
    expect((await plimsoll(folder.path, ['token', '--data-dir', 'records', '--scope', 'all'])).code).toBe(2);
    const unknown = await plimsoll(folder.path, ['token', '--data-dir', 'records', '--workspace', 'nobody']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('UnknownWorkspace');
  });
});
