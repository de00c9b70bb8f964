import {
  type AccountFilter,
  breakdown,
  cohorts,
  defaultPolicy,
  type Ledger,
  metricOf,
  type Period,
  type Reading,
  readEach,
  type Selection,
  selectAll,
  selectWhere,
} from '@plimsoll/metrics';
import type { StartedPostgres } from '../server/start-postgres.ts';
import { makeCompany, monthStart, months } from './company.ts';
import { openDuckdb, openPglite, openPostgres } from './databases.ts';
import { measure, measureInTurns, printTable } from './measure.ts';

const accounts = 100_000;
const points = 24;
/** The last day of the history. */
export const retentionToday = monthStart(months) - 1;
const today = retentionToday;

/** The policy under which NRR follows a cohort for twelve months. */
export const trailingPolicy = { ...defaultPolicy, nrrMethod: 'trailing12Cohort' } as const;

const policy = trailingPolicy;

/** A twelfth of the accounts. */
export const twoTraits: AccountFilter = {
  kind: 'and',
  of: [
    { kind: 'trait', key: 'plan', in: ['Team'] },
    { kind: 'trait', key: 'region', in: ['Europe'] },
  ],
};

/** One question, asked of the ledger and in hand-written SQL over account-months. */
interface Question {
  readonly title: string;
  readonly sql: string;
  /** Answers from scratch each time, and gives what SQL gives: rows of integers, in the order of the statement. */
  readonly ask: (ledger: Ledger) => readonly (readonly number[])[];
}

/** The question in SQL over account-months. */
export const trailing = (where: string, group = ''): string => `
  select ${group === '' ? '' : `${group}, `}e.month as month, sum(s.amount) as opening, sum(least(s.amount, coalesce(n.amount, 0))) as kept,
         sum(coalesce(n.amount, 0)) as closing, count(*) as customers, count(n.amount) as retained
  from (select month from generate_series(${months - points}, ${months - 1}) as series(month)) e
  join account_month s on s.month = e.month - 12
  join account a on a.id = s.account ${where}
  left join account_month n on n.account = s.account and n.month = e.month
  group by ${group === '' ? '' : `${group}, `}e.month order by ${group === '' ? '' : `${group}, `}e.month`;

/** The twelve months up to each of the last months. */
export const trailingWindows = Array.from(
  { length: points },
  (_, index): Period => ({
    start: monthStart(months - points + index - 11),
    end: monthStart(months - points + index + 1),
    unit: 'MONTH',
    count: 12,
    open: false,
  }),
);

const windows = trailingWindows;

function retention(ledger: Ledger, selection: Selection): readonly (readonly number[])[] {
  const asked = { ledger, selection, policy };
  const nrr = readEach(metricOf('NRR'), asked, windows, today);
  const grr = readEach(metricOf('GRR'), asked, windows, today);
  const logos = readEach(metricOf('LOGO_RETENTION'), asked, windows, today);
  return retentionOf(nrr, grr, logos);
}

/** The same by plan, in the order of their names. */
function retentionByPlan(ledger: Ledger): readonly (readonly number[])[] {
  const asked = { ledger, selection: selectAll(ledger), policy };
  const [nrr = [], grr = [], logos = []] = (['NRR', 'GRR', 'LOGO_RETENTION'] as const).map((key) =>
    breakdown(metricOf(key), asked, 'plan', windows, today).toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  );
  return nrr.flatMap(({ readings }, plan) =>
    retentionOf(readings, grr[plan]?.readings ?? [], logos[plan]?.readings ?? []),
  );
}

/** What SQL gives, from readings: opening, kept and closing revenue in annualised minor units, customers and the retained. */
export function retentionOf(
  nrr: readonly Reading[],
  grr: readonly Reading[],
  logos: readonly Reading[],
): readonly (readonly number[])[] {
  const yearly = (perMonth: number | null | undefined): number => Math.round((perMonth ?? 0) * 12 * 100);
  return windows.map((_, w) => [
    yearly(grr[w]?.denominator),
    yearly(grr[w]?.numerator),
    yearly(nrr[w]?.numerator),
    logos[w]?.denominator ?? 0,
    logos[w]?.numerator ?? 0,
  ]);
}

