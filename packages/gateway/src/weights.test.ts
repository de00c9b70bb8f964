import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const year = { last: { count: 12, unit: 'MONTH' } };
const decade = { last: { count: 120, unit: 'MONTH' } };

describe('a document weighs what it takes to answer', () => {
  it.each([
    ['series(key: NRR, period: $period) { csv }', 54, 222, year],
    ['series(key: NRR, period: $period) { revision }', 251, 47, decade],
    ['series(key: NRR, period: $period, trailing: 12) { revision }', 361, 33, decade],
    ['series(key: NRR, period: $period, trailing: 120) { revision }', 1_441, 8, decade],
    ['breakdown(key: NRR, by: "plan", period: $period) { value }', 120, 99, year],
    ['breakdownSeries(key: NRR, by: "plan", period: $period) { value }', 360, 33, year],
    ['breakdownCsv(key: NRR, by: "plan", period: $period)', 100, 119, year],
    ['cohortsCsv(period: $period)', 100, 119, year],
    ['metric(key: NRR, period: $period) { contributors(first: 1) { csv } }', 330, 36, year],
    ['movements(period: $period) { entries(first: 1) { csv } }', 340, 35, year],
  ])('%s weighs %i and can be asked %i times', async (field, weight, most, period) => {
    const ask = (count: number) => {
      const aliases = Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
      return harbor.ask(`query ($period: PeriodInput) { portfolio { ${aliases} } }`, { period });
    };
    expect((await ask(most)).errors).toBeUndefined();
    const { data, errors } = await ask(most + 1);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    const told = `complexity ${1 + weight * (most + 1)} of ${limits.complexity}`;
    expect(errors?.[0]?.message).toMatch(
      new RegExp(`${told}, .* Ask for fewer fields, smaller pages or fewer aliases`),
    );
  });
});
