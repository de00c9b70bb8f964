import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';
import { readRows } from './testing/read-csv.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  await harbor.harbor.upsertAccounts([
    { externalId: 'acme', name: '=SUM(A1), "Acme"\nRockets' },
    { externalId: '-evil', name: '@evil' },
  ]);
  await harbor.harbor.upsertSubscriptions([
    {
      subscriptionId: 's9',
      accountExternalId: '-evil',
      startsOn: '2026-02-01',
      endsOn: null,
      amount: '100.01',
      currency: 'USD',
      interval: 'year',
      every: 1,
      quantity: 1,
    },
  ]);
});
afterAll(() => harbor.close());

/** What the graph says, as a cell would: exact amounts as they are, and a `'` before a text that could be a formula. */
const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && 'amount' in value) return String(value.amount);
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[=+\-@]/.test(value) ? `'${value}` : value;
};

async function portfolio(fields: string) {
  const { data, errors } = await harbor.ask(`{ portfolio { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.portfolio;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what is under test
type Row = any;

/** Holds every row of a CSV against what the graph says of it. */
function expectRows(csv: string, said: readonly Row[], cells: (row: Row) => Readonly<Record<string, unknown>>): void {
  const expected = said.map((row) =>
    Object.fromEntries(Object.entries(cells(row)).map(([key, value]) => [key, cell(value)])),
  );
  expect(expected.length).toBeGreaterThan(1);
  expect(readRows(csv)).toEqual(expected);
}

const amount = (money: Row) => ({ amount: money, currency: money?.currency });

const reading = (row: Row) => ({
  value: row.value,
  ...amount(row.money),
  reason: row.reason,
  numerator: row.numerator,
  denominator: row.denominator,
});
const readingFields = 'value money { amount currency } reason numerator denominator';

describe('CSV says what the graph says, cell by cell:', () => {
  it.each(['MRR', 'NRR', 'NPS'])('a series of %s', async (key) => {
    const { series } = await portfolio(
      `series(key: ${key}, period: { last: { count: 3, unit: MONTH } }) { csv points { period { start end open } ${readingFields} sampleSize marginOfError } }`,
    );
    expectRows(series.csv, series.points, (row) => ({
      ...row.period,
      ...reading(row),
      sampleSize: row.sampleSize,
      marginOfError: row.marginOfError,
    }));
  });

  it('movements, as steps and one by one, all of them', async () => {
    const { movements } = await portfolio(
      `movements { csv start { amount currency } end { amount currency } customersAtStart customersAtEnd steps { kind money { amount currency } accountCount }
        page: entries(first: 1) { csv totalCount nodes { date } }
        all: entries(first: 100) { nodes { account { externalId name } date kind money { amount currency } } } }`,
    );
    const { start, end, steps, customersAtStart, customersAtEnd } = movements;
    const all = [
      { kind: 'START', money: start, accountCount: customersAtStart },
      ...steps,
      { kind: 'END', money: end, accountCount: customersAtEnd },
    ];
    expectRows(movements.csv, all, (row) => ({
      kind: row.kind,
      ...amount(row.money),
      accountCount: row.accountCount,
    }));
    expect(movements.page.totalCount).toBeGreaterThan(1);
    expectRows(movements.page.csv, movements.all.nodes, (row) => ({
      account: row.account.externalId,
      name: row.account.name,
      date: row.date,
      kind: row.kind,
      ...amount(row.money),
    }));
  });

  it('contributors, all of them, with names that would be formulas', async () => {
    const { metric } = await portfolio(
      `metric(key: MRR) { page: contributors(first: 1) { csv } all: contributors(first: 100) { nodes { account { externalId name } numerator denominator money { amount currency } contribution effect } } }`,
    );
    expectRows(metric.page.csv, metric.all.nodes, ({ account, money, ...row }) => ({
      account: account.externalId,
      name: account.name,
      numerator: row.numerator,
      denominator: row.denominator,
      ...amount(money),
      contribution: row.contribution,
      effect: row.effect,
    }));
    expect(metric.page.csv).toContain(`"'=SUM(A1), ""Acme""\nRockets"`);
    expect(metric.page.csv).toContain(`'-evil,'@evil`);
    expect(metric.page.csv).toContain(',650.00,USD,');
  });

  it('a breakdown', async () => {
    const asked = 'key: MRR, by: "plan"';
    const { breakdown, breakdownCsv } = await portfolio(
      `breakdown(${asked}) { value accountCount reading { ${readingFields} } } breakdownCsv(${asked})`,
    );
    expectRows(breakdownCsv, breakdown, (row) => ({
      group: row.value,
      accountCount: row.accountCount,
      ...reading(row.reading),
    }));
  });

  it('cohorts', async () => {
    const asked = 'period: { range: { start: "2025-01-01", end: "2026-12-01" } }';
    const { cohorts, cohortsCsv } = await portfolio(
      `cohorts(${asked}) { month { start } size cells { age customers money { amount currency } customersKept revenueKept open } } cohortsCsv(${asked})`,
    );
    const cells = cohorts.flatMap((cohort: Row) => cohort.cells.map((one: Row) => ({ ...one, ...cohort })));
    expectRows(cohortsCsv, cells, (row) => ({
      month: row.month.start.slice(0, 7),
      size: row.size,
      age: row.age,
      customers: row.customers,
      ...amount(row.money),
      customersKept: row.customersKept,
      revenueKept: row.revenueKept,
      open: row.open,
    }));
  });

  it('the distribution of health', async () => {
    await harbor.harbor.upsertHealthModel({
      appliesTo: [],
      order: 0,
      key: 'default',
      name: 'Default',
      factors: [
        {
          key: 'use',
          label: 'Use',
          weight: 1,
          source: { kind: 'number', key: 'use' },
          scale: { zero: 0, hundred: 100 },
          format: 'NUMBER',
          staleAfterDays: null,
        },
      ],
      bands: [{ key: 'all', label: '+All', from: 0, to: 100, tone: 'GOOD' }],
    });
    await harbor.harbor.reportNumbers([{ accountExternalId: 'acme', key: 'use', day: '2026-01-01', value: 80 }]);
    const counts = ['accountCount', 'customers', 'before', 'won', 'lost', 'movedIn', 'movedOut'];
    const { healthDistribution } = await portfolio(
      `healthDistribution { csv groups { band { key label } ${counts.join(' ')} customerShare money { amount currency } moneyShare } }`,
    );
    expectRows(healthDistribution.csv, healthDistribution.groups, (row) => ({
      band: row.band?.key,
      label: row.band?.label,
      ...Object.fromEntries(counts.map((key) => [key, row[key]])),
      customerShare: row.customerShare,
      ...amount(row.money),
      moneyShare: row.moneyShare,
    }));
  });
});