const questions: readonly Question[] = [
  {
    title: 'two trait filters',
    sql: trailing("and a.plan = 'Team' and a.region = 'Europe'"),
    ask: (ledger) => retention(ledger, selectWhere(ledger, twoTraits)),
  },
  { title: 'no filter', sql: trailing(''), ask: (ledger) => retention(ledger, selectAll(ledger)) },
  {
    title: 'grouped by plan',
    sql: trailing('', 'a.plan'),
    ask: retentionByPlan,
  },
  {
    title: 'cohorts, 36 × 36',
    sql: `select f.month as cohort, b.month as month, count(*) as customers, sum(b.amount) as revenue
          from (select account, min(month) as month from account_month group by account) f
          join account_month b on b.account = f.account
          group by f.month, b.month order by f.month, b.month`,
    ask: (ledger) => {
      const period: Period = {
        start: monthStart(0),
        end: monthStart(months),
        unit: 'MONTH',
        count: months,
        open: false,
      };
      const table = cohorts({ ledger, selection: selectAll(ledger), policy: defaultPolicy }, period, today);
      return table.flatMap(({ cells }) =>
        cells
          .filter(({ customers }) => customers > 0)
          .map(({ customers, money }) => [customers, Number(money.minor) * 12]),
      );
    },
  },
];

/** Retention and cohorts of a large company: the ledger against hand-written SQL, both checked to say the same. */
export async function benchRetention(postgres: StartedPostgres): Promise<void> {
  const company = makeCompany(accounts);
  // As in a server that has been up for a while: what is asked often is compiled.
  for (const { ask } of questions) await measure(30, () => ask(company.ledger));
  const rows: string[][] = [];
  for (const open of [
    () => openDuckdb(company),
    () => openPostgres(company, postgres.url),
    () => openPglite(company),
  ]) {
    const rival = await open();
    const ours: string[] = [];
    const theirs: string[] = [];
    for (const { title, sql, ask } of questions) {
      checkSame(title, ask(company.ledger), await rival.query(sql), rival.name);
      const [ledger, database] = await measureInTurns(
        rival.runs,
        () => ask(company.ledger),
        () => rival.query(sql),
      );
      ours.push(ledger.p50.toFixed(1));
      theirs.push(`${database.p50.toFixed(0)} (${(database.p50 / ledger.p50).toFixed(0)} ×)`);
    }
    await rival.close();
    rows.push(['ledger, in turns with', ...ours], [rival.name, ...theirs]);
  }
  printTable(
    `24 points of trailing-twelve-month NRR, GRR and logos, and cohorts: ${accounts.toLocaleString('en')} accounts × ${months} months, p50 in ms and × of the ledger’s, which keeps no answer from one question to the next`,
    ['', ...questions.map(({ title }) => title)],
    rows,
  );
}

/** A fast wrong answer is worth nothing: both must have found the same integers. */
export function checkSame(
  title: string,
  ours: readonly (readonly number[])[],
  theirs: readonly Readonly<Record<string, unknown>>[],
  rival: string,
): void {
  const numbers = theirs.map((row) =>
    Object.entries(row)
      .filter(([column]) => !['plan', 'month', 'cohort'].includes(column))
      .map(([, value]) => Number(value)),
  );
  ours.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== numbers[index]?.[column]) {
        throw new Error(
          `${title}, row ${index}: the ledger says ${row.join(' ')}, ${rival} ${numbers[index]?.join(' ')}.`,
        );
      }
    });
  });
  if (numbers.length !== ours.length)
    throw new Error(`${title}: ${ours.length} rows, ${rival} gave ${numbers.length}.`);
}
