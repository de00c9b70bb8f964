import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { ChangeFeed } from '../changes/change-feed.ts';
import { IdempotencyConflict } from '../errors.ts';
import { openWorkspace } from '../open-workspace.ts';
import { describeSessions } from '../testing/sessions.ts';
import { relationship } from '../testing/surveys.ts';
import type { WorkspaceStore } from '../workspace-store.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';
import { idempotencyLimits } from './idempotent-writes.ts';
import { Session } from './session.ts';

const noon = Date.parse('2026-06-15T12:00:00Z');

describeSessions('writes with an idempotency key', (session, elsewhere) => {
  let count = 0;
  let key: string;
  beforeEach(async () => {
    key = `w-${++count}`;
    await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
  });

  const at = (now: number, through = session()) => new Session(through.backend, () => now, new ChangeFeed());
  const workspaceAt = (now = noon, through = session()) => openWorkspace(at(now, through), key);
  const replays: string[] = [];
  const request = (change: object = {}) => ({
    holder: 'key:1',
    key: 'k',
    field: 'upsertAccounts',
    bodyHash: 'body',
    onReplay: () => replays.push(key),
    ...change,
  });
  const stored = () =>
    session().read(key, async ({ trx }) => trx.selectFrom('idempotency').selectAll().orderBy('created_at').execute());
  const named = async (workspace: WorkspaceStore) => (await workspace.counts()).accounts;

  test('are executed once, and answered alike, revision included', async () => {
    const workspace = workspaceAt();
    const first = await workspace.once(request()).upsertAccounts([{ externalId: 'a' }]);
    await workspace.upsertAccounts([{ externalId: 'later' }]);
    const { revision } = await workspace.info();
    const again = await workspace.once(request()).upsertAccounts([{ externalId: 'b' }]);
    expect(again).toEqual(first);
    expect(replays).toContain(key);
    expect((await workspace.info()).revision).toBe(revision);
    expect(await named(workspace)).toBe(2);
  });

  test('are remembered where they changed nothing', async () => {
    const workspace = workspaceAt();
    const first = await workspace.once(request()).deleteHealthModel('absent');
    expect(await workspace.once(request()).deleteHealthModel('absent')).toEqual(first);
    expect(await stored()).toHaveLength(1);
    expect((await workspace.info()).revision).toBe(first.revision);
  });

  test('of other content under the same key conflict, whatever field they name, and change nothing', async () => {
    const workspace = workspaceAt();
    await workspace.once(request()).upsertAccounts([{ externalId: 'a' }]);
    for (const field of ['upsertAccounts', 'else']) {
      const other = workspace.once(request({ field, bodyHash: 'other' })).upsertAccounts([{ externalId: 'b' }]);
      await expect(other).rejects.toThrow(IdempotencyConflict);
    }
    expect(await named(workspace)).toBe(1);
  });

  test('of another field, holder or key, or in another workspace, are others', async () => {
    const workspace = workspaceAt();
    await workspace.once(request()).upsertAccounts([{ externalId: 'a' }]);
    for (const [index, change] of [
      { field: 'b' },
      { holder: 'key:2', bodyHash: 'x' },
      { key: 'l', bodyHash: 'y' },
    ].entries())
      await workspace.once(request(change)).upsertAccounts([{ externalId: `other-${index}` }]);
    expect(await named(workspace)).toBe(4);
    await createWorkspace(session(), { key: `${key}-b`, name: key, currency: 'USD', timeZone: 'UTC' });
    const other = openWorkspace(session(), `${key}-b`);
    await other.once(request({ bodyHash: 'z' })).upsertAccounts([{ externalId: 'a' }]);
    expect(await named(other)).toBe(1);
  });

  test('are executed again 24 hours later, and not a millisecond before', async () => {
    await workspaceAt()
      .once(request())
      .upsertAccounts([{ externalId: 'a' }]);
    const end = noon + idempotencyLimits.keptFor;
    await workspaceAt(end - 1)
      .once(request())
      .upsertAccounts([{ externalId: 'b' }]);
    expect(await named(workspaceAt())).toBe(1);
    await workspaceAt(end)
      .once(request({ bodyHash: 'other' }))
      .upsertAccounts([{ externalId: 'b' }]);
    expect(await named(workspaceAt())).toBe(2);
  });

  test('delete results past their time, at most 100 at once', async () => {
    await session().inside(key, (trx) =>
      sql`insert into idempotency (workspace_id, key, field, body_hash, result, created_at)
        select ${key}, n::text, 'f', 'b', '{}', ${new Date(noon).toISOString()}::timestamptz
        from generate_series(1, 150) n`.execute(trx),
    );
    const late = noon + idempotencyLimits.keptFor;
    await workspaceAt(late)
      .once(request({ key: 'first' }))
      .deleteHealthModel('absent');
    expect(await stored()).toHaveLength(51);
    await workspaceAt(late)
      .once(request({ key: 'second' }))
      .deleteHealthModel('absent');
    expect(await stored()).toHaveLength(2);
  });

  test('that come twice at once, in two processes, are executed once', async () => {
    const requests = Array.from({ length: 12 }, (_, at) =>
      workspaceAt(noon, at % 2 === 0 ? session() : elsewhere())
        .once(request())
        .upsertAccounts([{ externalId: `a-${at}` }]),
    );
    const answers = await Promise.all(requests);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await named(workspaceAt())).toBe(1);
    expect(replays.filter((replay) => replay === key)).toHaveLength(11);
  });

  test('that fail or are refused are not remembered', async () => {
    const workspace = workspaceAt();
    const bad = () => workspace.once(request()).changeSettings({ name: '' });
    await expect(bad()).rejects.toThrow('InvalidSetting');
    expect(await stored()).toEqual([]);
    await workspace.upsertSurveys([{ ...relationship, open: false }]);
    const answer = { survey: 'relationship', accountId: null, respondent: 'ann', answer: 9, idempotencyKey: 'own' };
    const submit = () => workspace.once(request()).submitResponse(answer);
    expect(await submit()).toMatchObject({ kind: 'surveyClosed' });
    const exposure = { survey: 'relationship', respondent: 'ann', shownAt: '2026-06-15T12:00:00Z' };
    const show = () => workspace.once(request({ field: 'show' })).recordExposure(exposure);
    expect(await show()).toMatchObject({ kind: 'surveyClosed' });
    expect(await stored()).toEqual([]);
    await workspace.upsertSurveys([relationship]);
    const first = await submit();
    expect(first).toMatchObject({ kind: 'accepted', duplicate: false, response: { respondedAt: new Date(noon) } });
    await workspace.upsertSurveys([{ ...relationship, open: false }]);
    expect(await submit()).toEqual(first);
  });

  test('of keys are remembered without a secret', async () => {
    const workspace = workspaceAt();
    const asked = { name: 'key', scopes: ['admin'], expiresAt: noon + 1_000 };
    const api = await workspace.once(request()).createApiKey(asked);
    const embed = await workspace.once(request({ key: 'l' })).createEmbedKey({ name: 'key' });
    // The key has expired meanwhile, which does not refuse the replay.
    const late = workspaceAt(noon + 2_000);
    expect(await late.once(request()).createApiKey(asked)).toEqual({ ...api, secret: null });
    expect(await late.once(request({ key: 'l' })).createEmbedKey({ name: 'key' })).toEqual({
      ...embed,
      signingKey: null,
    });
    expect(await workspace.apiKeys()).toHaveLength(1);
    expect(await workspace.embedKeys()).toHaveLength(1);
    const rows = JSON.stringify(await stored());
    expect(rows).toContain(api.keyId);
    const signing = String(embed.signingKey).replace('plimsoll_embed_', '');
    const { d } = JSON.parse(Buffer.from(signing, 'base64url').toString()).d;
    const secretPart = String(api.secret).split(`${api.keyId}_`).at(-1);
    for (const secret of [secretPart, signing, d]) {
      expect(String(secret).length).toBeGreaterThan(20);
      expect(rows).not.toContain(secret);
    }
  });

  test('hold any text, and keys and holders of any length', async () => {
    const workspace = workspaceAt();
    const long = request({ holder: 'h\u0000'.repeat(5_000), field: 'f\ud800'.repeat(5_000) });
    const write = () =>
      workspace.once(long).upsertSegments([{ status: 'rejected', field: 'key', reason: 'a\u0000b\ud800' }]);
    const first = await write();
    expect(await write()).toEqual(first);
  });

  test('take one write each', async () => {
    const once = workspaceAt().once(request());
    await once.deleteHealthModel('absent');
    await expect(once.deleteHealthModel('absent')).rejects.toThrow('its second');
  });
});
