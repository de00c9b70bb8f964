import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write', 'metrics:read', 'accounts:read'] }))
    .secret;
});
afterAll(() => harbor.close());

const upsertCosts = `mutation ($costs: [CostInput!]!) { upsertCosts(costs: $costs) {
  ... on BatchPayload { results { status reason field } } } }`;
const year = { startsOn: '2026-01-01', endsOn: '2027-01-01', currency: 'USD' };
const october = '{ month: "2026-10" }';

describe('lifetime value through the graph', () => {
  it('says its factors, and goes by the policy that is asked for', async () => {
    // Six months to the end of October: Bolt left on 1 September, of 3 + 3 + 3 + 3 + 3 + 2 customer months.
    const fields =
      '{ value reason factors { key operation unit value capped money { amount } } policy { ltvMethod ltvCapMonths } }';
    const { data, errors } = await harbor.ask(
      `{ portfolio {
        asked: metric(key: LTV, period: ${october}, policy: { ltvMethod: ARPA_OVER_CHURN }) ${fields}
        capped: metric(key: LTV, period: ${october}, policy: { ltvMethod: ARPA_OVER_CHURN, ltvChurnMonths: 1, ltvCapMonths: 10 }) ${fields}
        endless: metric(key: LTV, period: ${october}, policy: { ltvMethod: ARPA_OVER_CHURN, ltvChurnMonths: 1, ltvCapMonths: null }) ${fields}
        payback: metric(key: CAC_PAYBACK, period: { month: "2026-03" }) { value definition { unit } factors { key operation unit } }
      } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.portfolio.asked).toEqual({
      value: 525 * 17,
      reason: null,
      factors: [{ key: 'LIFETIME', operation: 'TIMES', unit: 'MONTHS', value: 17, capped: false, money: null }],
      policy: { ltvMethod: 'ARPA_OVER_CHURN', ltvCapMonths: 60 },
    });
    expect(data.portfolio.capped).toMatchObject({ value: 5250, factors: [{ value: 10, capped: true }] });
    expect(data.portfolio.endless).toMatchObject({
      value: null,
      reason: 'NO_CHURN',
      factors: [{ value: null }],
      policy: { ltvCapMonths: null },
    });
    expect(data.portfolio.payback).toMatchObject({
      definition: { unit: 'MONTHS' },
      factors: [{ key: 'ARPA' }, { key: 'MARGIN' }],
    });
  });

  it('refuses a policy out of range', async () => {
    const { errors } = await harbor.ask('{ portfolio { metric(key: LTV, policy: { ltvChurnMonths: 61 }) { value } } }');
    expect(errors?.[0]?.message).toMatch(/"ltvChurnMonths" cannot be 61\. .* Give a whole number from 1 to 60/);
  });
});

describe('costs through the graph', () => {
  it('are taken in, and refused with a reason', async () => {
    const { data, errors } = await harbor.ask(
      upsertCosts,
      {
        costs: [
          { externalId: 'ads', category: 'ACQUISITION', amount: '3600.00', ...year },
          { externalId: 'team', category: 'SUCCESS', amount: '1800.00', ...year },
          { externalId: 'desk', category: 'SUPPORT', amount: '360.00', accountExternalId: 'acme', ...year },
          { externalId: 'bad', category: 'SUPPORT', amount: '1.00', accountExternalId: 'nobody', ...year },
        ],
      },
      { token: key },
    );
    expect(errors).toBeUndefined();
    expect(data.upsertCosts.results.map(({ status }: { status: string }) => status)).toEqual([
      'CREATED',
      'CREATED',
      'CREATED',
      'REJECTED',
    ]);
    expect(data.upsertCosts.results[3]).toMatchObject({ field: 'accountExternalId', reason: expect.any(String) });
  });

  it('make CAC of the period in which customers were won', async () => {
    // Crux was won on 10 March, which bears a twelfth.
    const { data } = await harbor.ask(
      `{ portfolio { march: metric(key: CAC, period: { month: "2026-03" }) { money { amount } terms { key value } }
         october: metric(key: CAC, period: ${october}) { value reason definition { family undefinedReasons { reason title } } } } }`,
    );
    expect(data.portfolio.march).toEqual({
      money: { amount: '300.00' },
      terms: [
        { key: 'ACQUISITION_COST', value: 300 },
        { key: 'CUSTOMERS_NEW', value: 1 },
      ],
    });
    expect(data.portfolio.october).toMatchObject({
      value: null,
      reason: 'NO_BASE',
      definition: {
        family: 'ECONOMICS',
        undefinedReasons: expect.arrayContaining([expect.objectContaining({ reason: 'NO_COST_DATA' })]),
      },
    });
  });

  it('are left out of a filtered portfolio where they are of the whole workspace', async () => {
    const { data } = await harbor.ask(
      `{ portfolio { metric(key: COST_TO_CARRY, period: ${october}) { numerator denominator excluded { reason } } }
         filtered: portfolio(filter: { search: "acme" }) {
           metric(key: COST_TO_CARRY, period: ${october}) { numerator excluded { reason count } } } }`,
    );
    // October: a twelfth of both, over the 1,050.00 a month of Acme and Crux.
    expect(data.portfolio.metric).toEqual({
      numerator: 180,
      denominator: 1050,
      excluded: [],
    });
    expect(data.filtered.metric).toEqual({ numerator: 30, excluded: [{ reason: 'SHARED_COSTS', count: 1 }] });
  });

  it('are told to no other tenant', async () => {
    const query = `{ portfolio { metric(key: COST_TO_CARRY, period: ${october}) { numerator reason } } }`;
    const rival = await harbor.ask(query, {}, { token: await harbor.rivalToken() });
    expect(rival.data.portfolio.metric).toEqual({ numerator: 0, reason: 'NO_COST_DATA' });
  });

  it.each([
    'metric(key: COST_TO_CARRY) { value }',
    'metrics(keys: [MRR, CRC]) { value }',
    'series(key: CAC) { points { value } }',
  ])('are kept from a token for some accounts, which customers hold: %s', async (field) => {
    const customers = await harbor.token({ accounts: ['acme'] });
    const { errors } = await harbor.ask(`{ account(externalId: "acme") { ${field} } }`, {}, { token: customers });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await harbor.ask(`{ account(externalId: "acme") { ${field} } }`)).errors).toBeUndefined();
  });

  it('are kept from such a token in a breakdown too', async () => {
    const customers = await harbor.token({ accounts: ['acme'] });
    const query = '{ portfolio { breakdown(key: CAC, by: "plan") { value } } }';
    expect((await harbor.ask(query, {}, { token: customers })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('are written by keys that may write alone', async () => {
    const { errors } = await harbor.ask(upsertCosts, { costs: [] }, { token: await harbor.token() });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('CSMs through the graph', () => {
  it('make ARR per CSM, for their own tenant alone', async () => {
    const { data, errors } = await harbor.ask(
      `mutation {
        upsertAccounts(accounts: [{ externalId: "acme", traits: [{ key: "csm", value: "ann" }] }]) { __typename }
        upsertCsms(csms: [
          { externalId: "ann", name: "Ann", fte: 0.5, rampedOn: "2026-01-01" }
          { externalId: "bob", name: "Bob", fte: -1, rampedOn: "2026-01-01" }
        ]) { ... on BatchPayload { results { status field } } }
      }`,
      {},
      { token: key },
    );
    expect(errors).toBeUndefined();
    expect(data.upsertCsms.results).toEqual([
      { status: 'CREATED', field: null },
      { status: 'REJECTED', field: 'fte' },
    ]);
    const query = '{ portfolio { metric(key: ARR_PER_CSM) { value reason denominator excluded { reason count } } } }';
    const asked = await harbor.ask(query);
    expect(asked.data.portfolio.metric).toEqual({
      value: 25_200,
      reason: null,
      denominator: 0.5,
      excluded: [{ reason: 'NO_RAMPED_CSM', count: 1 }],
    });
    const rival = await harbor.ask(query, {}, { token: await harbor.rivalToken() });
    expect(rival.data.portfolio.metric).toMatchObject({ value: null, reason: 'NO_BASE' });
  });
});
