import { formatDay, type MetricKey } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../open-workspace.ts';
import { describeSessions } from '../../testing/sessions.ts';
import { createWorkspace } from '../../workspaces/workspaces.ts';

describeSessions('health brought forward', (session) => {
  test('leaves alone the scores before the first day that a write touched, and those of other accounts', async () => {
    const key = 'forward';
    await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
    const workspace = openWorkspace(session(), key);
    await workspace.upsertAccounts([{ externalId: 'a' }, { externalId: 'b' }]);
    const factor = (name: string) => ({
      key: name,
      label: name,
      weight: 1,
      source: { kind: 'number' as const, key: name },
      scale: { zero: 0, hundred: 1 },
      format: 'PERCENT' as const,
      staleAfterDays: null,
    });
    await workspace.upsertHealthModel({
      key: 'default',
      name: 'Default',
      appliesTo: [],
      order: 0,
      factors: [factor('use')],
      bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
    });
    const number = (account: string, day: string, value: number, name = 'use') =>
      workspace.reportNumbers([{ accountExternalId: account, key: name, day, value }]);
    for (const account of ['a', 'b']) {
      await number(account, '2026-01-01', 0.1);
      await number(account, '2026-02-01', 0.2);
      await number(account, '2026-03-01', 0.3);
    }
    // Not by way of the store, so that a score that is worked out again would show it.
    await session().inside(key, (trx) =>
      sql`update health_score set score = 77 where workspace_id = ${key} and day <> date '2026-02-01'`.execute(trx),
    );
    await number('a', '2026-02-01', 0.9);
    await number('b', '2026-02-01', 0.5, 'nobody asks');
    const { offsets, scores } = (await openWorkspace(session(), key).ledger()).health;
    expect([...scores.subarray(offsets[0], offsets[1])]).toEqual([77, 90, 30]);
    expect([...scores.subarray(offsets[1], offsets[2])]).toEqual([77, 20, 77]);
  });

  test('begins on the first day on which prices or costs make a difference', async () => {
    const key = 'prices';
    await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
    const workspace = openWorkspace(session(), key);
    await workspace.upsertAccounts([{ externalId: 'a' }]);
    const metric = (name: 'MRR' | 'COST_TO_CARRY') => ({
      key: name,
      label: name,
      weight: 1,
      source: { kind: 'metric', key: name, lookBack: { count: 30, unit: 'DAY' }, measured: 'WEEK' } as const,
      scale: { zero: 0, hundred: 100 },
      format: 'NUMBER' as const,
      staleAfterDays: null,
    });
    await workspace.upsertHealthModel({
      key: 'default',
      name: 'Default',
      appliesTo: [],
      order: 0,
      factors: [metric('MRR'), metric('COST_TO_CARRY')],
      bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
    });
    const price = (startsOn: string, amount: string) =>
      workspace.upsertSubscriptions([
        { accountExternalId: 'a', subscriptionId: 's', startsOn, endsOn: null, amount, currency: 'USD' },
      ]);
    const cost = (startsOn: string, amount: string) =>
      workspace.upsertCosts([
        {
          ...{ accountExternalId: 'a', externalId: 'c', category: 'support', currency: 'USD' },
          ...{ startsOn, endsOn: '2026-06-01', amount },
        },
      ]);
    /** The first day of a score that a write worked out anew; `null` for none. */
    const firstAnew = async (write: () => Promise<unknown>) => {
      await session().inside(key, (trx) =>
        sql`update health_score set score = 77 where workspace_id = ${key}`.execute(trx),
      );
      await write();
      const { days, scores } = (await openWorkspace(session(), key).ledger()).health;
      const row = scores.findIndex((score) => score !== 77);
      return row < 0 ? null : formatDay(days[row] ?? 0);
    };
    await price('2026-01-05', '10');
    await price('2026-02-02', '20');
    await price('2026-03-02', '40');
    // Mondays, on which the scores are worked out.
    expect(await firstAnew(() => price('2026-04-06', '50'))).toBe('2026-04-06');
    expect(await firstAnew(() => price('2026-02-02', '30'))).toBe('2026-02-02');
    expect(await firstAnew(() => price('2026-04-13', '50'))).toBeNull();
    expect(await firstAnew(() => cost('2026-04-06', '9'))).toBe('2026-04-06');
    expect(await firstAnew(() => cost('2026-05-04', '9'))).toBe('2026-04-06');
  });

  test('begins on the first day of which tickets, outcomes, contracts, milestones and acts tell something', async () => {
    const key = 'records';
    await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
    const workspace = openWorkspace(session(), key);
    const to = { accountExternalId: 'a' };
    await workspace.upsertAccounts([{ externalId: 'a' }]);
    const keys: readonly MetricKey[] = ['FIRST_RESPONSE_TIME', 'VALUE_REALIZATION', 'RENEWAL_RATE', 'ADVOCACY'];
    await workspace.upsertHealthModel({
      key: 'default',
      name: 'Default',
      appliesTo: [],
      order: 0,
      factors: keys.map((name) => ({
        key: name,
        label: name,
        weight: 1,
        source: { kind: 'metric', key: name, lookBack: { count: 30, unit: 'DAY' }, measured: 'DAY' },
        scale: { zero: 0, hundred: 1 },
        format: 'NUMBER',
        staleAfterDays: null,
      })),
      bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
    });
    const term = { ...to, currency: 'USD', amount: '100', startsOn: '2025-01-05' };
    const outcome = { ...to, name: 'Less work', baseline: 0, target: 1 };
    await workspace.upsertSubscriptions([
      { ...to, subscriptionId: 's', startsOn: '2026-01-01', endsOn: null, amount: '10', currency: 'USD' },
    ]);
    await workspace.upsertTickets([
      { ...to, ticketId: 't', createdAt: '2026-02-01T08:00:00Z' },
      { ...to, ticketId: 'u', createdAt: '2026-04-01T08:00:00Z' },
    ]);
    await workspace.upsertOutcomes([
      { ...outcome, outcomeId: 'o', dueOn: '2026-02-05' },
      { ...outcome, outcomeId: 'p', dueOn: '2026-04-05' },
    ]);
    await workspace.upsertContracts([
      { ...term, contractId: 'c', endsOn: '2026-02-07' },
      { ...term, contractId: 'd', endsOn: '2026-04-07' },
    ]);
    /** The first day on which a score is worked out anew, and the last that is left alone. */
    const anew = async (write: () => Promise<unknown>) => {
      await session().inside(key, (trx) =>
        sql`update health_score set coverage = 0.123 where workspace_id = ${key}`.execute(trx),
      );
      await write();
      const { rows } = await session().inside(key, (trx) =>
        sql<{ readonly until: string | null; readonly kept: boolean; readonly worked: boolean }>`
          select max(day) filter (where coverage = 0.123)::text as until, count(*) filter (where coverage = 0.123) > 0 as kept,
            count(*) filter (where coverage <> 0.123) > 0 as worked
          from health_score where workspace_id = ${key}`.execute(trx),
      );
      return rows[0];
    };
    const keptBefore = async (day: string, write: () => Promise<unknown>) => {
      const found = await anew(write);
      expect(found).toMatchObject({ kept: true, worked: true });
      expect(found?.until?.localeCompare(day)).toBe(-1);
    };
    const reply = { ticketId: 'u', at: '2026-04-03T10:00:00Z', kind: 'publicReply', by: 'agent' } as const;
    await keptBefore('2026-04-01', () => workspace.upsertTicketEvents([reply]));
    await keptBefore('2026-03-20', () =>
      workspace.upsertTickets([{ ...to, ticketId: 'u', createdAt: '2026-03-20T08:00:00Z' }]),
    );
    await keptBefore('2026-04-05', () =>
      workspace.upsertOutcomeProgress([{ outcomeId: 'p', on: '2026-04-08', value: 1 }]),
    );
    await keptBefore('2026-03-15', () =>
      workspace.upsertOutcomes([{ ...outcome, outcomeId: 'p', dueOn: '2026-03-15' }]),
    );
    await keptBefore('2026-04-07', () =>
      workspace.upsertContracts([{ ...term, contractId: 'd', endsOn: '2026-04-07', renewedOn: '2026-04-09' }]),
    );
    await keptBefore('2026-04-11', () =>
      workspace.upsertAdvocacyActs([{ ...to, actId: 'x', kind: 'review', on: '2026-04-11' }]),
    );
    await keptBefore('2026-04-12', () =>
      workspace.upsertMilestones([{ ...to, milestone: 'm', reachedOn: '2026-04-12' }]),
    );
  });
});
