import { metricKeys } from '@plimsoll/metrics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Harbor, openHarbor } from './testing/harbor.ts';

const accounts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

let harbor: Harbor;
const keys: Record<string, string> = {};
beforeAll(async () => {
  harbor = await openHarbor();
  for (const [currency, price] of [
    ['JPY', 1_001],
    ['KWD', 10.007],
  ] as const) {
    await harbor.store.createWorkspace({
      key: currency.toLowerCase(),
      name: currency,
      currency,
      timeZone: 'Asia/Tokyo',
    });
    const workspace = harbor.store.workspace(currency.toLowerCase());
    const scopes = ['metrics:read', 'accounts:read', 'surveys:read'] as const;
    keys[currency] = (await workspace.createApiKey({ name: 'reader', scopes: [...scopes] })).secret;
    await workspace.upsertCsms([{ externalId: 'ann', name: 'Ann', fte: 0.7, rampedOn: '2024-01-01' }]);
    await workspace.upsertAccounts(
      accounts.map((externalId, at) => ({
        externalId,
        traits: { plan: at % 2 === 0 ? 'Team' : 'Solo', ...(at < 5 ? { csm: 'ann' } : {}) },
      })),
    );
    const of = (at: number) => ({ accountExternalId: accounts[at] ?? '' });
    const amount = (factor: number) => String(currency === 'JPY' ? price * factor : (price * factor).toFixed(3));
    // Prices a year that no month divides, growing, shrinking, leaving and coming back.
    const lines = accounts.flatMap((_, at) => [
      { at, startsOn: '2025-02-01', endsOn: '2026-03-01', factor: at + 1 },
      ...(at === 1 ? [] : [{ at, startsOn: at === 2 ? '2026-06-01' : '2026-03-01', endsOn: null, factor: 2 * at + 1 }]),
    ]);
    await workspace.upsertSubscriptions(
      lines.map(({ at, factor, ...line }) => ({
        ...of(at),
        ...line,
        subscriptionId: `s${at}`,
        amount: amount(factor),
        currency,
        interval: 'year',
      })),
    );
    await workspace.upsertSubscriptions([
      {
        subscriptionId: 'new',
        accountExternalId: 'h',
        startsOn: '2026-10-05',
        endsOn: null,
        amount: amount(1),
        currency,
      },
      {
        subscriptionId: 'gone',
        accountExternalId: 'b',
        startsOn: '2026-04-01',
        endsOn: '2026-10-20',
        amount: amount(1),
        currency,
      },
    ]);
    await workspace.upsertHealthModel({
      key: 'all',
      name: 'All',
      appliesTo: [],
      order: 0,
      factors: [
        {
          key: 'use',
          label: 'Use',
          weight: 1,
          source: { kind: 'number', key: 'use' },
          scale: { zero: 0, hundred: 7 },
          format: 'NUMBER',
          staleAfterDays: null,
        },
      ],
      bands: [
        { key: 'risk', label: 'Risk', from: 0, to: 50, tone: 'BAD' },
        { key: 'fine', label: 'Fine', from: 50, to: 100, tone: 'GOOD' },
      ],
    });
    await workspace.reportNumbers(accounts.map((_, at) => ({ ...of(at), key: 'use', day: '2026-09-01', value: at })));
    await workspace.upsertContracts(
      accounts.map((_, at) => ({
        ...of(at),
        contractId: `c${at}`,
        startsOn: '2025-10-01',
        endsOn: '2026-10-01',
        amount: amount(at + 1),
        currency,
        ...(at % 3 === 0 ? { renewedOn: '2026-09-20', renewedAmount: amount(at + 2) } : {}),
        ...(at % 3 === 1 ? { lostOn: '2026-09-10' } : {}),
      })),
    );
    await workspace.upsertCosts(
      ['acquisition', 'success', 'support', 'product', 'retention'].map((category, at) => ({
        externalId: category,
        category: category as 'success',
        startsOn: '2025-11-01',
        endsOn: '2026-11-01',
        currency,
        amount: amount(3),
        ...of(at),
      })),
    );
    await workspace.upsertFeatures([{ key: 'reports', name: 'Reports', plans: ['Team'] }]);
    await workspace.upsertSeats(accounts.map((_, at) => ({ ...of(at), day: '2025-01-01', seats: 3 + at })));
    await workspace.recordUsageEvents(
      accounts.flatMap((_, at) =>
        ['01', '08', '15', '22'].slice(at % 4).map((date, index) => ({
          ...of(at),
          eventId: `${at}-${index}`,
          user: `u${index}`,
          at: `2026-10-${date}T0${index + 1}:00:00Z`,
          feature: 'reports',
          seconds: 61 * (at + 1),
        })),
      ),
    );
    await workspace.upsertMilestoneDefinitions([
      { key: 'kickoff', role: 'start' },
      { key: 'live', role: 'firstValue' },
    ]);
    await workspace.upsertMilestones(
      accounts.flatMap((_, at) => [
        { ...of(at), milestone: 'kickoff', reachedOn: '2026-10-01' },
        ...(at < 5 ? [{ ...of(at), milestone: 'live', reachedOn: `2026-10-${10 + at}` }] : []),
      ]),
    );
    await workspace.upsertOutcomes(
      accounts.map((_, at) => ({
        ...of(at),
        outcomeId: `o${at}`,
        name: 'Faster',
        baseline: 10,
        target: 3,
        dueOn: '2026-10-20',
        ...(at % 2 === 0 ? { reachedOn: '2026-10-10' } : {}),
      })),
    );
    await workspace.upsertAdvocacyActs([{ actId: '1', ...of(0), kind: 'review', on: '2026-10-05' }]);
    await workspace.upsertTickets(
      accounts.map((_, at) => ({ ...of(at), ticketId: `t${at}`, createdAt: `2026-10-0${at + 1}T01:00:00Z` })),
    );
    await workspace.upsertTicketEvents(
      accounts.flatMap((_, at) => [
        { ticketId: `t${at}`, at: `2026-10-1${at}T01:07:00Z`, kind: 'publicReply', by: 'agent' } as const,
        { ticketId: `t${at}`, at: `2026-10-1${at}T03:11:00Z`, kind: 'resolved', by: 'agent' } as const,
      ]),
    );
    const survey = { question: '?', lowLabel: 'Low', highLabel: 'High', followUps: [], thanks: 'Thanks.', open: true };
    await workspace.upsertSurveys([
      { ...survey, key: 'NPS', name: 'NPS' },
      { ...survey, key: 'CSAT', name: 'CSAT', kind: 'CSAT', scale: 5 },
      { ...survey, key: 'CES', name: 'CES', kind: 'CES', scale: 7 },
    ]);
    await workspace.upsertResponses(
      ['NPS', 'CSAT', 'CES'].flatMap((key, kind) =>
        accounts.map((_, at) => ({
          ...of(at),
          externalId: `${key}${at}`,
          survey: key,
          respondent: `r${at}`,
          answer: [10 - at, 1 + (at % 5), 1 + at][kind] ?? 1,
          respondedAt: '2026-10-10T10:00:00Z',
        })),
      ),
    );
  }
}, 60_000);
afterAll(() => harbor.close());

