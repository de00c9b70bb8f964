import { PGlite } from '@electric-sql/pglite';
import { defaultPolicy, metricOf, type Period, readEach, selectWhere } from '@plimsoll/metrics';
import pg from 'pg';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { type Company, makeCompany, monthStart, months, plans, regions } from './company.ts';
import { measure, printTable } from './measure.ts';

const accounts = 100_000;
const points = 24;

/** Runs one statement; both drivers do. */
type Query = (text: string, values?: unknown[]) => Promise<{ readonly rows: unknown[] }>;

const question = `
  select e.month as month, sum(s.amount) as start, sum(least(s.amount, coalesce(n.amount, 0))) as kept,
         sum(coalesce(n.amount, 0)) as now, count(*) as customers, count(n.amount) as retained
  from (select generate_series(${months - points}, ${months - 1}) as month) e
  join account_month s on s.month = e.month - 12
  join account a on a.id = s.account and a.plan = 'Team' and a.region = 'Europe'
  left join account_month n on n.account = s.account and n.month = e.month
  group by e.month order by e.month`;

/** 24 points of trailing-twelve-month NRR and GRR with two trait filters: the ledger against hand-written SQL. */
export async function benchRetention(postgres: StartedPostgres): Promise<void> {
  const company = makeCompany(accounts);
  const { ledger } = company;
  const filter = {
    kind: 'and',
    of: [
      { kind: 'trait', key: 'plan', in: ['Team'] },
      { kind: 'trait', key: 'region', in: ['Europe'] },
    ],
  } as const;
  const policy = { ...defaultPolicy, nrrMethod: 'trailing12Cohort' } as const;
  const today = monthStart(months) + 5;
  const periods = Array.from({ length: points }, (_, index): Period => {
    const end = monthStart(months - points + index + 1);
    return { start: monthStart(months - points + index - 11), end, unit: 'MONTH', count: 12, open: false };
  });
  const ask = () => {
    const asked = { ledger, selection: selectWhere(ledger, filter), policy };
    return {
      nrr: readEach(metricOf('NRR'), asked, periods, today),
      grr: readEach(metricOf('GRR'), asked, periods, today),
    };
  };
  const inLedger = await measure(40, ask);

  const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
  await load(company, (text, values) => pool.query(text, values));
  const inPostgres = await measure(5, () => pool.query(question));
  const answered = (await pool.query(question)).rows;
  await pool.end();

  const pglite = await PGlite.create();
  await load(company, (text, values) => pglite.query(text, values));
  const inPglite = await measure(3, () => pglite.query(question));
  await pglite.close();

  checkSame(ask(), answered);
  const row = (name: string, { p50, min, max }: typeof inLedger): string[] => [
    name,
    p50.toFixed(1),
    `${min.toFixed(1)}–${max.toFixed(1)}`,
    `${(p50 / inLedger.p50).toFixed(0)} ×`,
  ];
  printTable(
    `24 points of trailing-twelve-month NRR and GRR with two trait filters, ${accounts.toLocaleString('en')} accounts × ${months} months`,
    ['', 'p50 ms', 'range', 'of the ledger’s'],
    [
      row('ledger', inLedger),
      row('PostgreSQL, hand-written SQL', inPostgres),
      row('PGlite, hand-written SQL', inPglite),
    ],
  );
}

async function load({ accounts: { plan, region }, balances }: Company, query: Query): Promise<void> {
  // A schema of its own, since the import is measured in the same database.
  await query('create schema bench');
  await query('set search_path to bench');
  await query('create table account (id int primary key, plan text not null, region text not null)');
  await query('create table account_month (account int, month smallint, amount bigint, primary key (account, month))');
  await query(
    'insert into account select id - 1, ($1::text[])[p + 1], ($2::text[])[r + 1] from unnest($3::int[], $4::int[]) with ordinality as t(p, r, id)',
    [[...plans], [...regions], [...plan], [...region]],
  );
  const size = 100_000;
  for (let from = 0; from < balances.account.length; from += size) {
    await query('insert into account_month select * from unnest($1::int[], $2::smallint[], $3::bigint[])', [
      [...balances.account.subarray(from, from + size)],
      [...balances.month.subarray(from, from + size)],
      [...balances.amount.subarray(from, from + size)],
    ]);
  }
  await query('create index on account_month (month, account) include (amount)');
  await query('analyze');
}

/** A fast wrong answer is worth nothing: both must have divided the same integers. */
function checkSame(
  ledger: {
    readonly nrr: readonly { readonly value: number | null }[];
    readonly grr: readonly { readonly value: number | null }[];
  },
  rows: unknown[],
): void {
  rows.forEach((row, index) => {
    // The statement above names its columns; both drivers give sums of bigint as text.
    const { start, kept, now } = row as Record<'start' | 'kept' | 'now', string>;
    const [nrr, grr] = [ledger.nrr[index]?.value, ledger.grr[index]?.value];
    if (nrr !== Number(now) / Number(start) || grr !== Number(kept) / Number(start)) {
      throw new Error(
        `Point ${index}: the ledger says ${nrr} and ${grr}, SQL ${Number(now) / Number(start)} and ${Number(kept) / Number(start)}.`,
      );
    }
  });
  if (rows.length !== points) throw new Error(`SQL answered ${rows.length} points instead of ${points}.`);
}
