import { dayOf, defaultPolicy, metricOf, selectAll, type Window } from '@plimsoll/metrics';
import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { freshDatabase } from '../testing/postgres.ts';
import { fillHistory, history } from './testing/generated-workspace.ts';

const runs = Number(process.env.PLIMSOLL_WIDE_RUNS ?? 40);

/** What happened to revenue in a window, in SQL alone: the first day is $2, the day after the last $3. */
const oracle = `
  with levels as (
    select account_id, coalesce(sum(amount) filter (where day < $2), 0) as opening,
           coalesce(sum(amount) filter (where day < $3), 0) as closing
    from movement where workspace_id = $1 group by account_id
  ), moved as (
    select kind, amount, opening > 0 and not exists (
             select 1 from movement as left_on where left_on.workspace_id = $1 and left_on.account_id = m.account_id
             and left_on.kind = 3 and left_on.day >= $2 and left_on.day < m.day) as of_base
    from movement as m join levels using (account_id) where m.workspace_id = $1 and day >= $2 and day < $3
  )
  select * from (
    select coalesce(sum(opening), 0) as start, coalesce(sum(closing), 0) as "end",
           coalesce(sum(least(opening, closing)) filter (where opening > 0 and closing > 0), 0) as kept,
           count(*) filter (where opening > 0) as "customersStart", count(*) filter (where closing > 0) as "customersEnd",
           count(*) filter (where opening > 0 and closing > 0) as "customersKept" from levels) as balances
  cross join (
    select coalesce(sum(amount) filter (where kind = 0), 0) as new, coalesce(sum(amount) filter (where kind = 4), 0) as reactivation,
           coalesce(sum(amount) filter (where kind = 1), 0) as expansion, -coalesce(sum(amount) filter (where kind = 2), 0) as contraction,
           -coalesce(sum(amount) filter (where kind = 3), 0) as churn, coalesce(sum(amount) filter (where kind = 5), 0) as fx,
           coalesce(sum(amount) filter (where kind = 1 and of_base), 0) as "baseExpansion",
           -coalesce(sum(amount) filter (where kind = 2 and of_base), 0) as "baseContraction",
           -coalesce(sum(amount) filter (where kind = 3 and of_base), 0) as "baseChurn",
           count(*) filter (where kind = 0) as "customersNew" from moved) as movements`;

test('revenue is what SQL alone makes of the movements, held in memory or not', async () => {
  const databaseUrl = await freshDatabase();
  const now = () => Date.parse('2026-06-15T12:00:00Z');
  const held = await openStore({ databaseUrl, now });
  const wide = await openStore({ databaseUrl, now, memoryBudget: 0, accountsAtOnce: 4 });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const windows = fc
    .tuple(fc.nat(600), fc.integer({ min: 1, max: 900 }))
    .map(([from, length]): Window => ({ start: dayOf(2024, 1, 1) + from, end: dayOf(2024, 1, 1) + from + length }));
  let made = 0;
  await fc.assert(
    fc.asyncProperty(history, fc.array(windows, { minLength: 1, maxLength: 3 }), async (generated, asked) => {
      const key = `w${made++}`;
      await held.createWorkspace({ key, name: 'Test', currency: 'USD', timeZone: 'UTC' });
      await fillHistory(held.workspace(key), generated);
      const { source } = metricOf('GRR');
      const ledger = await held.workspace(key).ledger();
      const inMemory = source.collect({ ledger, selection: selectAll(ledger), policy: defaultPolicy }, asked);
      const reader = await wide.workspace(key).reader();
      expect(reader.held).toBe(false);
      const question = { ledger: reader.ledger, selection: reader.select(), policy: defaultPolicy };
      expect(await reader.gather(source, question, asked)).toEqual(inMemory);
      for (const [place, { start, end }] of asked.entries()) {
        const { rows } = await client.query<Record<string, string>>(
          oracle.replaceAll('$2', `(date '1970-01-01' + ${start})`).replaceAll('$3', `(date '1970-01-01' + ${end})`),
          [key],
        );
        const told = Object.fromEntries(
          Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value) + 0]),
        );
        expect(inMemory[place]).toMatchObject(told);
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
  await client.end();
  await held.close();
  await wide.close();
}, 300_000);