async function ask(currency: string, fields: string) {
  const answer: Answer = await harbor.ask(`{ portfolio { ${fields} } }`, {}, { token: keys[currency] ?? null });
  expect(answer.errors).toBeUndefined();
  return answer.data.portfolio;
}

interface Part {
  readonly contribution: number;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly money: { readonly amount: string } | null;
}

const sum = (parts: readonly (number | null)[]): number => parts.reduce<number>((all, part) => all + (part ?? 0), 0);
const digits = { JPY: 0, KWD: 3 } as const;
const minor = (amount: string, currency: 'JPY' | 'KWD'): number => Math.round(Number(amount) * 10 ** digits[currency]);

const october = 'period: { month: "2026-10" }';
const year = 'period: { range: { start: "2025-11-01", end: "2026-11-01" } }';

const valued = new Set<string>();

describe.each(['JPY', 'KWD'] as const)('in a workspace of %s', (currency) => {
  it.each(metricKeys.flatMap((key) => [[key, october] as const, [key, year] as const]))(
    'the contributors of %s make the reading (%s)',
    async (key, period) => {
      const { metric } = await ask(
        currency,
        `metric(key: ${key}, feature: "reports", compare: NONE, ${period}) {
          value money { amount } numerator denominator coverage reason definition { unit }
          terms { key value } contributors(first: 100) { nodes { contribution numerator denominator money { amount } } }
        }`,
      );
      expect(metric.coverage).toBeGreaterThanOrEqual(0);
      expect(metric.coverage).toBeLessThanOrEqual(1);
      if (metric.value === null) {
        expect(metric.reason).not.toBeNull();
        return;
      }
      valued.add(key);
      const parts: readonly Part[] = metric.contributors.nodes;
      const mean = metric.terms.find((term: { key: string }) => term.key === 'MEAN')?.value ?? metric.value;
      expect(sum(parts.map(({ contribution }) => contribution))).toBeCloseTo(mean, 6);
      expect(sum(parts.map(({ numerator }) => numerator))).toBeCloseTo(metric.numerator, 2);
      if (metric.denominator !== null) {
        expect(sum(parts.map(({ denominator }) => denominator))).toBeCloseTo(metric.denominator, 2);
      } else if (metric.money !== null) {
        const exact = parts.map(({ money }) => minor(money?.amount ?? '0', currency));
        expect(sum(exact)).toBe(minor(metric.money.amount, currency));
      }
    },
  );

  it('each of them has a reading, so that the table above says something', () => {
    expect(metricKeys.filter((key) => !valued.has(key))).toEqual([]);
  });

  it('health, lifecycle, movements and renewals add up to the minor unit', async () => {
    const money = 'money { amount }';
    const { mrr, healthDistribution, lifecycle, movements, renewals } = await ask(
      currency,
      `mrr: metric(key: MRR, ${october}) { ${money} }
       healthDistribution(${october}) { ${money} groups { ${money} } }
       lifecycle(${october}) { stages { ${money} } }
       movements(${year}) { start { amount } end { amount } steps { ${money} } }
       renewals(${year}) { total { amount } nodes { arr { amount } } }`,
    );
    const of = (rows: readonly Record<string, { readonly amount: string }>[], field = 'money') =>
      sum(rows.map((row) => minor(row[field]?.amount ?? '0', currency)));
    const whole = minor(mrr.money.amount, currency);
    expect(whole).toBeGreaterThan(0);
    expect(of(healthDistribution.groups)).toBe(whole);
    expect(of(lifecycle.stages)).toBe(whole);
    expect(minor(movements.start.amount, currency) + of(movements.steps)).toBe(minor(movements.end.amount, currency));
    expect(minor(movements.end.amount, currency)).toBe(whole);
    expect(renewals.nodes).toHaveLength(accounts.length);
    expect(of(renewals.nodes, 'arr')).toBe(minor(renewals.total.amount, currency));
  });

  it.each([
    ['before any data', '{ range: { start: "1950-01-01", end: "1950-02-01" } }'],
    ['in the future', '{ range: { start: "2030-01-01", end: "2031-01-01" } }'],
    ['of the last year there is', '{ year: 9999 }'],
    ['of the first year there is', '{ year: 0 }'],
    ['of one day', '{ range: { start: "2026-10-10", end: "2026-10-11" } }'],
    ['of twenty years', '{ range: { start: "2007-01-01", end: "2027-01-01" } }'],
  ])('every metric has a value or a reason over a period %s', async (_, period) => {
    for (let first = 0; first < metricKeys.length; first += 8) {
      const asked = metricKeys.slice(first, first + 8);
      const { metrics } = await ask(
        currency,
        `metrics(keys: [${asked.join(', ')}], feature: "reports", compare: PREVIOUS_YEAR, period: ${period}) {
          value reason numerator denominator coverage terms { value } change { absolute } previous { value reason }
        }`,
      );
      for (const [index, reading] of metrics.entries()) {
        expect([reading.value === null, reading.reason !== null], asked[index]).not.toContainEqual(undefined);
        expect(reading.value === null, asked[index]).toBe(reading.reason !== null);
        expect(reading.coverage, asked[index]).toBeGreaterThanOrEqual(0);
        expect(reading.coverage, asked[index]).toBeLessThanOrEqual(1);
      }
    }
  });
});
