import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Harbor, openHarbor } from '../testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const year = { last: { count: 12, unit: 'MONTH' } };
const decade = { last: { count: 120, unit: 'MONTH' } };
const costOf = ({ extensions }: Answer) => extensions?.cost;

describe('a document weighs what it takes to answer', () => {
  // Three accounts take one pass; 1 is for the field portfolio.
  it.each([
    ['metric(key: NRR, period: $period) { value }', 13, year],
    ['series(key: NRR, period: $period) { csv }', 57, year],
    ['series(key: NRR, period: $period) { revision }', 258, decade],
    ['series(key: NRR, period: $period, trailing: 12) { revision }', 368, decade],
    ['series(key: NRR, period: $period, trailing: 120) { revision }', 1_448, decade],
    ['breakdown(key: NRR, by: "plan", period: $period) { value }', 131, year],
    ['breakdownSeries(key: NRR, by: "plan", period: $period) { value }', 381, year],
    ['breakdownCsv(key: NRR, by: "plan", period: $period)', 111, year],
    // 12 cohorts of 23 months, a tenth of a unit each.
    ['cohortsCsv(period: $period)', 50, year],
    ['cohorts(period: $period) { cells { age } }', 338, year],
    ['metric(key: NRR, period: $period) { contributors(first: 1) { csv } }', 135, year],
    ['movements(period: $period) { entries(first: 1) { csv } }', 147, year],
    ['metric(key: NRR) { value @skip(if: true) name: value @include(if: false) }', 12, null],
    ['metric(key: NRR) { ... on MetricReading { value numerator denominator } }', 15, null],
  ])('%s weighs %i', async (field, weight, period) => {
    const query = `query ${period === null ? '' : '($period: PeriodInput)'} { portfolio { ${field} } }`;
    const found = await harbor.ask(query, { period });
    expect(found.errors).toBeUndefined();
    expect(costOf(found)).toMatchObject({ weight, limit: 20_000 });
    expect((await harbor.askWith({ limits: { weight } }, query, { period })).errors).toBeUndefined();
    const { data, errors } = await harbor.askWith({ limits: { weight: weight - 1 } }, query, { period });
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(errors?.[0]?.message).toMatch(`The operation weighs ${weight}, and one request may weigh ${weight - 1}.`);
  });

  it.each([{ last: { count: -2_147_483_648, unit: 'YEAR' } }, { range: { start: '2026-01-01', end: '0001-01-01' } }])(
    'no period makes room for other fields: %j',
    async (period) => {
      const query = (field: string) => `query ($period: PeriodInput) { portfolio { ${field} } }`;
      for (const field of [
        'cohortsCsv(period: $period)',
        'cohorts(period: $period) { size }',
        'series(key: MRR, period: $period) { revision }',
      ]) {
        // It is refused where it is executed, as a period that is none, and weighed before.
        const { errors } = await harbor.askWith({ limits: { weight: 20 } }, query(field), { period });
        expect(errors?.[0]?.extensions.code, field).toBe(
          field.startsWith('series') ? 'BAD_REQUEST' : 'QUERY_TOO_COMPLEX',
        );
      }
    },
  );

  it('counts as used what was resolved, entry by entry', async () => {
    const page = await harbor.ask('{ accounts(first: 100) { nodes { name externalId } } }');
    // Twelve for the list and one for its nodes; three accounts of two fields were found, of a hundred.
    expect(costOf(page)).toEqual({ weight: 12 + 100 * (1 + 5 * 2), used: 12 + 1 + 3 * 2, limit: 20_000 });
    const absent = await harbor.ask('{ account(externalId: "nobody") { name metric(key: MRR) { value } } }');
    expect(costOf(absent)).toEqual({ weight: 14, used: 1, limit: 20_000 });
  });
});

describe('policy overrides that derive revenue anew', () => {
  const readings = (policies: readonly string[]): string =>
    `{ portfolio { ${policies.map((policy, index) => `a${index}: metric(key: MRR, policy: ${policy}) { value }`).join(' ')} } }`;

  it('are shared between aliases, and at most two in a request', async () => {
    const two = [
      '{ paused: COUNT }',
      '{ trial: INCLUDE }',
      '{ paused: COUNT }',
      '{ pastDue: DROP, trial: INCLUDE, pastDue: COUNT }',
    ];
    const { errors } = await harbor.ask(readings([...two.slice(0, 3), ...two.slice(0, 2)]));
    expect(errors).toBeUndefined();
    const past = await harbor.ask(readings([...two.slice(0, 2), '{ discounts: IGNORE }']));
    expect(past.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(past.errors?.[0]?.message).toMatch(/3 sets of MRR rules .* may ask for 2/);
  });

  it('do not count where they change nothing that is derived', async () => {
    const { errors } = await harbor.ask(
      readings([
        '{ minimumSample: 3 }',
        '{ nrrMethod: TRAILING_12_COHORT }',
        '{ paused: ZERO }',
        '{ ltvCapMonths: 12 }',
      ]),
    );
    expect(errors).toBeUndefined();
  });
});
