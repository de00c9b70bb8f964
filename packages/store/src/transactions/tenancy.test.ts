import { defaultLifecycle } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openWorkspace } from '../open-workspace.ts';
import { useQuota } from '../quotas/use-quota.ts';
import { describeSessions } from '../testing/sessions.ts';
import { relationship } from '../testing/surveys.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';

describeSessions('tenancy', (session) => {
  const filled = async (key: string) => {
    await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
    const workspace = openWorkspace(session(), key);
    const subscription = { subscriptionId: 's', accountExternalId: 'acme', endsOn: null, amount: '10' };
    await workspace.upsertSubscriptions([
      { ...subscription, startsOn: '2026-01-01', currency: 'USD' },
      { ...subscription, subscriptionId: 'signed', startsOn: '2027-01-01', signedOn: '2026-01-01', currency: 'USD' },
    ]);
    await workspace.upsertPeople([{ externalId: 'ann', accountExternalId: 'acme' }]);
    await workspace.setExchangeRates([{ currency: 'EUR', day: '2026-01-01', rate: '1.1' }]);
    await workspace.upsertCosts([
      {
        externalId: 'ads',
        category: 'acquisition',
        startsOn: '2026-01-01',
        endsOn: '2026-02-01',
        amount: '10',
        currency: 'EUR',
      },
    ]);
    await workspace.upsertContracts([
      {
        contractId: 'k',
        accountExternalId: 'acme',
        startsOn: '2026-01-01',
        endsOn: '2027-01-01',
        amount: '10',
        currency: 'USD',
      },
    ]);
    await workspace.upsertCsms([{ externalId: 'csm', name: 'Csm', fte: 1, rampedOn: '2026-01-01' }]);
    await workspace.upsertSegments([{ key: 'all', name: 'All', filter: {} }]);
    await workspace.upsertSurveys([relationship]);
    await workspace.reportNumbers([{ accountExternalId: 'acme', key: 'usage', day: '2026-01-01', value: 1 }]);
    await workspace.upsertUsageDays([
      { accountExternalId: 'acme', user: 'ann', feature: 'reports', day: '2026-01-01' },
    ]);
    await workspace.recordUsageEvents([
      { eventId: 'e', accountExternalId: 'acme', user: 'ann', at: '2026-01-02T09:00:00Z' },
    ]);
    await workspace.upsertMilestones([{ accountExternalId: 'acme', milestone: 'live', reachedOn: '2026-01-01' }]);
    await workspace.upsertOutcomes([
      { outcomeId: 'o', accountExternalId: 'acme', name: 'o', baseline: 0, target: 1, dueOn: '2026-01-01' },
    ]);
    await workspace.upsertOutcomeProgress([{ outcomeId: 'o', on: '2026-01-01', value: 1 }]);
    await workspace.upsertAdvocacyActs([{ actId: 'a', accountExternalId: 'acme', kind: 'review', on: '2026-01-01' }]);
    await workspace.upsertTraitHistory([
      { accountExternalId: 'acme', trait: 'plan', value: 'Team', from: '2026-01-01' },
    ]);
    await workspace.saveLifecycle(defaultLifecycle);
    await workspace.setAccountStages([{ accountExternalId: 'acme', stage: 'growth', from: '2026-01-01' }]);
    await workspace.upsertSeats([{ accountExternalId: 'acme', day: '2026-01-01', seats: 5 }]);
    await workspace.upsertSchedules([{ key: 'default', validFrom: '2026-01-01', timeZone: 'UTC', hours: [] }]);
    await workspace.upsertTickets([{ ticketId: 't', accountExternalId: 'acme', createdAt: '2026-01-01T09:00:00Z' }]);
    await workspace.upsertTicketEvents([{ ticketId: 't', at: '2026-01-01T10:00:00Z', kind: 'resolved', by: 'agent' }]);
    await workspace.upsertHealthModel({
      appliesTo: [],
      order: 0,
      key: 'default',
      name: 'Default',
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
    });
    await workspace.submitResponse({
      survey: 'relationship',
      accountId: null,
      respondent: 'ann',
      answer: 9,
      idempotencyKey: 'k',
    });
    await workspace.createApiKey({ name: 'key', scopes: ['METRICS_READ'] });
    await workspace.createEmbedKey({ name: 'key' });
    await workspace.revokeTokens({ jti: 'x' });
    const request = { holder: 'key:k', key: 'k', field: 'f', bodyHash: 'b' };
    await workspace.once(request).deleteSegment('absent');
    await workspace.recordExport({ field: 'MetricSeries.csv', requestId: 'r' });
    await useQuota(session(), { workspace: key, key: 'k', milliseconds: 1_000, window: 60_000 });
    return workspace;
  };

  const tenantTables = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ readonly name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = current_schema() and column_name = 'workspace_id' order by 1`.execute(session().backend.db);
    return rows.map(({ name }) => name);
  };

  test('no raw query sees or touches another workspace', async () => {
    await filled('ours');
    await filled('theirs');
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThanOrEqual(14);
    for (const table of tables) {
      const seen = await session().read('ours', async ({ trx }) => {
        const { rows } = await sql<{ readonly workspace_id: string }>`
          select distinct workspace_id from ${sql.table(table)}`.execute(trx);
        return rows.map(({ workspace_id }) => workspace_id);
      });
      expect([table, seen]).toEqual([table, ['ours']]);
      await session().inside('ours', (trx) =>
        sql`update ${sql.table(table)} set workspace_id = workspace_id where workspace_id = 'theirs'`.execute(trx),
      );
    }
    await expect(
      session().inside('ours', (trx) =>
        sql`insert into survey select 'theirs', 'stolen', name, question, low_label, high_label, follow_ups, thanks, open
            from survey`.execute(trx),
      ),
    ).rejects.toThrow(/row-level security/);
    await session().inside('ours', (trx) => sql`delete from movement where workspace_id = 'theirs'`.execute(trx));
    expect((await openWorkspace(session(), 'theirs').counts()).movements).toBe(2);
  });

  test('every table is behind forced row-level security, and every key and index begins with the workspace', async () => {
    const tables = await tenantTables();
    const { rows: open } = await sql<{ readonly name: string }>`
      select relname as name from pg_class
      where relname = any(${tables}::text[]) and not (relrowsecurity and relforcerowsecurity)`.execute(
      session().backend.db,
    );
    expect(open).toEqual([]);
    const { rows: astray } = await sql<{ readonly name: string }>`
      select indexrelid::regclass::text as name from pg_index
      join pg_class on pg_class.oid = indrelid
      join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where relname = any(${tables}::text[]) and attname <> 'workspace_id'`.execute(session().backend.db);
    expect(astray).toEqual([]);
    const { rows: foreign } = await sql<{ readonly name: string }>`
      select conname as name from pg_constraint
      join pg_class on pg_class.oid = conrelid
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and relname = any(${tables}::text[]) and attname <> 'workspace_id'`.execute(
      session().backend.db,
    );
    expect(foreign).toEqual([]);
  });

  test('what no foreign key watches over has its account and its workspace all the same', async () => {
    const workspace = await filled('whole');
    for (let round = 0; round < 4; round++) {
      await workspace.upsertSubscriptions(
        Array.from({ length: 30 }, (_, index) => ({
          subscriptionId: `s${index % 20}`,
          accountExternalId: `a${(index * (round + 1)) % 17}`,
          startsOn: `20${10 + round}-0${1 + (index % 9)}-01`,
          endsOn: index % 4 === 0 ? `20${10 + round}-03-01` : null,
          amount: String(index),
          currency: 'USD',
        })),
      );
    }
    for (const table of ['subscription_change', 'movement', 'health_score']) {
      const { rows } = await sql<{ readonly kept: number; readonly lost: number }>`
        select count(account.account_id)::int as kept, count(*)::int - count(account.account_id)::int as lost
        from ${sql.table(table)} as derived left join account using (workspace_id, account_id)`.execute(
        session().backend.db,
      );
      expect([table, rows[0]]).toEqual([table, { kept: expect.any(Number), lost: 0 }]);
      expect(rows[0]?.kept).toBeGreaterThan(0);
    }
    const { rows: homeless } = await sql`
      select 1 from account left join workspace using (workspace_id) where workspace.workspace_id is null`.execute(
      session().backend.db,
    );
    expect(homeless).toEqual([]);
  });

  test('an absent workspace is an error, not an empty one', async () => {
    const nowhere = openWorkspace(session(), 'nowhere');
    for (const call of [
      () => nowhere.info(),
      () => nowhere.ledger(),
      () => nowhere.surveys(),
      () => nowhere.upsertAccounts([]),
      () => nowhere.createApiKey({ name: 'key', scopes: ['METRICS_READ'] }),
    ])
      await expect(call()).rejects.toMatchObject({ name: 'UnknownWorkspace' });
  });
});
