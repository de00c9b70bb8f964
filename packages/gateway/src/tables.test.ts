import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

interface Step {
  readonly kind: string;
  readonly money: { readonly minorUnits: string };
  readonly accountCount: number;
}

describe('movements', () => {
  it('lead from the start to the end, for a portfolio and for an account', async () => {
    const report =
      'movements(period: { year: 2026 }) { start { minorUnits } end { minorUnits } customersAtStart customersAtEnd steps { kind accountCount money { minorUnits } } }';
    const { data } = await harbor.ask(`{ portfolio { ${report} } account(externalId: "acme") { ${report} } }`);
    for (const { movements } of [data.portfolio, data.account]) {
      const moved = movements.steps.reduce((sum: number, { money }: Step) => sum + Number(money.minorUnits), 0);
      expect(Number(movements.start.minorUnits) + moved).toBe(Number(movements.end.minorUnits));
    }
    expect(data.portfolio.movements).toMatchObject({ customersAtStart: 2, customersAtEnd: 2 });
    expect(
      data.portfolio.movements.steps.map(({ kind, accountCount, money }: Step) => [
        kind,
        accountCount,
        money.minorUnits,
      ]),
    ).toEqual([
      ['NEW', 1, '40000'],
      ['EXPANSION', 1, '15000'],
      ['REACTIVATION', 0, '0'],
      ['CONTRACTION', 0, '0'],
      ['CHURN', 1, '-10000'],
      ['FX', 0, '0'],
    ]);
  });

  it('can be read one by one', async () => {
    const { data } = await harbor.ask(`{
      portfolio { movements(period: { year: 2026 }) { entries(kinds: [CHURN, NEW]) { totalCount nodes { date kind account { externalId } money { amount } } } } }
    }`);
    expect(data.portfolio.movements.entries).toEqual({
      totalCount: 2,
      nodes: [
        { date: '2026-09-01', kind: 'CHURN', account: { externalId: 'bolt' }, money: { amount: '-100.00' } },
        { date: '2026-03-10', kind: 'NEW', account: { externalId: 'crux' }, money: { amount: '400.00' } },
      ],
    });
  });
});

