import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

const result = '{ ... on BatchPayload { results { status reason } } ... on Failure { message } }';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  const { secret } = await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write'] });
  // October 2026 has 31 days. ann comes on all of them, bob on ten, the ann of bolt on one.
  const october = (day: number) => `2026-10-${String(day).padStart(2, '0')}`;
  const days = [
    ...Array.from({ length: 31 }, (_, index) => ({ accountExternalId: 'acme', user: 'ann', day: october(index + 1) })),
    ...Array.from({ length: 10 }, (_, index) => ({
      accountExternalId: 'acme',
      user: 'bob',
      day: october(index + 1),
      feature: 'reports',
    })),
    { accountExternalId: 'bolt', user: 'ann', day: october(31), feature: 'export' },
  ];
  const { data } = await harbor.ask(
    `mutation ($days: [UsageDayInput!]!) { upsertUsageDays(days: $days) ${result} }`,
    { days },
    { token: secret },
  );
  expect(data.upsertUsageDays.results).toEqual(days.map(() => ({ status: 'CREATED', reason: null })));
});
afterAll(() => harbor.close());

describe('usage', () => {
  it('is read over the last complete month unless told otherwise', async () => {
    const { data, errors } = await harbor.ask(`{
      portfolio {
        metric(key: STICKINESS) {
          definition { family unit } period { start end } value numerator denominator previous { value reason }
          contributors { nodes { account { name } numerator denominator } }
        }
        november: metric(key: STICKINESS, period: { current: MONTH }) { value reason }
      }
      account(externalId: "acme") { metric(key: STICKINESS) { numerator denominator } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.portfolio.metric).toMatchObject({
      definition: { family: 'PRODUCT', unit: 'FRACTION' },
      period: { start: '2026-10-01', end: '2026-11-01' },
      value: 42 / 93,
      numerator: 42,
      denominator: 93,
      previous: { value: null, reason: 'NO_USAGE_DATA' },
    });
    expect(data.portfolio.metric.contributors.nodes).toEqual([
      { account: { name: 'Acme Rockets' }, numerator: 41, denominator: 62 },
      { account: { name: 'Bolt & Sons' }, numerator: 1, denominator: 31 },
    ]);
    expect(data.portfolio.november).toEqual({ value: null, reason: 'NO_USAGE_DATA' });
    expect(data.account.metric).toEqual({ numerator: 41, denominator: 62 });
  });

  it('is told by feature, alone, in a list, in a series and by plan', async () => {
    const { data, errors } = await harbor.ask(`{
      portfolio {
        metric(key: FEATURE_ADOPTION, feature: "reports") { value }
        metrics(keys: [FEATURE_ADOPTION, STICKINESS], feature: "export") { value }
        series(key: FEATURE_ADOPTION, period: { month: "2026-10" }, feature: "reports") { points { value } }
        breakdown(key: FEATURE_ADOPTION, by: "plan", feature: "reports") { value reading { numerator denominator } }
        unnamed: metric(key: FEATURE_ADOPTION) { value reason }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.portfolio).toEqual({
      metric: { value: 1 / 3 },
      metrics: [{ value: 1 / 3 }, { value: 42 / 93 }],
      series: { points: [{ value: 1 / 3 }] },
      breakdown: [
        { value: 'Team', reading: { numerator: 1, denominator: 2 } },
        { value: 'Starter', reading: { numerator: 0, denominator: 1 } },
      ],
      unnamed: { value: null, reason: 'NOT_APPLICABLE' },
    });
  });

  it('is adopted under the policy of the question, which is echoed', async () => {
    const { data, errors } = await harbor.ask(`{
      portfolio {
        usual: metric(key: USER_ADOPTION, period: { month: "2026-10" }) { value policy { userAdoptionAtLeast } }
        once: metric(key: USER_ADOPTION, period: { month: "2026-10" }, policy: { userAdoptionAtLeast: 1 }) {
          value policy { userAdoptionWeeks userAdoptionAtLeast summary { key isDefault } }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.portfolio.usual).toEqual({ value: 1 / 3, policy: { userAdoptionAtLeast: 3 } });
    expect(data.portfolio.once).toMatchObject({ value: 1, policy: { userAdoptionWeeks: 4, userAdoptionAtLeast: 1 } });
    expect(data.portfolio.once.policy.summary).toContainEqual({ key: 'userAdoptionAtLeast', isDefault: false });
  });

  it('is not asked for in more weeks than are looked at', async () => {
    for (const policy of ['{ userAdoptionAtLeast: 5 }', '{ userAdoptionWeeks: 2 }', '{ userAdoptionWeeks: 0 }']) {
      const { errors } = await harbor.ask(`{ portfolio { metric(key: USER_ADOPTION, policy: ${policy}) { value } } }`);
      expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    }
  });

  it('stays with its tenant, and with the accounts of a token', async () => {
    const query = '{ portfolio { metric(key: STICKINESS) { value reason numerator } } }';
    const rival = await harbor.ask(query, {}, { token: await harbor.rivalToken() });
    expect(rival.data.portfolio.metric).toMatchObject({ value: null, reason: 'NO_USAGE_DATA' });
    const bolt = await harbor.ask(query, {}, { token: await harbor.token({ accounts: ['bolt'] }) });
    expect(bolt.data.portfolio.metric.numerator).toBe(1);
  });
});
