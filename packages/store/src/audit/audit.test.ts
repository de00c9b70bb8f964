import { defaultLifecycle } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ChangeFeed } from '../changes/change-feed.ts';
import { openWorkspace } from '../open-workspace.ts';
import { describeBackends, today } from '../testing/backends.ts';
import { describeSessions } from '../testing/sessions.ts';
import { relationship } from '../testing/surveys.ts';
import { Session } from '../transactions/session.ts';
import type { WorkspaceStore } from '../workspace-store.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';

const noon = Date.parse(`${today}T12:00:00Z`);
const day = 86_400_000;

/** Kinds and details of a workspace's events, oldest first. */
async function recorded(workspace: WorkspaceStore) {
  const events = await workspace.auditEvents({ first: 1_000 });
  return events.map(({ kind, details }) => [kind, details]).reverse();
}

describeBackends('the audit log', (backend) => {
  test('names who created and revoked keys and tokens, when, and no secret', async () => {
    const workspace = await backend.freshWorkspace();
    const ann = workspace.actingAs({ kind: 'token', id: 'ann' });
    const expiresAt = noon + day;
    const { secret, ...api } = await ann.createApiKey({ name: 'etl', scopes: ['METRICS_READ'], expiresAt });
    const { signingKey, ...embed } = await workspace.actingAs({ kind: 'cli' }).createEmbedKey({ name: 'site' });
    await ann.revokeApiKey(api.keyId);
    await ann.revokeApiKey(api.keyId);
    await ann.revokeApiKey('unknown');
    await ann.revokeEmbedKey(embed.keyId);
    await ann.revokeTokens({ jti: 't1' });
    await ann.revokeTokens({ subject: 'bob' });
    await ann.revokeTokens({ before: noon - day });
    await expect(ann.createApiKey({ name: 'etl', scopes: ['all'] })).rejects.toThrow();
    await expect(ann.revokeTokens({ jti: '' })).rejects.toThrow();
    const events = await workspace.auditEvents({ first: 1_000 });
    expect(await recorded(workspace)).toEqual([
      [
        'API_KEY_CREATED',
        { keyId: api.keyId, name: 'etl', scopes: ['metrics:read'], expiresAt: new Date(expiresAt).toISOString() },
      ],
      ['EMBED_KEY_CREATED', { keyId: embed.keyId, name: 'site', expiresAt: null }],
      ['API_KEY_REVOKED', { keyId: api.keyId, name: 'etl' }],
      ['EMBED_KEY_REVOKED', { keyId: embed.keyId, name: 'site' }],
      ['TOKENS_REVOKED', { jti: 't1' }],
      ['TOKENS_REVOKED', { subject: 'bob' }],
      ['TOKENS_REVOKED', { before: new Date(noon - day).toISOString() }],
    ]);
    expect(events.at(-1)).toMatchObject({ at: noon, actor: { kind: 'token', id: 'ann' } });
    expect(events.at(-2)).toMatchObject({ actor: { kind: 'cli' } });
    const written = JSON.stringify(events);
    expect(written).not.toContain(secret.split('_')[3]);
    expect(written).not.toContain(signingKey.slice('plimsoll_embed_'.length));
    expect((await workspace.info()).revision).toBe('0');
  });

  test('has every setting that changed with its values, and none that did not', async () => {
    const workspace = await backend.freshWorkspace({ name: 'Old' });
    const change = { name: 'New', policy: { paused: 'count' }, targets: { NRR: { value: 1.1 } } } as const;
    await workspace.changeSettings(change);
    await workspace.changeSettings(change);
    await expect(workspace.changeSettings({ name: '' })).rejects.toThrow();
    await workspace.setFiscalYear(4);
    await workspace.setTargets({});
    await workspace.setPolicy({});
    expect(await recorded(workspace)).toEqual(
      [
        [
          { setting: 'name', change: 'set', from: 'Old', to: 'New' },
          { setting: 'policy.paused', change: 'set', from: 'zero', to: 'count' },
          { setting: 'targets.NRR', change: 'set', from: null, to: { value: 1.1 } },
        ],
        [{ setting: 'fiscalYearStartsIn', change: 'set', from: 1, to: 4 }],
        [{ setting: 'targets.NRR', change: 'set', from: { value: 1.1 }, to: null }],
        [{ setting: 'policy.paused', change: 'set', from: 'count', to: 'zero' }],
      ].map((changes) => ['SETTINGS_CHANGED', { changes, omitted: 0 }]),
    );
  });

  test('has segments, surveys, health models and the lifecycle by their keys', async () => {
    const workspace = await backend.freshWorkspace();
    const segments = [
      { key: 'all', name: 'All', filter: {} },
      { key: 'bad key', name: '', filter: {} },
    ];
    await workspace.upsertSegments(segments);
    await workspace.upsertSegments(segments);
    await workspace.upsertSurveys([relationship]);
    await workspace.upsertSurveys([{ ...relationship, name: 'Renamed' }]);
    const model = {
      key: 'default',
      name: 'Default',
      appliesTo: [],
      order: 0,
      factors: [
        {
          key: 'usage',
          label: 'Usage',
          weight: 1,
          source: { kind: 'number', key: 'usage' },
          scale: { zero: 0, hundred: 1 },
          format: 'NUMBER',
          staleAfterDays: null,
        },
      ],
      bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
    } as const;
    await workspace.upsertHealthModel(model);
    await workspace.upsertHealthModel(model);
    await workspace.deleteHealthModel('default');
    await workspace.deleteHealthModel('default');
    await workspace.saveLifecycle({ ...defaultLifecycle });
    await workspace.deleteSegment('all');
    await workspace.deleteSegment('all');
    expect((await recorded(workspace)).map(([, details]) => details)).toEqual(
      [
        { setting: 'segments.all', change: 'created' },
        { setting: `surveys.${relationship.key}`, change: 'created' },
        { setting: `surveys.${relationship.key}`, change: 'updated' },
        { setting: 'healthModels.default', change: 'created' },
        { setting: 'healthModels.default', change: 'deleted' },
        { setting: 'lifecycle', change: 'created' },
        { setting: 'segments.all', change: 'deleted' },
      ].map((change) => ({ changes: [change], omitted: 0 })),
    );
  });

  test('lists 100 changes of one write and counts the others', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSegments(
      Array.from({ length: 101 }, (_, no) => ({ key: `s${no}`, name: `Segment ${no}`, filter: {} })),
    );
    const [event] = await workspace.auditEvents({ first: 1 });
    expect(event?.details).toMatchObject({ omitted: 1 });
    expect(event?.details).toHaveProperty('changes.length', 100);
  });

  test('has exports, without a new revision', async () => {
    const workspace = await backend.freshWorkspace();
    const entry = { field: 'MetricSeries.csv', requestId: 'r1' };
    await workspace.actingAs({ kind: 'apiKey', id: 'k' }).recordExport(entry);
    const [event] = await workspace.auditEvents({ first: 1 });
    expect(event).toMatchObject({ kind: 'EXPORTED', details: entry, actor: { kind: 'apiKey', id: 'k' } });
    expect((await workspace.info()).revision).toBe('0');
    await expect(backend.store.workspace('nowhere').recordExport(entry)).rejects.toMatchObject({
      name: 'UnknownWorkspace',
    });
  });

  test('is read page by page, by kind, and in one’s own workspace alone', async () => {
    const [mine, theirs] = [await backend.freshWorkspace(), await backend.freshWorkspace()];
    for (let no = 0; no < 5; no++) await mine.recordExport({ field: 'F.csv', requestId: `${no}` });
    await mine.revokeTokens({ jti: 't' });
    await theirs.revokeTokens({ jti: 'theirs' });
    const all = await mine.auditEvents({ first: 1_000 });
    expect(all).toHaveLength(6);
    const [first, second] = [await mine.auditEvents({ first: 4 }), all.slice(4)];
    const last = first.at(-1);
    if (last === undefined) throw new Error('There are events.');
    expect([...first, ...(await mine.auditEvents({ first: 4, after: last }))]).toEqual([...first, ...second]);
    expect(await mine.auditEvents({ first: 9, kinds: ['TOKENS_REVOKED', 'ERASED'] })).toEqual([all[0]]);
    expect(await mine.auditEvents({ first: 9, kinds: [] })).toEqual([]);
    expect(await mine.auditEvents({ first: 9, after: { id: 'nonsense', at: noon } })).toEqual([]);
  });

  test('keeps a subject as far as it can be stored', async () => {
    const workspace = await backend.freshWorkspace();
    const actor = { kind: 'token', id: `nul\0 half \ud83d${'x'.repeat(300)}` } as const;
    await workspace.actingAs(actor).recordExport({ field: 'F.csv', requestId: 'r' });
    const [event] = await workspace.auditEvents({ first: 1 });
    expect(event?.actor).toEqual({ kind: 'token', id: `nul\uFFFD half \uFFFD${'x'.repeat(244)}` });
  });

  test('of a rehearsal goes with it', async () => {
    const workspace = await backend.freshWorkspace();
    const rehearsal = await backend.store.rehearse();
    const rehearsed = rehearsal.workspace(workspace.key).actingAs({ kind: 'cli' });
    await rehearsed.upsertSurveys([relationship]);
    expect(await rehearsed.auditEvents({ first: 9 })).toHaveLength(1);
    await rehearsal.end();
    expect(await workspace.auditEvents({ first: 9 })).toEqual([]);
  });
});

