import { type MetricKey, metricKeys } from '@plimsoll/metrics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoGateway, openDemoGateway } from './testing/demo-gateway.ts';

let demo: DemoGateway;
beforeAll(async () => {
  demo = await openDemoGateway();
}, 90_000);
afterAll(() => demo.close());

/** What each key may come to over its usual period, as a good company of Harbor's kind. */
const plausible: Readonly<Partial<Record<MetricKey, readonly [number, number]>>> = {
  NRR: [1.03, 1.11],
  GRR: [0.88, 0.94],
  CMRR: [1_100_000, 1_400_000],
  LTV_TO_CAC: [3, 5],
  CAC_PAYBACK: [10, 20],
  COST_TO_CARRY: [0.18, 0.32],
  ARR_PER_CSM: [1_000_000, 4_000_000],
  RENEWAL_RATE: [0.85, 0.96],
  RENEWAL_RATE_LOGOS: [0.8, 0.95],
  PRODUCT_ADOPTION: [0.6, 0.9],
  FEATURE_ADOPTION: [0.5, 0.95],
  ADOPTION_BREADTH: [0.55, 0.92],
  STICKINESS: [0.12, 0.35],
  STICKINESS_WEEKLY: [0.5, 0.85],
  SESSION_TIME: [300, 2_400],
  TIME_TO_FIRST_VALUE: [20, 60],
  VALUE_REALIZATION: [0.5, 0.9],
  NPS: [30, 50],
  CSAT: [0.78, 0.95],
  CES: [0.7, 0.93],
  RESPONSE_RATE: [0.25, 0.4],
  ADVOCACY: [0.05, 0.25],
  FIRST_RESPONSE_TIME: [1_800, 4 * 3_600],
  FIRST_RESOLUTION_TIME: [4 * 3_600, 3 * 86_400],
  TICKETS_PER_ACCOUNT: [1, 5],
  HEALTH: [65, 85],
};

describe('the demo’s portfolio', () => {
  it.each(metricKeys)('has a plausible number for %s', async (key) => {
    const feature = key === 'FEATURE_ADOPTION' ? ', feature: "planning"' : '';
    const { data, errors } = await demo.ask(`{ portfolio { metric(key: ${key}${feature}) { value reason } } }`);
    expect(errors).toBeUndefined();
    const { metric } = data.portfolio as unknown as { metric: { value: number | null; reason: string | null } };
    expect(metric.reason).toBeNull();
    const [least, most] = plausible[key] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    expect(metric.value).toBeGreaterThanOrEqual(least);
    expect(metric.value).toBeLessThanOrEqual(most);
  });

  it('tells of a customer in trouble who asks much and is up for renewal', async () => {
    const { data } = await demo.ask(`{ account(externalId: "bluefin") {
      renewal { daysLeft status }
      openTickets
      metric(key: TICKETS) { value }
      health { band { key } modelKey }
    } }`);
    expect(data.account).toMatchObject({ health: { band: { key: 'at-risk' }, modelKey: 'default' } });
    const account = data.account as unknown as {
      metric: { value: number };
      renewal: { daysLeft: number };
      openTickets: number;
    };
    expect(account.metric.value).toBeGreaterThan(4);
    expect(account.openTickets).toBeGreaterThan(0);
    expect(account.renewal.daysLeft).toBeGreaterThan(20);
    expect(account.renewal.daysLeft).toBeLessThan(90);
  });

  it('has segments that hold some customers and not all', async () => {
    const keys = ['enterprise-eu', 'at-risk', 'new-this-year', 'references'];
    for (const key of keys) {
      const { data, errors } = await demo.ask(
        `{ portfolio(filter: { segment: { in: ["${key}"] } }) { accountCount } }`,
      );
      expect(errors).toBeUndefined();
      const { accountCount } = data.portfolio as unknown as { accountCount: number };
      expect(accountCount).toBeGreaterThan(4);
      expect(accountCount).toBeLessThan(200);
    }
  });
});
