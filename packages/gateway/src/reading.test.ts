import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  await harbor.harbor.setTargets({ NRR: { value: 1.05, watch: 0.9 } });
});
afterAll(() => harbor.close());

describe('a reading', () => {
  it('explains itself', async () => {
    // November 2025 to October 2026: opening MRR 600 of acme and bolt; acme adds 150, bolt leaves, crux is new.
    const { data, errors } = await harbor.ask(`{
      portfolio {
        metric(key: NRR) {
          definition { key formula unit direction reference }
          period { start end open unit count }
          value numerator denominator reason
          terms { key side sign value money { amount currency minorUnits } }
          previous { value reason }
          change { absolute }
          target { value watch } status
          sampleSize coverage excluded { reason count }
          policy { nrrMethod summary { key isDefault } }
          contributors(orderBy: EFFECT_ASC) { totalCount nodes { account { name } numerator denominator money { amount } contribution effect } }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    const money = (amount: string) => ({ amount, currency: 'USD', minorUnits: amount.replace('.', '') });
    expect(data.portfolio.metric).toMatchObject({
      definition: { key: 'NRR', unit: 'FRACTION', direction: 'HIGHER_IS_BETTER', reference: 1 },
      period: { start: '2025-11-01', end: '2026-11-01', open: false, unit: 'MONTH', count: 12 },
      value: 650 / 600,
      numerator: 650,
      denominator: 600,
      reason: null,
      terms: [
        { key: 'START_MRR', side: 'NUMERATOR', sign: 'PLUS', value: 600, money: money('600.00') },
        { key: 'EXPANSION_MRR', side: 'NUMERATOR', sign: 'PLUS', value: 150, money: money('150.00') },
        { key: 'CONTRACTION_MRR', side: 'NUMERATOR', sign: 'MINUS', value: 0 },
        { key: 'CHURNED_MRR', side: 'NUMERATOR', sign: 'MINUS', value: 100, money: money('100.00') },
        { key: 'START_MRR', side: 'DENOMINATOR', sign: 'PLUS', value: 600 },
      ],
      previous: { value: null, reason: 'NO_BASE' },
      change: null,
      target: { value: 1.05, watch: 0.9 },
      status: 'GOOD',
      coverage: 1,
      excluded: [{ reason: 'WON_IN_PERIOD', count: 1 }],
      policy: { nrrMethod: 'PERIODIC' },
      contributors: { totalCount: 2 },
    });
    const [bolt, acme] = data.portfolio.metric.contributors.nodes;
    expect(bolt).toMatchObject({ account: { name: 'Bolt & Sons' }, numerator: 0, denominator: 100 });
    expect(bolt.effect).toBeCloseTo(-1 / 6, 12);
    expect(acme).toMatchObject({ account: { name: 'Acme Rockets' }, money: { amount: '650.00' } });
    expect(bolt.contribution + acme.contribution).toBeCloseTo(data.portfolio.metric.value, 12);
  });

  it('is the same for an account as for a portfolio of that account', async () => {
    const metric =
      'metric(key: MRR, period: { month: "2026-04" }) { value change { absolute relative direction assessment } }';
    const { data } = await harbor.ask(
      `query ($id: ID!) {
      account(externalId: "acme") { id ${metric} }
      portfolio(filter: { accounts: [$id] }) { ${metric} }
    }`,
      { id: await idOf('acme') },
    );
    const { id: _, ...account } = data.account;
    expect(account).toEqual(data.portfolio);
    expect(account.metric).toEqual({
      value: 500,
      change: { absolute: 0, relative: 0, direction: 'FLAT', assessment: 'NEUTRAL' },
    });
  });

  it('narrows to what a filter holds for', async () => {
    const { data } = await harbor.ask(`{
      team: portfolio(filter: { trait: { key: "plan", in: ["Team"] } }) { metric(key: MRR) { value } }
      rest: portfolio(filter: { not: { trait: { key: "plan", in: ["Team"] } } }) { metric(key: MRR, period: { month: "2026-07" }) { value } }
      noRegion: portfolio(filter: { and: [{ trait: { key: "region", in: [""] } }, { trait: { key: "plan", in: ["Team"] } }] }) { accountCount }
      either: portfolio(filter: { or: [{ trait: { key: "region", in: ["Europe"] } }, { trait: { key: "plan", in: ["Starter"] } }] }) { accountCount }
      nobody: portfolio(filter: { or: [] }) { accountCount }
      unknown: portfolio(filter: { trait: { key: "colour", in: ["blue"] } }) { accountCount }
      search: portfolio(filter: { search: "ROCK" }) { accountCount }
      large: portfolio(filter: { mrr: { atLeast: "400.00", below: "650" } }) { metric(key: MRR) { value } }
      paying: portfolio(filter: { mrr: { atLeast: "0.01" } }) { accountCount }
      recent: portfolio(filter: { customerSince: { from: "2026-03-10", until: "2026-03-11" } }) { accountCount }
      unscored: portfolio(filter: { health: { atLeast: 0 } }) { accountCount }
    }`);
    expect(data).toEqual({
      team: { metric: { value: 1050 } },
      rest: { metric: { value: 100 } },
      noRegion: { accountCount: 1 },
      either: { accountCount: 2 },
      nobody: { accountCount: 0 },
      unknown: { accountCount: 0 },
      search: { accountCount: 1 },
      large: { metric: { value: 400 } },
      paying: { accountCount: 2 },
      recent: { accountCount: 1 },
      unscored: { accountCount: 0 },
    });
  });

  it('answers under a policy given for one question', async () => {
    const { data } = await harbor.ask(`{
      portfolio {
        metric(key: LOGO_CHURN) { value }
        other: metric(key: LOGO_CHURN, policy: { churnDenominator: START_PLUS_NEW }) { value policy { churnDenominator } }
      }
    }`);
    expect(data.portfolio.metric.value).toBe(1 / 2);
    expect(data.portfolio.other).toEqual({ value: 1 / 3, policy: { churnDenominator: 'START_PLUS_NEW' } });
  });

  it('gives several metrics in the order asked', async () => {
    const { data } = await harbor.ask(
      '{ portfolio { metrics(keys: [CUSTOMERS, ARPA, FX_MRR]) { definition { key } value } } }',
    );
    expect(data.portfolio.metrics).toEqual([
      { definition: { key: 'CUSTOMERS' }, value: 2 },
      { definition: { key: 'ARPA' }, value: 525 },
      { definition: { key: 'FX_MRR' }, value: 0 },
    ]);
  });
});

describe('a series', () => {
  it('rolls forward from point to point', async () => {
    const { data } = await harbor.ask(`{
      portfolio {
        mrr: series(key: MRR, period: { year: 2026 }) { points { period { start open } money { amount } } }
        net: series(key: NET_NEW_MRR, period: { year: 2026 }) { points { money { amount } } }
      }
    }`);
    const mrr = data.portfolio.mrr.points.map((point: { money: { amount: string } }) => Number(point.money.amount));
    const net = data.portfolio.net.points.map((point: { money: { amount: string } }) => Number(point.money.amount));
    expect(mrr).toEqual([600, 600, 1000, 1000, 1150, 1150, 1150, 1150, 1050, 1050, 1050, 1050]);
    expect(mrr.slice(1).map((value: number, index: number) => value - mrr[index])).toEqual(net.slice(1));
    expect(data.portfolio.mrr.points.filter((point: { period: { open: boolean } }) => point.period.open)).toHaveLength(
      2,
    );
  });

  it('looks back over as many units as it is told', async () => {
    const { data } = await harbor.ask(`{
      portfolio { series(key: NRR, period: { last: { count: 2, unit: MONTH } }, trailing: 12) { points { period { start end } value } } }
    }`);
    expect(data.portfolio.series.points).toEqual([
      { period: { start: '2025-10-01', end: '2026-10-01' }, value: 650 / 600 },
      { period: { start: '2025-11-01', end: '2026-11-01' }, value: 650 / 600 },
    ]);
  });
});

describe('a bad question', () => {
  it.each([
    ['an unknown metric', '{ portfolio { metric(key: NRRR) { value } } }', /NRRR/],
    [
      'a period backwards',
      '{ portfolio { metric(key: NRR, period: { range: { start: "2026-02-01", end: "2026-01-01" } }) { value } } }',
      /not after its start/,
    ],
    [
      'a day that is none',
      '{ portfolio { metric(key: NRR, period: { range: { start: "2026-02-30", end: "2026-03-01" } }) { value } } }',
      /not a date/,
    ],
    [
      'a month that is none',
      '{ portfolio { metric(key: NRR, period: { month: "2026-00" }) { value } } }',
      /not a month/,
    ],
    [
      'two periods',
      '{ portfolio { metric(key: NRR, period: { month: "2026-01", year: 2026 }) { value } } }',
      /exactly one/i,
    ],
    ['no period', '{ portfolio { metric(key: NRR, period: {}) { value } } }', /exactly one/i],
    [
      'zero months',
      '{ portfolio { metric(key: NRR, period: { last: { count: 0, unit: MONTH } }) { value } } }',
      /0 units/,
    ],
    [
      'too many points',
      '{ portfolio { series(key: MRR, granularity: DAY, period: { last: { count: 5, unit: YEAR } }) { points { value } } } }',
      /more than 400/,
    ],
    [
      'trailing units past the most',
      '{ portfolio { series(key: NRR, trailing: 121) { points { value } } } }',
      /121 units\. Give 1 to 120/,
    ],
    ['no trailing units', '{ portfolio { series(key: NRR, trailing: 0) { points { value } } } }', /1 to 120/],
    ['a sample of none', '{ portfolio { metric(key: NPS, policy: { minimumSample: 0 }) { value } } }', /minimumSample/],
    ['no account id', '{ account { name } }', /exactly one of id and externalId/],
    ['both account ids', '{ account(id: "x", externalId: "y") { name } }', /exactly one of id and externalId/],
    ['a page of 101', '{ accounts(first: 101) { totalCount } }', /0 to 100/],
    ['a page of less than nothing', '{ accounts(first: -1) { totalCount } }', /0 to 100/],
    ['a cursor of somebody else', '{ accounts(after: "rubbish") { nodes { name } } }', /cursor/i],
    ['an id of something else', '{ node(id: "rubbish") { id } }', /./],
    [
      'an amount that is none',
      '{ portfolio(filter: { mrr: { below: "1e3" } }) { accountCount } }',
      /not an amount of USD/,
    ],
    ['rubbish', '{ portfolio {', /Syntax Error/],
  ])('%s is told what is wrong', async (_, query, message) => {
    const { errors } = await harbor.ask(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', requestId: expect.any(String) });
  });
});

async function idOf(externalId: string): Promise<string> {
  const { data } = await harbor.ask('query ($externalId: String!) { account(externalId: $externalId) { id } }', {
    externalId,
  });
  return data.account.id;
}
