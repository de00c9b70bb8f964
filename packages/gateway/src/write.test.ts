import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
let key: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'etl', scopes: ['data:write', 'metrics:read', 'accounts:read'] }))
    .secret;
});
afterAll(() => harbor.close());

const result = `{
  __typename
  ... on BatchPayload { rejected revision results { status reason field } }
  ... on Failure { message }
}`;

async function write(mutation: string, variables: object = {}, token: string | null = key) {
  const { data, errors } = await harbor.ask(mutation, variables, { token });
  return { written: data === undefined || data === null ? undefined : Object.values(data)[0], errors } as {
    readonly written: {
      readonly results: readonly { readonly status: string; readonly reason: string | null }[];
      readonly revision: string;
    };
    readonly errors: Awaited<ReturnType<Harbor['ask']>>['errors'];
  };
}

const upsertSubscriptions = `mutation ($subscriptions: [SubscriptionInput!]!) { upsertSubscriptions(subscriptions: $subscriptions) ${result} }`;
const subscription = {
  subscriptionId: 'n1',
  accountExternalId: 'newcomer',
  startsOn: '2026-10-01',
  amount: '70.00',
  currency: 'USD',
};

describe('batches', () => {
  it('write what is good, tell what is not, and can be sent twice', async () => {
    const batch = {
      subscriptions: [
        { ...subscription, interval: 'QUARTER', quantity: 3 },
        { ...subscription, subscriptionId: 'n2', amount: '-1' },
        { ...subscription, subscriptionId: 'n3', currency: 'XYZ' },
        { ...subscription, subscriptionId: 'n4', endsOn: '2026-09-01' },
      ],
    };
    const { written } = await write(upsertSubscriptions, batch);
    expect(written.results.map(({ status }) => status)).toEqual(['CREATED', 'REJECTED', 'REJECTED', 'REJECTED']);
    for (const { reason } of written.results.slice(1)) expect(reason).toMatch(/\. /);
    const again = await write(upsertSubscriptions, batch);
    expect(again.written.results[0]?.status).toBe('UNCHANGED');
    expect(again.written.revision).toBe(written.revision);
    const { data } = await harbor.ask(
      '{ account(externalId: "newcomer") { metric(key: MRR) { value } } }',
      {},
      { token: key },
    );
    expect(data.account.metric.value).toBe(70);
  });

  it.each([
    [
      'accounts',
      'mutation { upsertAccounts(accounts: [{ externalId: "acme", name: "Acme", traits: [{ key: "plan", value: "Business" }] }])',
      'UPDATED',
    ],
    [
      'people',
      'mutation { upsertPeople(people: [{ externalId: "p1", accountExternalId: "acme", name: "Ann" }])',
      'CREATED',
    ],
    ['rates', 'mutation { setExchangeRates(rates: [{ currency: "EUR", day: "2026-01-01", rate: "1.10" }])', 'CREATED'],
    [
      'numbers',
      'mutation { reportNumbers(numbers: [{ accountExternalId: "acme", key: "use", day: "2026-11-01", value: 0.8 }])',
      'CREATED',
    ],
    [
      'usage',
      'mutation { upsertUsageDays(days: [{ accountExternalId: "acme", user: "ann", day: "2026-11-01", feature: "reports", events: 3 }])',
      'CREATED',
    ],
    [
      'events',
      'mutation { recordUsageEvents(events: [{ eventId: "e1", accountExternalId: "acme", user: "ann", at: "2026-11-02T10:00:00Z", feature: "reports", sessionId: "s", seconds: 3 }])',
      'CREATED',
    ],
    [
      'milestone definitions',
      'mutation { upsertMilestoneDefinitions(definitions: [{ key: "live", name: "Live", role: FIRST_VALUE }])',
      'CREATED',
    ],
    [
      'milestones',
      'mutation { upsertMilestones(milestones: [{ accountExternalId: "acme", milestone: "live", reachedOn: "2026-11-02" }])',
      'CREATED',
    ],
    [
      'outcomes',
      'mutation { upsertOutcomes(outcomes: [{ outcomeId: "o1", accountExternalId: "acme", name: "Sooner", baseline: 12, target: 4.5, dueOn: "2026-12-31" }])',
      'CREATED',
    ],
    [
      'progress of outcomes',
      'mutation { upsertOutcomeProgress(progress: [{ outcomeId: "o1", on: "2026-11-01", value: 8 }])',
      'CREATED',
    ],
    [
      'advocacy',
      'mutation { upsertAdvocacyActs(acts: [{ actId: "a1", accountExternalId: "acme", kind: CASE_STUDY, on: "2026-11-01", person: "Ann" }])',
      'CREATED',
    ],
    [
      'seats',
      'mutation { upsertSeats(seats: [{ accountExternalId: "acme", day: "2026-11-01", seats: 12 }])',
      'CREATED',
    ],
    [
      'features',
      'mutation { upsertFeatures(features: [{ key: "alerts", name: "Alerts", plans: ["Team"] }])',
      'CREATED',
    ],
    [
      'surveys',
      'mutation { upsertSurveys(surveys: [{ key: "ces", name: "Ces", question: "?", lowLabel: "a", highLabel: "b", followUps: [], thanks: "t", open: true }])',
      'CREATED',
    ],
    [
      'answers',
      'mutation { upsertSurveyResponses(responses: [{ externalId: "r1", survey: "relationship", respondent: "p1", answer: 9, respondedAt: "2026-11-01T10:00:00Z" }])',
      'CREATED',
    ],
  ])('take %s', async (_, mutation, status) => {
    const { written, errors } = await write(`${mutation} ${result} }`);
    expect(errors).toBeUndefined();
    expect(written.results).toMatchObject([{ status, reason: null }]);
  });

  it('are refused whole when they are too large', async () => {
    const subscriptions = Array.from({ length: limits.batchSize + 1 }, (_, index) => ({
      ...subscription,
      subscriptionId: `m${index}`,
    }));
    const { written } = await write(upsertSubscriptions, { subscriptions });
    expect(written).toMatchObject({
      __typename: 'BatchTooLargeError',
      message: expect.stringContaining('501 records'),
    });
  });

  it('are for keys that may write, and never for a browser’s token', async () => {
    const { secret } = await harbor.harbor.createApiKey({ name: 'reader', scopes: ['metrics:read'] });
    for (const token of [secret, await harbor.token()]) {
      const { errors } = await write(upsertSubscriptions, { subscriptions: [subscription] }, token);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('stay within the key’s own workspace', async () => {
    const { secret } = await harbor.rival.createApiKey({ name: 'etl', scopes: ['data:write'] });
    await write(
      upsertSubscriptions,
      { subscriptions: [{ ...subscription, subscriptionId: 'r9', accountExternalId: 'only-rival' }] },
      secret,
    );
    const { data } = await harbor.ask('{ account(externalId: "only-rival") { name } }');
    expect(data.account).toBeNull();
  });
});