describeSessions('the audit log as time goes by', (session) => {
  const workspaceAt = (key: string, now: number) =>
    openWorkspace(new Session(session().backend, () => now, new ChangeFeed()), key);
  const made = async (key: string) => createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });

  test('keeps events for 400 days', async () => {
    await made('aged');
    await workspaceAt('aged', noon).revokeTokens({ jti: 'old' });
    const later = workspaceAt('aged', noon + 400 * day);
    await later.revokeTokens({ jti: 'new' });
    expect(await later.auditEvents({ first: 9 })).toHaveLength(2);
    await workspaceAt('aged', noon + 400 * day + 1).revokeTokens({ jti: 'newest' });
    expect((await later.auditEvents({ first: 9 })).map(({ details }) => details)).toEqual([
      { jti: 'newest' },
      { jti: 'new' },
    ]);
  });

  test('keeps the newest 100,000 events of a workspace', async () => {
    await made('busy');
    await made('beside');
    await workspaceAt('beside', noon - 10_000).revokeTokens({ jti: 'beside' });
    await session().inside('busy', (trx) =>
      sql`insert into audit_event (workspace_id, event_id, at, kind, actor, details)
        select 'busy', gen_random_uuid(), ${new Date(noon).toISOString()}::timestamptz - no * interval '1 millisecond', 'EXPORTED',
          '{"kind":"program"}', jsonb_build_object('no', no)
        from generate_series(1, 99999) as no`.execute(trx),
    );
    const count = async () => {
      const { rows } = await session().inside('busy', (trx) =>
        sql<{ readonly events: number; readonly oldest: number }>`
          select count(*)::int as events, max((details->>'no')::int) as oldest from audit_event`.execute(trx),
      );
      return rows[0];
    };
    const busy = workspaceAt('busy', noon);
    await busy.revokeTokens({ jti: 'the 100,000th' });
    expect(await count()).toEqual({ events: 100_000, oldest: 99_999 });
    await busy.revokeTokens({ jti: 'one more' });
    expect(await count()).toEqual({ events: 100_000, oldest: 99_998 });
    expect(await workspaceAt('beside', noon).auditEvents({ first: 9 })).toHaveLength(1);
  });
});
