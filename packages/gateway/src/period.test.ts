import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  await harbor.harbor.setFiscalYear(2);
  await harbor.harbor.setTargets({ NRR: { value: 1.05 }, MRR: { value: 1000.1 }, LOGO_CHURN: { value: 0.6 } });
});
afterAll(() => harbor.close());

const period = '{ period { start end label unit count open } }';
const asked = async (named: string): Promise<unknown> => {
  const { data, errors } = await harbor.ask(`{ portfolio { metric(key: NEW_MRR, period: ${named}) ${period} } }`);
  return errors?.[0]?.message ?? data.portfolio.metric.period;
};

describe('periods through the graph', () => {
  it.each([
    ['{ fiscalYear: 2026 }', '2025-02-01', '2026-02-01', 'FY2026', 'FISCAL_YEAR', 1],
    ['{ current: FISCAL_YEAR }', '2026-02-01', '2027-02-01', 'FY2027', 'FISCAL_YEAR', 1],
    ['{ current: FISCAL_QUARTER }', '2026-11-01', '2027-02-01', 'FY2027-Q4', 'FISCAL_QUARTER', 1],
    ['{ last: { count: 1, unit: FISCAL_QUARTER } }', '2026-08-01', '2026-11-01', 'FY2027-Q3', 'FISCAL_QUARTER', 1],
    ['{ last: { count: 2, unit: FISCAL_YEAR } }', '2024-02-01', '2026-02-01', null, 'FISCAL_YEAR', 2],
    ['{ last: { count: 3, unit: DAY } }', '2026-11-18', '2026-11-21', null, 'DAY', 3],
    ['{ last: { count: 1, unit: WEEK } }', '2026-11-09', '2026-11-16', '2026-W46', 'WEEK', 1],
    ['{ last: { count: 1, unit: MONTH } }', '2026-10-01', '2026-11-01', '2026-10', 'MONTH', 1],
    ['{ last: { count: 1, unit: QUARTER } }', '2026-07-01', '2026-10-01', '2026-Q3', 'QUARTER', 1],
    ['{ last: { count: 1, unit: YEAR } }', '2025-01-01', '2026-01-01', '2025', 'YEAR', 1],
    ['{ month: "2024-02" }', '2024-02-01', '2024-03-01', '2024-02', 'MONTH', 1],
    ['{ range: { start: "2026-01-10", end: "2026-01-12" } }', '2026-01-10', '2026-01-12', null, null, null],
  ])('%s', async (named, start, end, label, unit, count) => {
    expect(await asked(named)).toMatchObject({ start, end, label, unit, count });
  });

  it.each(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'])(
    'any granularity in a series: %s over a fiscal year',
    async (granularity) => {
      const { data, errors } = await harbor.ask(
        `{ portfolio { whole: metric(key: NET_NEW_MRR, period: { fiscalYear: 2026 }) { value }
          series(key: NET_NEW_MRR, granularity: ${granularity}, period: { fiscalYear: 2026 }) { granularity points { value period { label start end } } } } }`,
      );
      expect(errors).toBeUndefined();
      const { points } = data.portfolio.series;
      expect(data.portfolio.series.granularity).toBe(granularity);
      const counts = { DAY: 365, WEEK: 53, MONTH: 12, QUARTER: 5, YEAR: 2, FISCAL_QUARTER: 4, FISCAL_YEAR: 1 };
      expect(points).toHaveLength(counts[granularity as keyof typeof counts]);
      for (const { period: of } of points) expect(of.label).toEqual(expect.any(String));
      if (!['DAY', 'MONTH', 'FISCAL_QUARTER', 'FISCAL_YEAR'].includes(granularity)) return;
      const sum = points.reduce((total: number, { value }: { value: number }) => total + value, 0);
      expect(sum).toBe(data.portfolio.whole.value);
    },
  );

  it('say where the fiscal year starts', async () => {
    const { data } = await harbor.ask('{ viewer { workspace { fiscalYearStartsIn } } }');
    expect(data.viewer.workspace.fiscalYearStartsIn).toBe(2);
  });
});

describe('comparison with a target', () => {
  it('is the value less the target, with money to the minor unit', async () => {
    const { data, errors } = await harbor.ask(
      `{ portfolio { metrics(keys: [MRR, LOGO_CHURN, GRR], compare: TARGET) {
        value target { value } previous { value } change { absolute relative direction assessment money { amount } } } } }`,
    );
    expect(errors).toBeUndefined();
    const [mrr, churn, grr] = data.portfolio.metrics;
    expect(mrr).toMatchObject({
      value: 1050,
      target: { value: 1000.1 },
      previous: null,
      change: { absolute: 49.9, direction: 'UP', assessment: 'BETTER', money: { amount: '49.90' } },
    });
    expect(mrr.change.relative).toBeCloseTo(49.9 / 1000.1, 12);
    expect(churn.value).toBe(0.5);
    expect(churn.change).toMatchObject({ direction: 'DOWN', assessment: 'BETTER', relative: null, money: null });
    expect(churn.change.absolute).toBeCloseTo(-0.1, 12);
    expect(grr).toMatchObject({ value: expect.any(Number), target: null, change: null });
  });

  it('has no change where there is no number', async () => {
    const { data } = await harbor.ask(
      '{ portfolio { metric(key: NRR, period: { year: 2020 }, compare: TARGET) { value reason change { absolute } } } }',
    );
    expect(data.portfolio.metric).toEqual({ value: null, reason: 'NO_BASE', change: null });
  });
});
