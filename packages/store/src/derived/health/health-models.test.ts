import {
  bandOn,
  type HealthFactorModel,
  type HealthModel,
  healthOn,
  type Ledger,
  type MetricKey,
  type MetricSource,
  parseDay,
} from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { describeBackends } from '../../testing/backends.ts';
import { healthRowsOf } from '../../testing/health-rows.ts';
import { relationship } from '../../testing/surveys.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

const day = (text: string) => parseDay(text) ?? 0;

function factor(
  key: string,
  source: HealthFactorModel['source'],
  more: Partial<HealthFactorModel> = {},
): HealthFactorModel {
  const scale = { zero: 0, hundred: 1 };
  return { key, label: key, weight: 1, source, scale, format: 'NUMBER', staleAfterDays: null, ...more };
}

function metric(key: MetricKey, more: Partial<MetricSource> = {}): MetricSource {
  return { kind: 'metric', key, lookBack: { count: 30, unit: 'DAY' }, measured: 'DAY', ...more };
}

const use = factor('use', { kind: 'number', key: 'use' });

function model(key: string, more: Partial<HealthModel> = {}): HealthModel {
  return {
    key,
    name: key,
    appliesTo: [],
    order: 0,
    factors: [use],
    bands: [
      { key: `${key}-low`, label: 'Low', from: 0, to: 50, tone: 'BAD' },
      { key: `${key}-high`, label: 'High', from: 50, to: 100, tone: 'GOOD' },
    ],
    ...more,
  };
}

/** Scores and bands on a day by external id. */
function scoresOn(ledger: Ledger, on: string): Record<string, [number, string | undefined]> {
  return Object.fromEntries(
    ledger.accounts.externalIds.map((id, account) => [
      id,
      [healthOn(ledger, account, day(on)), bandOn(ledger, account, day(on))?.key],
    ]),
  );
}

