import { type HealthModel, healthOn, type MetricKey, parseDay } from '@plimsoll/metrics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeBackends } from '../../testing/backends.ts';
import { healthRowsOf } from '../../testing/health-rows.ts';
import { relationship } from '../../testing/surveys.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

const day = (text: string) => parseDay(text) ?? 0;
const hour = 3_600;
const factors: readonly (readonly [MetricKey, zero: number, hundred: number])[] = [
  ['FIRST_RESPONSE_TIME', 10 * hour, 0],
  ['TIME_TO_FIRST_VALUE', 100, 0],
  ['VALUE_REALIZATION', 0, 1],
  ['RENEWAL_RATE', 0, 1],
  ['CSAT', 0, 1],
];

const model: HealthModel = {
  key: 'default',
  name: 'Default',
  appliesTo: [],
  order: 0,
  factors: factors.map(([key, zero, hundred]) => ({
    key,
    label: key,
    weight: 1,
    source: { kind: 'metric', key, lookBack: { count: 60, unit: 'DAY' }, measured: 'DAY' },
    scale: { zero, hundred },
    format: 'NUMBER',
    staleAfterDays: null,
  })),
  bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
};

const accounts = ['a', 'b'] as const;
const csat = { ...relationship, key: 'support', kind: 'CSAT', scale: 5, followUps: [] } as const;
const paid = { endsOn: null, currency: 'USD' };

async function prepare(workspace: WorkspaceStore): Promise<WorkspaceStore> {
  await workspace.upsertAccounts(accounts.map((externalId) => ({ externalId })));
  await workspace.upsertSurveys([csat]);
  await workspace.upsertMilestoneDefinitions([
    { key: 'kick-off', role: 'start' },
    { key: 'live', role: 'firstValue' },
  ]);
  return workspace;
}

interface Write {
  readonly kind:
    | 'reply'
    | 'solved'
    | 'outcome'
    | 'contract'
    | 'renewal'
    | 'live'
    | 'kick-off'
    | 'answer'
    | 'act'
    | 'use'
    | 'seats'
    | 'price'
    | 'cost';
  readonly account: (typeof accounts)[number];
  /** In 2026, from 1. */
  readonly month: number;
  readonly n: number;
}

/** Writes something that hangs on nothing but itself, so that it can come before or after any other. */
async function send(workspace: WorkspaceStore, { kind, account, month, n }: Write): Promise<unknown> {
  const to = { accountExternalId: account };
  const on = `2026-0${month}-0${n}`;
  const id = `${account}${on}`;
  const ticket = { ...to, ticketId: id, createdAt: `${on}T08:00:00Z` };
  const term = { ...to, currency: 'USD', amount: `${n}00`, startsOn: `2025-0${month}-0${n}`, endsOn: on };
  switch (kind) {
    case 'reply':
      await workspace.upsertTickets([ticket]);
      return workspace.upsertTicketEvents([
        { ticketId: id, at: `${on}T1${n}:00:00Z`, kind: 'publicReply', by: 'agent' },
      ]);
    case 'solved':
      await workspace.upsertTickets([ticket]);
      return workspace.upsertTicketEvents([
        { ticketId: id, at: `2026-07-0${n}T10:00:00Z`, kind: 'resolved', by: 'agent' },
      ]);
    case 'outcome': {
      const reachedOn = n % 2 === 0 ? `2026-0${month}-2${n}` : null;
      return workspace.upsertOutcomes([
        { ...to, outcomeId: id, name: 'Less work', baseline: 0, target: 1, dueOn: on, reachedOn },
      ]);
    }
    case 'contract':
      return workspace.upsertContracts([{ ...term, contractId: id }]);
    case 'renewal': {
      const renewal = { ...term, startsOn: on, endsOn: `2027-0${month}-0${n}`, signedOn: `2026-0${month}-1${n}` };
      return workspace.upsertContracts([{ ...renewal, contractId: `next-${id}`, renews: id }]);
    }
    case 'live':
    case 'kick-off':
      return workspace.upsertMilestones([{ ...to, milestone: kind, reachedOn: on }]);
    case 'act':
      return workspace.upsertAdvocacyActs([{ ...to, actId: id, kind: 'review', on }]);
    case 'use':
      return workspace.upsertUsageDays([{ ...to, user: `u${n % 2}`, day: on }]);
    case 'seats':
      return workspace.upsertSeats([{ ...to, day: on, seats: n }]);
    case 'answer':
      return workspace.upsertResponses([
        {
          ...to,
          externalId: id,
          survey: 'support',
          respondent: 'ann',
          answer: 1 + (n % 5),
          respondedAt: `${on}T09:00:00Z`,
        },
      ]);
    case 'price':
      return workspace.upsertSubscriptions([
        { ...to, ...paid, subscriptionId: account, startsOn: on, amount: `${n}0` },
      ]);
    case 'cost':
      return workspace.upsertCosts([
        {
          ...to,
          externalId: id,
          category: 'support',
          startsOn: on,
          endsOn: '2026-09-01',
          amount: `${n}`,
          currency: 'USD',
        },
      ]);
  }
}

