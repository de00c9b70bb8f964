import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openWorkspace } from '../open-workspace.ts';
import { arrayOf } from '../schema/arrays.ts';
import { describeSessions } from '../testing/sessions.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';
import type { Session } from './session.ts';

const rows = 4_000;

async function fill(session: Session, key: string, from = 0): Promise<void> {
  await openWorkspace(session, key).upsertSubscriptions(
    Array.from({ length: rows }, (_, index) => ({
      subscriptionId: `s${from + index}`,
      accountExternalId: `a${from + index}`,
      startsOn: '2026-01-01',
      endsOn: null,
      amount: '10',
      currency: 'USD',
    })),
  );
}

/** How many subscriptions the planner believes a workspace to have. */
async function believed(session: Session, key: string): Promise<number> {
  const { rows: plans } = await sql<{ readonly 'QUERY PLAN': readonly [{ readonly Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select from subscription_change where workspace_id = ${sql.lit(key)}`.execute(
    session.backend.db,
  );
  return plans[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}

describeSessions('statistics', (session) => {
  test('follow what a workspace writes, where another has filled the tables before', async () => {
    for (const key of ['old', 'new'])
      await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
    await fill(session(), 'old');
    expect(await believed(session(), 'old')).toBeGreaterThan(rows / 2);
    expect(await believed(session(), 'new')).toBeLessThan(10);
    await fill(session(), 'new');
    expect(await believed(session(), 'new')).toBeGreaterThan(rows / 2);
  });

  test('let a write look a batch up by its keys, rather than read all that the workspace has', async () => {
    await createWorkspace(session(), { key: 'large', name: 'large', currency: 'USD', timeZone: 'UTC' });
    for (let from = 0; from < 5 * rows; from += rows) await fill(session(), 'large', from);
    const ids = Array.from({ length: rows }, (_, index) => `s${index * 2}`);
    const { value: plan } = await session().write('large', async ({ trx, workspace }) =>
      sql`
        explain (format json) select account_id from subscription_change
        where workspace_id = ${workspace} and source = 'host' and subscription_id = any(${arrayOf('text', ids)})`.execute(
        trx,
      ),
    );
    expect(JSON.stringify(plan.rows)).toMatch(/"Index Cond":"[^"]*subscription_id = ANY/);
  });

  test('of what is rehearsed are not taken', async () => {
    await createWorkspace(session(), { key: 'try', name: 'try', currency: 'USD', timeZone: 'UTC' });
    const rehearsal = await session().rehearse();
    await fill(rehearsal, 'try');
    await rehearsal.close();
    expect(await believed(session(), 'try')).toBeLessThan(10);
  });
});
