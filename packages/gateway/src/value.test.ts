import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  await harbor.harbor.upsertUsageDays([{ accountExternalId: 'acme', user: 'ann', day: '2026-10-01', feature: 'b' }]);
  await harbor.harbor.upsertFeatures([
    { key: 'b', name: 'Boards', plans: ['Team'] },
    { key: 'a', name: 'Alerts' },
  ]);
  await harbor.harbor.recordUsageEvents([
    { eventId: '1', accountExternalId: 'acme', user: 'ann', at: '2026-10-02T09:00:00Z' },
    { eventId: '2', accountExternalId: 'acme', user: 'ann', at: '2026-10-02T09:10:00Z' },
  ]);
  await harbor.harbor.upsertMilestoneDefinitions([
    { key: 'kickoff', name: 'Kick-off', role: 'start' },
    { key: 'live', role: 'firstValue' },
  ]);
  await harbor.harbor.upsertMilestones([
    { accountExternalId: 'acme', milestone: 'kickoff', reachedOn: '2026-10-01' },
    { accountExternalId: 'acme', milestone: 'live', reachedOn: '2026-10-11' },
    { accountExternalId: 'bolt', milestone: 'kickoff', reachedOn: '2026-10-01' },
  ]);
  const outcome = { accountExternalId: 'acme', name: 'Sooner', baseline: 12, target: 4, dueOn: '2026-10-20' };
  await harbor.harbor.upsertOutcomes([{ ...outcome, outcomeId: 'o1' }]);
  await harbor.harbor.upsertOutcomeProgress([{ outcomeId: 'o1', on: '2026-10-05', value: 6 }]);
  await harbor.harbor.upsertAdvocacyActs([{ actId: 'a', accountExternalId: 'acme', kind: 'review', on: '2026-10-05' }]);
});
afterAll(() => harbor.close());

const october = 'period: { month: "2026-10" }';

describe('value', () => {
  it('is read with what stands beside it', async () => {
    const { data, errors } = await harbor.ask(`{ portfolio {
      first: metric(key: TIME_TO_FIRST_VALUE, ${october}) {
        definition { family unit } value coverage terms { key side value } excluded { reason count }
      }
      realized: metric(key: VALUE_REALIZATION, ${october}) { value terms { key value } }
      advocacy: metric(key: ADVOCACY, ${october}) { numerator terms { key value } }
      session: metric(key: SESSION_TIME, ${october}) { value definition { unit } coverage }
      weekly: metric(key: STICKINESS_WEEKLY, ${october}) { reason value }
    } }`);
    expect(errors).toBeUndefined();
    const { first, realized, advocacy, session, weekly } = data.portfolio;
    expect(first).toMatchObject({ definition: { family: 'VALUE', unit: 'DAYS' }, value: 10 });
    expect(first.terms).toContainEqual({ key: 'MEDIAN', side: 'STATISTIC', value: 10 });
    expect(first.coverage).toBeLessThan(1);
    expect(first.excluded[0]).toMatchObject({ reason: 'STILL_WAITING' });
    expect(realized.value).toBe(0);
    expect(realized.terms).toContainEqual({ key: 'PROGRESS', value: 0.75 });
    expect(advocacy.numerator).toBe(1);
    expect(advocacy.terms).toContainEqual({ key: 'REVIEWS', value: 1 });
    expect(session).toEqual({ value: 600, definition: { unit: 'DURATION' }, coverage: 1 / 2 });
    expect(weekly).toEqual({ reason: 'NO_USAGE_DATA', value: null });
  });

  it('is listed by account', async () => {
    const { data, errors } = await harbor.ask(`{
      account(externalId: "acme") {
        milestones { key name role reachedOn }
        outcomes { externalId name baseline target value valueOn progress dueOn reachedOn }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.account).toEqual({
      milestones: [
        { key: 'kickoff', name: 'Kick-off', role: 'START', reachedOn: '2026-10-01' },
        { key: 'live', name: 'live', role: 'FIRST_VALUE', reachedOn: '2026-10-11' },
      ],
      outcomes: [
        {
          externalId: 'o1',
          name: 'Sooner',
          baseline: 12,
          target: 4,
          value: 6,
          valueOn: '2026-10-05',
          progress: 0.75,
          dueOn: '2026-10-20',
          reachedOn: null,
        },
      ],
    });
    const blind = await harbor.token({ scopes: ['metrics:read'] });
    for (const field of ['milestones { key }', 'outcomes { name }']) {
      const { errors: refused } = await harbor.ask(
        `{ account(externalId: "acme") { ${field} } }`,
        {},
        { token: blind },
      );
      expect(refused?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('lists features, to be asked for by key', async () => {
    const query = `{ portfolio { features { key name plans adoption(${october}) { value numerator } } } }`;
    const { data, errors } = await harbor.ask(query);
    expect(errors).toBeUndefined();
    expect(data.portfolio.features).toEqual([
      { key: 'a', name: 'Alerts', plans: [], adoption: { value: 0, numerator: 0 } },
      { key: 'b', name: 'Boards', plans: ['Team'], adoption: { value: 1, numerator: 1 } },
    ]);
    const rival = await harbor.ask(query, {}, { token: await harbor.rivalToken() });
    expect(rival.data.portfolio.features).toEqual([]);
  });
});
