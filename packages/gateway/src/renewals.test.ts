import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  const { secret } = await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write'] });
  const year = 'startsOn: "2025-11-01", currency: "USD"';
  const { data, errors } = await harbor.ask(
    `mutation { upsertContracts(contracts: [
      { contractId: "a1", accountExternalId: "acme", endsOn: "2026-10-05", amount: "6000.00", ${year} }
      { contractId: "a2", accountExternalId: "acme", renews: "a1", signedOn: "2026-09-20", startsOn: "2026-10-05", endsOn: "2026-12-20", amount: "7800.00", currency: "USD", noticeDays: 30 }
      { contractId: "b1", accountExternalId: "bolt", endsOn: "2026-10-31", amount: "1200.00", lostOn: "2026-08-01", ${year} }
      { contractId: "c1", accountExternalId: "crux", endsOn: "2026-11-10", amount: "4800.00", ${year} }
      { contractId: "c2", accountExternalId: "crux", endsOn: "2026-10-10", amount: "1.00", status: DRAFT, ${year} }
      { contractId: "bad", accountExternalId: "crux", endsOn: "2025-10-10", amount: "1.00", ${year} }
    ]) { ... on BatchPayload { results { status field } } } }`,
    {},
    { token: secret },
  );
  expect(errors).toBeUndefined();
  expect(data.upsertContracts.results.map(({ status }: { status: string }) => status)).toEqual([
    ...Array.from({ length: 5 }, () => 'CREATED'),
    'REJECTED',
  ]);
});
afterAll(() => harbor.close());

const october = 'period: { month: "2026-10" }';

describe('renewals through the graph', () => {
  it('make the renewal rate of the period they are due in, with terms and contributors', async () => {
    const { data, errors } = await harbor.ask(`{ portfolio {
      rate: metric(key: RENEWAL_RATE, ${october}) {
        value terms { key side money { amount } value } contributors { nodes { account { externalId } numerator denominator } }
      }
      logos: metric(key: RENEWAL_RATE_LOGOS, ${october}) { value }
      before: metric(key: RENEWAL_RATE, period: { month: "2026-01" }) { value reason }
      renewals(${october}) { totalCount total { amount } nodes { contract { contractId } status settledOn } }
    } }`);
    expect(errors).toBeUndefined();
    const { rate, logos, before, renewals } = data.portfolio;
    expect(rate.value).toBe(6000 / 7200);
    expect(rate.terms.slice(0, 3)).toEqual([
      { key: 'RENEWED', side: 'NUMERATOR', money: { amount: '6000.00' }, value: 6000 },
      { key: 'DUE', side: 'DENOMINATOR', money: { amount: '7200.00' }, value: 7200 },
      { key: 'EXPANDED', side: 'STATISTIC', money: { amount: '1800.00' }, value: 1800 },
    ]);
    expect(rate.contributors.nodes).toEqual(
      expect.arrayContaining([
        { account: { externalId: 'acme' }, numerator: 6000, denominator: 6000 },
        { account: { externalId: 'bolt' }, numerator: 0, denominator: 1200 },
      ]),
    );
    expect(logos.value).toBe(1 / 2);
    expect(before).toEqual({ value: null, reason: 'NO_RENEWALS_DUE' });
    expect(renewals).toEqual({
      totalCount: 2,
      total: { amount: '7200.00' },
      nodes: [
        { contract: { contractId: 'a1' }, status: 'RENEWED', settledOn: '2026-09-20' },
        { contract: { contractId: 'b1' }, status: 'LOST', settledOn: '2026-08-01' },
      ],
    });
  });

  it('show what is next of an account, and what is due and undecided in the quarter', async () => {
    const renewal =
      '{ endsOn daysLeft arr { amount } autoRenew noticeBy status band { key } contract { contractId startsOn renews } }';
    const { data, errors } = await harbor.ask(`{
      acme: account(externalId: "acme") { renewal ${renewal} }
      bolt: account(externalId: "bolt") { renewal { endsOn } }
      portfolio {
        renewals(status: [UPCOMING, OVERDUE]) { total { amount } nodes { account { externalId } status daysLeft } }
        risk: metric(key: REVENUE_AT_RISK) { value reason terms { key money { amount } } }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.acme.renewal).toEqual({
      endsOn: '2026-12-20',
      daysLeft: expect.any(Number),
      arr: { amount: '7800.00' },
      autoRenew: false,
      noticeBy: '2026-11-20',
      status: 'UPCOMING',
      band: null,
      contract: { contractId: 'a2', startsOn: '2026-10-05', renews: 'a1' },
    });
    expect(data.bolt.renewal).toBeNull();
    const { renewals, risk } = data.portfolio;
    expect(renewals.total).toEqual({ amount: '12600.00' });
    expect(renewals.nodes.map(({ account }: { account: { externalId: string } }) => account.externalId)).toEqual([
      'crux',
      'acme',
    ]);
    expect(risk).toMatchObject({ value: null, reason: 'NO_SCORES' });
    expect(risk.terms).toContainEqual({ key: 'DUE', money: renewals.total });
  });

  it('stay within the reach of a token', async () => {
    const token = await harbor.token({ accounts: ['acme'] });
    const query = `{ account(externalId: "crux") { renewal { endsOn } }
      portfolio { renewals(${october}) { totalCount } metric(key: RENEWAL_RATE, ${october}) { denominator } } }`;
    const { data } = await harbor.ask(query, {}, { token });
    expect(data).toEqual({ account: null, portfolio: { renewals: { totalCount: 1 }, metric: { denominator: 6000 } } });
    const rival = await harbor.ask(query, {}, { token: await harbor.rivalToken() });
    expect(rival.data.portfolio.renewals.totalCount).toBe(0);
  });
});

describe('what keeping customers costs', () => {
  it('is read per ARR too, and not by tokens for some accounts', async () => {
    const query = '{ portfolio { metric(key: CRC_PER_ARR) { value reason } } }';
    expect((await harbor.ask(query)).data.portfolio.metric).toEqual({ value: null, reason: 'NO_COST_DATA' });
    const token = await harbor.token({ accounts: ['acme'] });
    expect((await harbor.ask(query, {}, { token })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
