import { metricKeys } from '@plimsoll/metrics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
  const { harbor: workspace } = harbor;
  await workspace.upsertCsms([
    { externalId: 'ann', name: 'Ann', fte: 0.5, rampedOn: '2025-01-01' },
    { externalId: 'idle', name: 'Idle', fte: 1, rampedOn: '2025-01-01' },
  ]);
  await workspace.upsertAccounts([
    { externalId: 'acme', traits: { csm: 'ann' } },
    { externalId: 'bolt', traits: { csm: 'ann' } },
    { externalId: 'blank', name: 'Never anything' },
  ]);
  await workspace.upsertSegments([
    { key: 'team', name: 'Team', filter: { trait: { key: 'plan', in: ['Team'] } } },
    { key: 'nobody', name: 'Nobody', filter: { search: 'nobody at all' } },
  ]);
  const year = { startsOn: '2025-11-01', endsOn: '2026-11-01', currency: 'USD', amount: '1200.00' };
  await workspace.upsertCosts([
    { externalId: 'ads', category: 'acquisition', ...year },
    { externalId: 'care', category: 'success', accountExternalId: 'acme', ...year },
    { externalId: 'keep', category: 'retention', accountExternalId: 'acme', ...year },
  ]);
  await workspace.upsertUsageDays(
    ['2026-10-05', '2026-10-12', '2026-10-19'].map((day) => ({
      accountExternalId: 'acme',
      user: 'u',
      day,
      feature: 'reports',
    })),
  );
  await workspace.upsertSeats([{ accountExternalId: 'acme', day: '2026-01-01', seats: 4 }]);
  await workspace.upsertResponses(
    Array.from({ length: 6 }, (_, index) => ({
      externalId: `r${index}`,
      survey: 'relationship',
      respondent: `p${index}`,
      accountExternalId: 'acme',
      answer: 4 + index,
      respondedAt: '2026-10-10T10:00:00Z',
    })),
  );
});
afterAll(() => harbor.close());

const subjects = {
  'the portfolio': 'portfolio',
  'a portfolio of nobody': 'portfolio(filter: { search: "nobody at all" })',
  'a segment': 'segment(key: "team")',
  'an empty segment': 'segment(key: "nobody")',
  'an account': 'account(externalId: "acme")',
  'a lost account': 'account(externalId: "bolt")',
  'an account without records': 'account(externalId: "blank")',
  'a CSM': 'csm(externalId: "ann")',
  'a CSM without accounts': 'csm(externalId: "idle")',
} as const;

/** Metrics that have no meaning for a subject. */
const meaningless: Readonly<Record<string, readonly string[]>> = {
  ACCOUNT: ['ARR_PER_CSM'],
};

interface Reading {
  readonly value: number | null;
  readonly reason: string | null;
  readonly definition: {
    readonly undefinedReasons: readonly { readonly reason: string; readonly explanation: string }[];
  };
}

/** Holds a number, or the reason why there is none, which the definition explains. */
function expectSaid(reading: Reading, what: string): void {
  if (reading.value === null) {
    const note = reading.definition.undefinedReasons.find(({ reason }) => reason === reading.reason);
    expect(note?.explanation, `${what}: ${reading.reason}`).toMatch(/\w+.*\.$/);
  } else {
    expect([Number.isFinite(reading.value), reading.reason], what).toEqual([true, null]);
  }
}

describe.each(Object.entries(subjects))('every metric of %s', (_, subject) => {
  it.each(['', ', period: { last: { count: 12, unit: MONTH } }', ', period: { year: 2019 }'])(
    'is a number or says why not%s',
    async (period) => {
      const fields = '{ value reason definition { key undefinedReasons { reason explanation } } }';
      for (let first = 0; first < metricKeys.length; first += 10) {
        const keys = metricKeys.slice(first, first + 10);
        const { data, errors } = await harbor.ask(
          `query ($keys: [MetricKey!]!) { subject: ${subject} { __typename metrics(keys: $keys, compare: NONE${period}, feature: "reports") ${fields} } }`,
          { keys },
        );
        expect(errors).toBeUndefined();
        for (const [index, reading] of data.subject.metrics.entries()) {
          const key = keys[index] ?? '';
          expectSaid(reading, `${key} of ${subject}${period}`);
          const barred = meaningless[data.subject.__typename.toUpperCase()]?.includes(key) === true;
          if (barred) expect(reading.reason, `${key} of ${subject}`).toBe('NOT_APPLICABLE');
        }
      }
    },
  );
});

it('every metric has a value somewhere, so that the table above says something', async () => {
  const valued = new Set<string>();
  for (const subject of Object.values(subjects)) {
    const { data } = await harbor.ask(
      `query ($keys: [MetricKey!]!) { subject: ${subject} { metrics(keys: $keys, compare: NONE, feature: "reports") { value } } }`,
      { keys: metricKeys.slice(0, 100) },
    );
    for (const [index, { value }] of data.subject.metrics.entries())
      if (value !== null) valued.add(metricKeys[index] ?? '');
  }
  expect(valued.size).toBeGreaterThan(25);
  for (const key of ['MRR', 'NRR', 'CUSTOMERS', 'NPS', 'ARR_PER_CSM', 'COST_TO_CARRY', 'STICKINESS']) {
    expect(valued).toContain(key);
  }
});