describeBackends('metrics as factors', (backend) => {
  test('follow tickets, outcomes, first values and contracts, however late they are told', async () => {
    const workspace = await prepare(await backend.freshWorkspace());
    await workspace.upsertHealthModel(model);
    const [id = ''] = (await workspace.ledger()).accounts.ids;
    const values = async (on = '2026-06-14') => {
      const found = (await workspace.accountHealth([id], day(on))).get(id)?.now.factors ?? [];
      return Object.fromEntries(found.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])));
    };
    const score = async (on: string) => healthOn(await workspace.ledger(), 0, day(on));
    const to = { accountExternalId: 'a' };

    await workspace.upsertTickets([{ ...to, ticketId: 't', createdAt: '2026-06-01T08:00:00Z' }]);
    expect(await values()).toEqual({});
    await workspace.upsertTicketEvents([
      { ticketId: 't', at: '2026-06-01T10:00:00Z', kind: 'publicReply', by: 'agent' },
    ]);
    expect(await values()).toEqual({ FIRST_RESPONSE_TIME: 2 * hour });
    expect([await score('2026-05-31'), await score('2026-06-01')]).toEqual([Number.NaN, 80]);

    await workspace.upsertMilestones([{ ...to, milestone: 'live', reachedOn: '2026-05-10' }]);
    expect(await values()).toEqual({ FIRST_RESPONSE_TIME: 2 * hour });
    await workspace.upsertSubscriptions([
      { ...to, ...paid, subscriptionId: 's', startsOn: '2026-05-20', amount: '10' },
    ]);
    expect(await values()).toMatchObject({ TIME_TO_FIRST_VALUE: 0 });
    expect(await score('2026-05-10')).toBe(100);
    await workspace.upsertMilestones([{ ...to, milestone: 'kick-off', reachedOn: '2026-04-30' }]);
    expect(await values()).toMatchObject({ TIME_TO_FIRST_VALUE: 10 });
    expect(await score('2026-05-10')).toBe(90);

    const outcome = { ...to, outcomeId: 'o', name: 'Less work', baseline: 0, target: 1, dueOn: '2026-05-05' };
    await workspace.upsertOutcomes([outcome]);
    expect([await score('2026-05-05'), await score('2026-05-10')]).toEqual([0, 45]);
    await workspace.upsertOutcomeProgress([{ outcomeId: 'o', on: '2026-05-08', value: 1 }]);
    expect([await score('2026-05-05'), await score('2026-05-08'), await score('2026-05-10')]).toEqual([0, 100, 95]);

    const term = { ...to, currency: 'USD', amount: '100', startsOn: '2025-05-12', endsOn: '2026-05-12' };
    await workspace.upsertContracts([{ ...term, contractId: 'c' }]);
    // What is due and undecided is open to the end of a window that goes on.
    expect((await values()).RENEWAL_RATE).toBeUndefined();
    const renewal = { ...term, startsOn: '2026-05-12', endsOn: '2027-05-12', amount: '70', signedOn: '2026-06-10' };
    await workspace.upsertContracts([{ ...renewal, contractId: 'd', renews: 'c' }]);
    expect((await values('2026-06-09')).RENEWAL_RATE).toBeUndefined();
    expect((await values('2026-06-10')).RENEWAL_RATE).toBe(0.7);
    expect(await score('2026-06-14')).toBe((80 + 90 + 100 + 70) / 4);

    const answer = { ...to, survey: 'support', respondent: 'ann', respondedAt: '2026-06-02T09:00:00Z' };
    await workspace.upsertResponses([{ ...answer, externalId: 'r', answer: 5 }]);
    expect(await score('2026-06-14')).toBe((80 + 90 + 100 + 70 + 100) / 5);
    await workspace.upsertMilestoneDefinitions([{ key: 'kick-off', role: 'other' }]);
    expect(await score('2026-06-14')).toBe((80 + 100 + 100 + 70 + 100) / 5);
  });

  test('reach back: a start that comes after the first value is where that started', async () => {
    const workspace = await prepare(await backend.freshWorkspace());
    await workspace.upsertHealthModel(model);
    const to = { accountExternalId: 'a' };
    await workspace.upsertSubscriptions([
      { ...to, ...paid, subscriptionId: 's', startsOn: '2026-02-01', amount: '10' },
    ]);
    await workspace.upsertMilestones([{ ...to, milestone: 'live', reachedOn: '2026-04-02' }]);
    expect(healthOn(await workspace.ledger(), 0, day('2026-04-02'))).toBe(40);
    await workspace.upsertMilestones([{ ...to, milestone: 'kick-off', reachedOn: '2026-05-01' }]);
    expect(healthOn(await workspace.ledger(), 0, day('2026-04-02'))).toBe(100);
  });

  test('give the same rows in whatever order things are written', async () => {
    const more: readonly MetricKey[] = [
      ...(['FULL_RESOLUTION_TIME', 'TICKETS_PER_ACCOUNT', 'NRR', 'CMRR', 'COST_TO_CARRY', 'ADVOCACY'] as const),
      ...(['PRODUCT_ADOPTION', 'STICKINESS', 'USER_ADOPTION'] as const),
    ];
    const [first] = model.factors;
    if (first === undefined || first.source.kind !== 'metric') throw new Error('The model has factors.');
    const source = first.source;
    const scale = { zero: 0, hundred: 10 };
    const wide = {
      ...model,
      factors: [...model.factors, ...more.map((key) => ({ ...first, key, scale, source: { ...source, key } }))],
    };
    const kind = fc.constantFrom<Write['kind'][]>(
      'reply',
      'solved',
      'outcome',
      'contract',
      'renewal',
      'live',
      'kick-off',
      'answer',
      'act',
      'use',
      'seats',
      'price',
      'cost',
    );
    const write = fc.record({
      kind,
      account: fc.constantFrom(...accounts),
      month: fc.integer({ min: 1, max: 6 }),
      n: fc.integer({ min: 1, max: 4 }),
    });
    // What is written twice leaves the later, as it should: milestones are reached once.
    const selector = ({ kind: of, account, month, n }: Write) =>
      of === 'live' || of === 'kick-off' ? `${of} ${account}` : `${of} ${account} ${month} ${n}`;
    const orders = fc
      .uniqueArray(write, { selector, minLength: 16, maxLength: 24 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    await fc.assert(
      fc.asyncProperty(orders, async ([some, others]) => {
        const forward = await prepare(await backend.freshWorkspace());
        await forward.upsertHealthModel(wide);
        for (const one of some) await send(forward, one);
        const afresh = await prepare(await backend.freshWorkspace());
        for (const one of others) await send(afresh, one);
        await afresh.upsertHealthModel(wide);
        expect(healthRowsOf(await forward.ledger())).toEqual(healthRowsOf(await afresh.ledger()));
      }),
      { numRuns: 4 },
    );
  });
});
