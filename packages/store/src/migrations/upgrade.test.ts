import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bandOn, defaultLifecycle, type HealthModel, movementCode, parseDay } from '@plimsoll/metrics';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPglite } from '../backends/pglite.ts';
import { openPostgresql } from '../backends/postgresql.ts';
import { openStore } from '../open-store.ts';
import type { Database } from '../schema/database.ts';
import type { Store, StoreOptions } from '../store.ts';
import { freshDatabase } from '../testing/postgres.ts';
import { migrate } from './migrate.ts';
import { appRole } from './tenant-table.ts';

const now = () => Date.parse('2026-06-15T12:00:00Z');
const day = (text: string) => parseDay(text) ?? 0;
const [acme, bolt, rival] = [1, 2, 3].map((no) => `00000000-0000-4000-8000-00000000000${no}`);

/** A model as it was kept while a workspace had one, for all of its accounts. */
const model: Omit<HealthModel, 'appliesTo' | 'order'> = {
  key: 'default',
  name: 'Default',
  factors: [
    {
      key: 'usage',
      label: 'Usage',
      weight: 3,
      source: { kind: 'number', key: 'usage' },
      scale: { zero: 0, hundred: 1 },
      format: 'PERCENT',
      staleAfterDays: 30,
    },
    {
      key: 'sentiment',
      label: 'Sentiment',
      weight: 1,
      source: { kind: 'answers', days: 365 },
      scale: { zero: 0, hundred: 10 },
      format: 'NUMBER',
      staleAfterDays: null,
    },
  ],
  bands: [
    { key: 'poor', label: 'Poor', from: 0, to: 50, tone: 'BAD' },
    { key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' },
  ],
};

/** An API key as it was handed out, with a scope that no store ever knew. */
const apiKey = 'plim_harbor_a1_secret';

/** What a store of the time before several models wrote, with scores as it worked them out. */
async function writeOld(db: Kysely<Database>): Promise<void> {
  for (const [workspace, accounts] of [
    ['harbor', { [`${acme}`]: 'acme', [`${bolt}`]: 'bolt' }],
    ['rival', { [`${rival}`]: 'acme' }],
  ] as const) {
    await db.transaction().execute(async (trx) => {
      await sql`select set_config('role', ${appRole}, true), set_config('plimsoll.workspace', ${workspace}, true)`.execute(
        trx,
      );
      await sql`insert into workspace (workspace_id, name, currency, time_zone, policy, targets, revision)
        values (${workspace}, 'Old', 'USD', 'UTC', '{"minimumSample": 1}', '{"NRR": {"value": 1.1}}', 7)`.execute(trx);
      for (const [id, key] of Object.entries(accounts)) {
        await sql`insert into account (workspace_id, account_id, source, external_id, name, traits, touched_revision)
          values (${workspace}, ${id}, 'host', ${key}, ${key}, ${JSON.stringify({ plan: key === 'acme' ? 'Team' : 'Solo' })}::jsonb, 3)`.execute(
          trx,
        );
        await sql`insert into subscription_change (workspace_id, source, subscription_id, starts_on, account_id, amount_minor,
            currency, billing_interval, every, quantity, annual_minor)
          values (${workspace}, 'host', ${key}, '2025-01-01', ${id}, 10000, 'USD', 'month', 1, 1, 120000)`.execute(trx);
        await sql`insert into movement (workspace_id, account_id, day, kind, amount)
          values (${workspace}, ${id}, '2025-01-01', ${movementCode.NEW}, 120000)`.execute(trx);
      }
      if (workspace === 'rival') return;
      await sql`insert into survey (workspace_id, survey_key, name, question, low_label, high_label, follow_ups, thanks, open)
        values ('harbor', 'relationship', 'NPS', 'How likely?', 'Not', 'Very', '[]', 'Thanks', true)`.execute(trx);
      await sql`insert into response (workspace_id, source, external_id, survey_key, account_id, respondent, answer,
          responded_at, day, touched_revision)
        values ('harbor', 'host', 'r1', 'relationship', ${acme}, 'ann', 6, '2026-06-15T10:00:00Z', '2026-06-15', 5)`.execute(
        trx,
      );
      await sql`insert into reported_number (workspace_id, account_id, number_key, day, value) values
        ('harbor', ${acme}, 'usage', '2026-05-10', 0.4), ('harbor', ${acme}, 'usage', '2026-06-01', 0.8),
        ('harbor', ${bolt}, 'usage', '2026-06-10', 0.3)`.execute(trx);
      await sql`insert into api_key (workspace_id, key_id, name, scopes, secret_hash)
        values ('harbor', 'a1', 'etl', '["metrics:read", "everything"]', ${createHash('sha256').update(apiKey).digest('hex')})`.execute(
        trx,
      );
      await sql`insert into embed_key (workspace_id, key_id, name, public_key) values ('harbor', 'e1', 'site', '{"x": "x"}')`.execute(
        trx,
      );
      await sql`insert into revocation (workspace_id, kind, value, revoked_at) values ('harbor', 'jti', 't1', 1)`.execute(
        trx,
      );
      await sql`insert into health_model (workspace_id, model) values ('harbor', ${JSON.stringify(model)}::jsonb)`.execute(
        trx,
      );
      await sql`insert into health_score (workspace_id, account_id, day, score, coverage) values
        ('harbor', ${acme}, '2026-05-10', 40, 0.75), ('harbor', ${acme}, '2026-06-01', 80, 0.75),
        ('harbor', ${acme}, '2026-06-15', 75, 1), ('harbor', ${acme}, '2026-07-02', 60, 0.25),
        ('harbor', ${bolt}, '2026-06-10', 30, 0.75), ('harbor', ${bolt}, '2026-07-11', null, 0)`.execute(trx);
    });
  }
}

describe.each(['pglite', 'postgresql'] as const)('a %s database from before several health models', (kind) => {
  let store: Store;
  let folder: string | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-upgrade-'));
    const options: StoreOptions = kind === 'pglite' ? { dataDir: folder } : { databaseUrl: await freshDatabase() };
    const old = await (options.databaseUrl === undefined
      ? openPglite(folder, { durable: false, diskReserve: 64 })
      : openPostgresql(options.databaseUrl));
    await migrate(old.db, '0025-ledger-parts');
    await writeOld(old.db);
    await old.close();
    store = await openStore({ ...options, now });
  });
  afterAll(async () => {
    await store.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  /** Scores and bands of every account in the ledger, day by day. */
  async function scores(workspace: string) {
    const { accounts, health } = await store.workspace(workspace).ledger();
    return Object.fromEntries(
      accounts.externalIds.map((key, index) => {
        const [from, to] = [health.offsets[index], health.offsets[index + 1]];
        return [key, [...health.days.subarray(from, to)].map((on, at) => [on, health.scores[(from ?? 0) + at]])];
      }),
    );
  }

  const before = {
    acme: [
      [day('2026-05-10'), 40],
      [day('2026-06-01'), 80],
      [day('2026-06-15'), 75],
      [day('2026-07-02'), 60],
    ],
    bolt: [
      [day('2026-06-10'), 30],
      [day('2026-07-11'), Number.NaN],
    ],
  };

  test('keeps its records, revision and settings', async () => {
    expect(await store.listWorkspaces()).toEqual([
      { key: 'harbor', name: 'Old' },
      { key: 'rival', name: 'Old' },
    ]);
    const harbor = store.workspace('harbor');
    expect(await harbor.info()).toMatchObject({
      revision: '7',
      policy: { minimumSample: 1 },
      targets: { NRR: { value: 1.1 } },
    });
    expect(await harbor.counts()).toMatchObject({ accounts: 2, subscriptions: 2, movements: 2, responses: 1 });
    const ledger = await harbor.ledger();
    expect(ledger.accounts.externalIds).toEqual(['acme', 'bolt']);
    expect([...ledger.movements.amounts]).toEqual([120_000, 120_000]);
    expect(await harbor.survey('relationship')).toMatchObject({ scale: { least: 0, most: 10 } });
    expect(await harbor.lifecycle()).toEqual(defaultLifecycle);
  });

  test('keeps its keys, and takes a second embed key of the same name', async () => {
    const harbor = store.workspace('harbor');
    const scopes = ['metrics:read', 'everything'];
    expect(await store.authenticateApiKey(apiKey)).toEqual({ workspace: 'harbor', keyId: 'a1', name: 'etl', scopes });
    expect(await harbor.apiKeys()).toMatchObject([{ keyId: 'a1', createdBy: null, expiresAt: null, revokedAt: null }]);
    await harbor.createEmbedKey({ name: 'site' });
    expect(await store.embedKey('harbor', 'e1')).toEqual({ name: 'site', publicKey: { x: 'x' } });
    expect(await store.isRevoked('harbor', { jti: 't1', issuedAt: 0 })).toBe(true);
    await harbor.revokeTokens({ before: now() });
    expect(await store.isRevoked('harbor', { jti: 't2', issuedAt: 0 })).toBe(true);
  });

  test('has its model as the one for everybody, and its scores under it', async () => {
    const harbor = store.workspace('harbor');
    expect(await harbor.healthModels()).toEqual([{ ...model, appliesTo: [], order: 0 }]);
    expect(await scores('harbor')).toEqual(before);
    const ledger = await harbor.ledger();
    const bands = [0, 1].map((account) =>
      ['2026-05-10', '2026-06-01', '2026-06-15'].map((on) => bandOn(ledger, account, day(on))?.key),
    );
    expect(bands).toEqual([
      ['poor', 'good', 'good'],
      [undefined, undefined, 'poor'],
    ]);
    const health = await harbor.accountHealth([`${acme}`, `${bolt}`], day('2026-06-15'));
    expect(health.get(`${acme}`)).toMatchObject({
      now: { score: 75, coverage: 1 },
      before: { score: 40, coverage: 0.75 },
    });
    expect(health.get(`${bolt}`)).toMatchObject({ now: { score: 30, coverage: 0.75 } });
    expect(await store.workspace('rival').healthModels()).toEqual([]);
    expect(await scores('rival')).toEqual({ acme: [] });
  });

  test('works the same scores out anew', async () => {
    const harbor = store.workspace('harbor');
    expect(await harbor.deleteHealthModel('default')).toMatchObject({ deleted: true });
    expect(await scores('harbor')).toEqual({ acme: [], bolt: [] });
    await harbor.upsertHealthModel({ ...model, appliesTo: [], order: 0 });
    expect(await scores('harbor')).toEqual(before);
  });

  test('takes a model for a segment beside it, and new numbers', async () => {
    const harbor = store.workspace('harbor');
    const [usage] = model.factors;
    if (usage === undefined) throw new Error('The model has factors.');
    const solo = { ...model, key: 'solo', appliesTo: [{ trait: 'plan', in: ['Solo'] }], order: 1 };
    await harbor.upsertHealthModel({ ...solo, factors: [{ ...usage, scale: { zero: 0, hundred: 0.6 } }] });
    await harbor.reportNumbers([{ accountExternalId: 'acme', key: 'usage', day: '2026-06-12', value: 0.6 }]);
    const health = await harbor.accountHealth([`${acme}`, `${bolt}`], day('2026-06-15'));
    expect(health.get(`${acme}`)).toMatchObject({ now: { score: 60 } });
    expect(health.get(`${bolt}`)).toMatchObject({ now: { score: 50, coverage: 1 } });
    expect((await harbor.healthModels()).map(({ key }) => key).sort()).toEqual(['default', 'solo']);
    expect(await scores('rival')).toEqual({ acme: [] });
  });
});
