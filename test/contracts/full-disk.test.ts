import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@plimsoll/store';
import { describe, expect, it, onTestFinished } from 'vitest';
import { smallDisk } from '../server/small-disk.ts';
import { runPlimsoll, startServer } from '../server/start-server.ts';

const workspace = { key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' };
const upsert = `mutation ($id: String!) {
  upsertAccounts(accounts: [{ externalId: $id }]) { ... on BatchPayload { revision } }
}`;
const read = '{ accounts(first: 1) { totalCount } }';

interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function ask(url: string, key: string, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

async function prepare(dataDir: string): Promise<string> {
  const store = await openStore({ dataDir });
  await store.createWorkspace(workspace);
  const scopes = ['data:write', 'metrics:read', 'accounts:read'];
  const { secret } = await store.workspace('acme').createApiKey({ name: 'etl', scopes });
  await store.close();
  return secret;
}

describe('a full disk', () => {
  it('stops neither server nor readers, is told of, and is over when there is room', async ({ skip }) => {
    const disk = smallDisk(260);
    if (disk === undefined) return skip('This machine does not allow mounts.');
    onTestFinished(() => disk.remove());
    const dataDir = join(disk.path, 'data');
    const key = await prepare(dataDir);
    const server = await startServer(['serve', '--data-dir', dataDir]);
    onTestFinished(() => void server.process.kill('SIGKILL'));
    let log = '';
    server.process.stderr?.on('data', (chunk) => {
      log += chunk;
    });
    expect(await ask(server.url, key, upsert, { id: 'a' })).not.toHaveProperty('errors');

    disk.fill();
    for (let time = 0; time < 3; time++) {
      expect(await ask(server.url, key, upsert, { id: 'b' })).toMatchObject({
        errors: [{ message: expect.stringContaining('disk'), extensions: { code: 'UNAVAILABLE' } }],
      });
    }
    expect(await ask(server.url, key, read)).toMatchObject({ data: { accounts: { totalCount: 1 } } });
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    const ready = await fetch(`${server.url}/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready', writes: 'refused' }]);
    expect(log.match(/DiskFull: /g)).toHaveLength(1);

    disk.makeRoom();
    expect(await ask(server.url, key, upsert, { id: 'b' })).not.toHaveProperty('errors');
    expect(await (await fetch(`${server.url}/ready`)).json()).not.toHaveProperty('writes');
    disk.fill();
    await server.stop();
    expect(server.process.exitCode).toBe(0);
  });

  it('ends an import with a sentence, and a server that starts on one waits for room', async ({ skip }) => {
    const disk = smallDisk(260);
    if (disk === undefined) return skip('This machine does not allow mounts.');
    onTestFinished(() => disk.remove());
    const dataDir = join(disk.path, 'data');
    await prepare(dataDir);
    // The rejects stand on the full disk, too.
    const file = join(disk.path, 'accounts.csv');
    writeFileSync(file, 'account_id,name\n1,One\n,Nobody\n');
    const before = await runPlimsoll(['import', 'accounts', file, '--data-dir', dataDir]);
    expect(before).toMatchObject({ code: 3 });
    disk.fill();
    const imported = await runPlimsoll(['import', 'accounts', file, '--data-dir', dataDir]);
    expect(imported.stderr).toMatch(/^DiskFull: .* Make room/m);
    expect(imported).toMatchObject({ code: 1, stderr: expect.not.stringMatching(/^ +at /m) });
    const fresh = join(disk.path, 'fresh');
    const looked = await runPlimsoll(['doctor', '--data-dir', dataDir]);
    expect(looked.stdout).toMatch(/warn +Data folder: \d+ MB are free/);

    const starting = startServer(['serve', '--data-dir', fresh]);
    await new Promise((wait) => setTimeout(wait, 2_000));
    disk.makeRoom();
    await (await starting).stop();
  });
});