describeBackends('health models', (backend) => {
  test('score each segment by its own, and an account goes to another with its traits', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([
      { externalId: 'acme', traits: { plan: 'Enterprise' } },
      { externalId: 'bolt', traits: { plan: 'Starter' } },
      { externalId: 'crux' },
    ]);
    await workspace.reportNumbers(
      ['acme', 'bolt', 'crux'].map((account) => ({
        accountExternalId: account,
        key: 'use',
        day: '2026-06-01',
        value: 0.4,
      })),
    );
    const strict = factor('use', { kind: 'number', key: 'use' }, { scale: { zero: 0.2, hundred: 1 } });
    const big = model('big', { appliesTo: [{ trait: 'plan', in: ['Enterprise'] }], order: 1, factors: [strict] });
    const lenient = factor('use', { kind: 'number', key: 'use' }, { scale: { zero: 0, hundred: 0.5 } });
    const small = model('small', { appliesTo: [{ trait: 'plan', in: ['Starter'] }], order: 2, factors: [lenient] });
    expect((await workspace.upsertHealthModel(big)).results).toEqual([{ status: 'created' }]);
    expect(scoresOn(await workspace.ledger(), '2026-06-10')).toEqual({
      acme: [25, 'big-low'],
      bolt: [Number.NaN, undefined],
      crux: [Number.NaN, undefined],
    });
    await workspace.upsertHealthModel(model('rest', { order: -9 }));
    await workspace.upsertHealthModel(small);
    expect((await workspace.healthModels()).map(({ key }) => key)).toEqual(['big', 'small', 'rest']);
    expect(scoresOn(await workspace.ledger(), '2026-06-10')).toEqual({
      acme: [25, 'big-low'],
      bolt: [80, 'small-high'],
      crux: [40, 'rest-low'],
    });

    await workspace.upsertAccounts([
      { externalId: 'acme', traits: { plan: 'Starter' } },
      { externalId: 'crux', traits: { plan: 'Enterprise' } },
    ]);
    const moved = await workspace.ledger();
    expect(scoresOn(moved, '2026-06-10')).toEqual({
      acme: [80, 'small-high'],
      bolt: [80, 'small-high'],
      crux: [25, 'big-low'],
    });
    const health = await workspace.accountHealth([...moved.accounts.ids], day('2026-06-10'));
    expect([...health.values()].map((one) => [one.model.key, one.now.score])).toEqual([
      ['small', 80],
      ['small', 80],
      ['big', 25],
    ]);

    expect((await workspace.deleteHealthModel('small')).deleted).toBe(true);
    expect((await workspace.deleteHealthModel('small')).deleted).toBe(false);
    expect(scoresOn(await workspace.ledger(), '2026-06-10')).toMatchObject({
      acme: [40, 'rest-low'],
      crux: [25, 'big-low'],
    });
    await workspace.deleteHealthModel('rest');
    expect(scoresOn(await workspace.ledger(), '2026-06-10')).toMatchObject({ acme: [Number.NaN, undefined] });
  });

  test('that do not fit together are refused, and nothing is written', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertHealthModel(model('a'));
    const before = (await workspace.ledger()).revision;
    await expect(workspace.upsertHealthModel(model('b'))).rejects.toMatchObject({ name: 'InvalidHealthModel' });
    expect((await workspace.upsertHealthModel(model('a'))).results).toEqual([{ status: 'unchanged' }]);
    expect((await workspace.ledger()).revision).toBe(before);
  });

  test('read the account’s own metrics, and follow what they hang on', async () => {
    const workspace = await backend.freshWorkspace();
    const quarter = { count: 3, unit: 'MONTH' } as const;
    await workspace.upsertHealthModel(
      model('default', {
        factors: [
          factor('kept', metric('NRR', { lookBack: quarter })),
          factor('nps', metric('NPS', { lookBack: { count: 90, unit: 'DAY' } }), {
            scale: { zero: -100, hundred: 100 },
          }),
          factor('breadth', metric('ADOPTION_BREADTH')),
          factor('seats', metric('PRODUCT_ADOPTION')),
        ],
      }),
    );
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'Team' } }]);
    const id = (await workspace.ledger()).accounts.ids[0] ?? '';
    const now = async () => {
      const factors = (await workspace.accountHealth([id], day('2026-06-14'))).get(id)?.now.factors ?? [];
      return Object.fromEntries(factors.map(({ key, value }) => [key, value]));
    };
    const ofLedger = async () => healthOn(await workspace.ledger(), 0, day('2026-06-14'));
    const base = { accountExternalId: 'acme', currency: 'USD', endsOn: null };
    await workspace.upsertSubscriptions([
      { ...base, subscriptionId: 's', startsOn: '2025-01-01', amount: '100' },
      { ...base, subscriptionId: 's', startsOn: '2026-05-01', amount: '80' },
    ]);
    expect(await now()).toEqual({ kept: 0.8, nps: null, breadth: null, seats: null });
    expect(await ofLedger()).toBe(80);

    await workspace.upsertSurveys([relationship]);
    await workspace.upsertResponses(
      [10, 9, 2].map((answer, index) => ({
        externalId: `r${index}`,
        survey: 'relationship',
        respondent: `p${index}`,
        accountExternalId: 'acme',
        answer,
        respondedAt: '2026-06-01T10:00:00Z',
      })),
    );
    expect((await now()).nps).toBeCloseTo(100 / 3, 10);
    expect(await ofLedger()).toBeCloseTo((80 + 200 / 3) / 2, 5);

    await workspace.upsertFeatures([
      { key: 'reports', plans: ['Team'] },
      { key: 'alerts', plans: [] },
    ]);
    await workspace.upsertUsageDays([
      { accountExternalId: 'acme', user: 'ann', day: '2026-06-10', feature: 'reports' },
    ]);
    await workspace.upsertSeats([{ accountExternalId: 'acme', day: '2026-06-01', seats: 4 }]);
    expect(await now()).toMatchObject({ breadth: 1, seats: 0.25 });
    await workspace.upsertFeatures([{ key: 'alerts', plans: ['Team'] }]);
    expect(await now()).toMatchObject({ breadth: 0.5 });
    expect(await ofLedger()).toBeCloseTo((80 + 200 / 3 + 50 + 25) / 4, 5);
    await workspace.upsertAccounts([{ externalId: 'acme', traits: { plan: 'Free' } }]);
    expect(await ofLedger()).toBeCloseTo((80 + 200 / 3 + 25) / 3, 5);

    await workspace.setPolicy({ nrrMethod: 'trailing12Cohort', nrrReactivation: 'include' });
    expect((await now()).kept).toBe(0.8);
    await workspace.upsertSubscriptions([{ ...base, subscriptionId: 's', startsOn: '2025-09-01', amount: '160' }]);
    expect((await now()).kept).toBe(0.8);
    await workspace.setPolicy({ nrrMethod: 'periodic' });
    expect((await now()).kept).toBe(0.5);
    expect(await ofLedger()).toBeCloseTo((50 + 200 / 3 + 25) / 3, 5);
  });

  test('give the same rows whatever the order of writes, brought forward or made afresh', async () => {
    const models = [
      model('big', {
        appliesTo: [{ trait: 'plan', in: ['Team'] }],
        factors: [
          factor('use', use.source, { staleAfterDays: 40 }),
          factor('kept', metric('NRR', { lookBack: { count: 3, unit: 'MONTH' } }), { weight: 2 }),
          factor('nps', metric('NPS', { lookBack: { count: 60, unit: 'DAY' } }), {
            scale: { zero: -100, hundred: 100 },
          }),
          factor('weeks', metric('USER_ADOPTION')),
        ],
      }),
      model('rest', {
        factors: [
          use,
          factor('answers', { kind: 'answers', days: 90 }, { scale: { zero: 0, hundred: 10 }, staleAfterDays: 90 }),
          factor('trend', { kind: 'revenueTrend', days: 90 }),
          factor('cost', metric('COST_TO_CARRY', { measured: 'WEEK' }), { scale: { zero: 1, hundred: 0 } }),
          factor('seats', metric('PRODUCT_ADOPTION', { measured: 'WEEK' })),
        ],
      }),
    ];
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const on = () => `2026-0${1 + random(6)}-${10 + random(18)}`;
    const accounts = ['a', 'b', 'c', 'd'];
    const account = () => accounts[random(accounts.length)] ?? 'a';
    type Write = (workspace: WorkspaceStore) => Promise<unknown>;
    const write = (kind: number): Write => {
      const to = { accountExternalId: account() };
      const at = on();
      const n = random(11);
      switch (kind) {
        case 0:
          return (store) => store.reportNumbers([{ ...to, key: 'use', day: at, value: n / 10 }]);
        case 1:
          return (store) => store.upsertUsageDays([{ ...to, user: `u${n % 3}`, day: at }]);
        case 2:
          return (store) => store.upsertSeats([{ ...to, day: at, seats: n }]);
        case 3: {
          const respondedAt = `${at}T10:${10 + random(49)}:${10 + random(49)}Z`;
          const answer = { externalId: `r${at}${n}`, survey: 'relationship', respondent: `p${n % 3}`, answer: n };
          return (store) => store.upsertResponses([{ ...answer, ...to, respondedAt }]);
        }
        case 4: {
          const cost = { externalId: `c${at}${n}`, category: 'support', startsOn: at, endsOn: '2026-09-01' } as const;
          return (store) => store.upsertCosts([{ ...cost, ...to, amount: `${n}`, currency: 'USD' }]);
        }
        default: {
          const change = { subscriptionId: `s-${to.accountExternalId}`, startsOn: at, endsOn: null, currency: 'USD' };
          return (store) => store.upsertSubscriptions([{ ...change, ...to, amount: `${10 * n}` }]);
        }
      }
    };
    // Two writes of one kind, account and day would leave the later value, which is as it should be.
    const writes = Array.from({ length: 54 }, (_, index) => write(index % 6));
    const fresh = async (): Promise<WorkspaceStore> => {
      const workspace = await backend.freshWorkspace();
      await workspace.upsertSurveys([relationship]);
      await workspace.upsertAccounts(
        accounts.map((externalId, index) => ({ externalId, traits: { plan: index % 2 === 0 ? 'Team' : 'Free' } })),
      );
      return workspace;
    };
    const first = await fresh();
    for (const one of models) await first.upsertHealthModel(one);
    for (const one of writes) await one(first);
    await first.upsertAccounts([{ externalId: 'a', traits: { plan: 'Free' } }]);
    const forward = healthRowsOf(await first.ledger());
    expect(Object.values(forward).every((rows) => rows.length > 10)).toBe(true);

    const second = await fresh();
    await second.upsertAccounts([{ externalId: 'a', traits: { plan: 'Free' } }]);
    for (const kind of [5, 4, 3, 2, 1, 0]) for (let at = kind; at < writes.length; at += 6) await writes[at]?.(second);
    for (const one of [...models].reverse()) await second.upsertHealthModel(one);
    expect(healthRowsOf(await second.ledger())).toEqual(forward);
  });
});