describe('breakdown', () => {
  it('is of a segment and of a CSM as of the accounts they stand for', async () => {
    const wanted =
      'breakdown(key: MRR, by: "region") { value accountCount reading { value } } cohorts { size } features { key }';
    await harbor.harbor.upsertCsms([{ externalId: 'ann', name: 'Ann', fte: 1, rampedOn: '2025-01-01' }]);
    await harbor.harbor.upsertAccounts([{ externalId: 'acme', traits: { csm: 'ann' } }]);
    await harbor.harbor.upsertSegments([{ key: 'ann', name: 'Ann’s', filter: { csm: { in: ['ann'] } } }]);
    const { data, errors } = await harbor.ask(
      `{ segment(key: "ann") { ${wanted} } csm(externalId: "ann") { ${wanted} breakdownCsv(key: MRR, by: "region") } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.segment.breakdown).toEqual([{ value: 'Europe', accountCount: 1, reading: { value: 650 } }]);
    const { breakdownCsv, ...csm } = data.csm;
    expect(csm).toEqual(data.segment);
    expect(breakdownCsv).toContain('\r\nEurope,1,');
  });

  it('has every account in one group', async () => {
    const { data } = await harbor.ask(`{
      portfolio {
        metric(key: MRR) { numerator }
        plan: breakdown(key: MRR, by: "plan") { value accountCount reading { value } }
        region: breakdown(key: MRR, by: "region") { value accountCount reading { value } }
      }
    }`);
    expect(data.portfolio.plan).toEqual([
      { value: 'Team', accountCount: 2, reading: { value: 1050 } },
      { value: 'Starter', accountCount: 1, reading: { value: 0 } },
    ]);
    expect(data.portfolio.region).toEqual([
      { value: '', accountCount: 2, reading: { value: 400 } },
      { value: 'Europe', accountCount: 1, reading: { value: 650 } },
    ]);
  });
});

describe('breakdownSeries', () => {
  const points = 'points { value numerator denominator period { start end } }';
  const asked = 'key: NRR, period: { last: { count: 6, unit: MONTH } }, trailing: 12';

  it('is the series of each group’s accounts', async () => {
    const { data } = await harbor.ask(`{
      portfolio {
        whole: series(${asked}) { ${points} }
        plans: breakdownSeries(${asked}, by: "plan") { value accountCount series { granularity revision policy { nrrMethod } ${points} } }
      }
      team: portfolio(filter: { trait: { key: "plan", in: ["Team"] } }) { series(${asked}) { granularity revision policy { nrrMethod } ${points} } }
      starter: portfolio(filter: { trait: { key: "plan", in: ["Starter"] } }) { series(${asked}) { granularity revision policy { nrrMethod } ${points} } }
    }`);
    const { whole, plans } = data.portfolio;
    expect(plans).toEqual([
      { value: 'Team', accountCount: 2, series: data.team.series },
      { value: 'Starter', accountCount: 1, series: data.starter.series },
    ]);
    expect(whole.points).toHaveLength(6);
    whole.points.forEach(({ numerator }: { numerator: number }, index: number) => {
      const parts = plans.map(({ series }: { series: typeof whole }) => series.points[index].numerator ?? 0);
      expect(parts.reduce((sum: number, part: number) => sum + part, 0)).toBeCloseTo(numerator, 6);
    });
  });

  it('is refused with more points than are answered, and with a look-back that is none', async () => {
    const days = (count: number) =>
      `{ portfolio { breakdownSeries(key: MRR, by: "cell", granularity: DAY, period: { last: { count: ${count}, unit: DAY } }) { value } } }`;
    await harbor.harbor.upsertAccounts(
      Array.from({ length: 48 }, (_, cell) => ({ externalId: `cell-${cell}`, traits: { cell: `c${cell}` } })),
    );
    // 48 values, and none.
    expect((await harbor.ask(days(204))).data.portfolio.breakdownSeries).toHaveLength(49);
    const { errors } = await harbor.ask(days(205));
    expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(errors?.[0]?.message).toMatch(/^49 groups of 205 points are 10045 points, and at most 10000 are answered\./);
    const wrong = await harbor.ask('{ portfolio { breakdownSeries(key: MRR, by: "plan", trailing: 121) { value } } }');
    expect(wrong.errors?.[0]?.message).toMatch(/Give 1 to 120/);
  });
});

describe('cohorts', () => {
  it('follow who first paid in a month', async () => {
    const { data } = await harbor.ask(`{
      portfolio { cohorts(period: { range: { start: "2026-03-01", end: "2026-04-01" } }) { size month { start } cells { age customers revenueKept open money { amount } } } }
    }`);
    const [march] = data.portfolio.cohorts;
    expect(march).toMatchObject({ size: 1, month: { start: '2026-03-01' } });
    expect(march.cells).toHaveLength(9);
    expect(march.cells.at(-1)).toEqual({
      age: 8,
      customers: 1,
      revenueKept: 1,
      open: true,
      money: { amount: '400.00' },
    });
  });

  it('refuse more months than a table may have', async () => {
    const { errors } = await harbor.ask(
      '{ portfolio { cohorts(period: { last: { count: 121, unit: MONTH } }) { size } } }',
    );
    expect(errors?.[0]?.message).toMatch(/121 months, and a table of cohorts at most 120/);
    const edge = await harbor.ask('{ portfolio { cohorts(period: { last: { count: 120, unit: MONTH } }) { size } } }');
    expect(edge.errors).toBeUndefined();
  });
});

describe('each of them', () => {
  it.each([
    'movements { start { amount } }',
    'breakdown(key: MRR, by: "plan") { value }',
    'breakdownSeries(key: MRR, by: "plan") { value }',
    'cohorts { size }',
  ])('%s needs its scope and minds the token’s reach', async (field) => {
    const noMetrics = await harbor.token({ scopes: ['accounts:read'] });
    expect(
      (await harbor.ask(`{ portfolio { ${field} } }`, {}, { token: noMetrics })).errors?.[0]?.extensions.code,
    ).toBe('FORBIDDEN');
    const acmeOnly = await harbor.token({ accounts: ['acme'], scopes: ['metrics:read'] });
    expect((await harbor.ask(`{ portfolio { ${field} } }`, {}, { token: acmeOnly })).errors).toBeUndefined();
  });
});
