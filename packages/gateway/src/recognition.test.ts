import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'Billing', scopes: ['data:write'] })).secret;
});
afterAll(() => harbor.close());

// At the end of October 2026 harbor has acme with 650.00 and crux with 400.00. These come on top, each as switches say.
const subscriptions = [
  { id: 'rests', startsOn: '2026-01-01', endsOn: '2026-08-01', amount: '60' },
  { id: 'rests', startsOn: '2026-08-01', amount: '60', status: 'PAUSED' },
  { id: 'tries', startsOn: '2026-10-20', amount: '30', status: 'TRIALING' },
  { id: 'leaves', startsOn: '2026-01-01', endsOn: '2027-01-01', cancelledOn: '2026-10-05', amount: '120' },
  { id: 'friend', startsOn: '2026-01-01', amount: '80', discountPercent: '25' },
  { id: 'friend', startsOn: '2026-01-01', amount: '999', kind: 'ONE_TIME' },
  { id: 'signs', startsOn: '2027-02-01', signedOn: '2026-10-31', amount: '50' },
  { id: 'meter', startsOn: '2026-07-01', endsOn: '2026-10-01', amount: '300', kind: 'METERED' },
].map(({ id, ...rest }) => ({ subscriptionId: id, accountExternalId: id, currency: 'USD', ...rest }));

async function ask(query: string, variables: object = {}) {
  const { data, errors } = await harbor.ask(query, { period: { month: '2026-10' }, ...variables });
  expect(errors).toBeUndefined();
  return data;
}

describe('what counts as recurring revenue', () => {
  it('is taken in with all that billing systems know', async () => {
    const { data, errors } = await harbor.ask(
      `mutation($subscriptions: [SubscriptionInput!]!) { upsertSubscriptions(subscriptions: $subscriptions) {
        ... on BatchPayload { rejected results { status reason field } } } }`,
      { subscriptions: [...subscriptions, { ...subscriptions[3], subscriptionId: 'x', cancelledOn: '2027-05-05' }] },
      { token: key },
    );
    expect(errors).toBeUndefined();
    const { results, rejected } = data.upsertSubscriptions;
    expect(rejected).toBe(1);
    expect(results.at(-1)).toMatchObject({ status: 'REJECTED', field: 'cancelledOn' });
  });

  it('makes cohorts: the one of January 2026 lost a customer to a pause, unless pauses count', async () => {
    const january = async (policy: string) => {
      const asked = `period: { month: "2026-01" }, policy: ${policy}`;
      const { portfolio } = await ask(
        `{ portfolio { cohorts(${asked}) { cells { customers } } cohortsCsv(${asked}) } }`,
      );
      const kept = portfolio.cohorts[0].cells[7].customers;
      expect(portfolio.cohortsCsv.split('\r\n')[8].split(',')[3]).toBe(String(kept));
      return kept;
    };
    expect(await january('{ paused: COUNT }')).toBe((await january('{}')) + 1);
  });

  it.each([
    ['{}', '1230.00'],
    ['{ paused: COUNT }', '1290.00'],
    ['{ trial: INCLUDE }', '1260.00'],
    ['{ churnAt: CANCELLATION }', '1110.00'],
    ['{ discounts: IGNORE }', '1250.00'],
    ['{ metered: INCLUDE_TRAILING_AVERAGE }', '1330.00'],
    ['{ paused: COUNT, trial: INCLUDE, metered: INCLUDE_TRAILING_AVERAGE }', '1420.00'],
  ])('MRR under %s is %s', async (policy, amount) => {
    const data = await ask(`query($period: PeriodInput) { portfolio {
      metric(key: MRR, period: $period, policy: ${policy}) {
        money { amount } definition { policySwitches } contributors(first: 50) { nodes { money { minorUnits } } }
      }
      series(key: MRR, period: $period, policy: ${policy}) { points { money { amount } } }
      breakdown(key: MRR, by: "plan", period: $period, policy: ${policy}) { reading { money { minorUnits } } }
      movements(period: $period, policy: ${policy}) { end { amount } start { minorUnits } steps { money { minorUnits } } }
    } }`);
    const { metric, series, breakdown, movements } = data.portfolio;
    expect(metric.money.amount).toBe(amount);
    expect(metric.definition.policySwitches).toContain('paused');
    const sum = (parts: readonly { readonly money: { readonly minorUnits: string } }[]) =>
      parts.reduce((total, { money }) => total + Number(money.minorUnits), 0);
    const minor = Number(amount.replace('.', ''));
    expect(sum(metric.contributors.nodes)).toBe(minor);
    expect(series.points.map((point: { money: { amount: string } }) => point.money.amount)).toEqual([amount]);
    expect(sum(breakdown.map(({ reading }: { reading: object }) => reading))).toBe(minor);
    expect(movements.end.amount).toBe(amount);
    expect(Number(movements.start.minorUnits) + sum(movements.steps)).toBe(minor);
  });

  it('is echoed with the number, and the workspace’s own stays beside it', async () => {
    const data = await ask(`query($period: PeriodInput) { portfolio {
      asked: metric(key: MRR, period: $period, policy: { trial: INCLUDE }) { revision policy { trial paused summary { key value isDefault } } }
      own: metric(key: MRR, period: $period) { revision policy { trial } money { amount } }
    } }`);
    const { asked, own } = data.portfolio;
    expect(asked.policy).toMatchObject({ trial: 'INCLUDE', paused: 'ZERO' });
    expect(asked.policy.summary).toContainEqual({
      key: 'trial',
      value: 'Counted from their first day',
      isDefault: false,
    });
    expect(own).toMatchObject({ policy: { trial: 'EXCLUDE' }, money: { amount: '1230.00' }, revision: asked.revision });
  });

  it.each([
    ['{}', '1110.00', ['MRR', 'SET_TO_CANCEL']],
    ['{ cmrrSigned: INCLUDE }', '1160.00', ['MRR', 'SET_TO_CANCEL', 'SIGNED']],
    ['{ churnAt: CANCELLATION }', '1110.00', ['MRR', 'SET_TO_CANCEL']],
  ])('CMRR under %s is %s', async (policy, amount, terms) => {
    const data = await ask(`query($period: PeriodInput) { portfolio {
      metric(key: CMRR, period: $period, policy: ${policy}) { money { amount } terms { key } } } }`);
    expect(data.portfolio.metric.money.amount).toBe(amount);
    expect(data.portfolio.metric.terms.map((term: { key: string }) => term.key)).toEqual(terms);
  });

  it('stays within a token’s reach', async () => {
    const token = await harbor.token({ accounts: ['rests'] });
    const { data } = await harbor.ask(
      `{ portfolio { metric(key: MRR, policy: { paused: COUNT }) { money { amount } accountCount } } }`,
      {},
      { token },
    );
    expect(data.portfolio.metric).toEqual({ money: { amount: '60.00' }, accountCount: 1 });
  });

  it('is the workspace’s own once it is set', async () => {
    await harbor.harbor.setPolicy({ paused: 'count' });
    const data = await ask(`query($period: PeriodInput) { portfolio {
      metric(key: MRR, period: $period) { money { amount } policy { paused } } } }`);
    expect(data.portfolio.metric).toEqual({ money: { amount: '1290.00' }, policy: { paused: 'COUNT' } });
  });
});
