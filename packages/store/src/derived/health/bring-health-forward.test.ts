import { formatDay } from '@plimsoll/metrics';
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
});
