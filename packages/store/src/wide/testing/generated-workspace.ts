import { advocacyKinds, costCategories, type HealthModel, ticketEventKinds } from '@plimsoll/metrics';
import fc from 'fast-check';
import { relationship } from '../../testing/surveys.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

/** Records of every kind about a few accounts, as they come from a host. */
export interface GeneratedHistory {
  readonly rows: readonly GeneratedRow[];
}

interface GeneratedRow {
  readonly kind: number;
  readonly account: number;
  readonly month: number;
  readonly day: number;
  readonly size: number;
  readonly other: number;
}

/** Histories of up to eleven accounts over two and a half years, with something of every family. */
export const history: fc.Arbitrary<GeneratedHistory> = fc.record({
  rows: fc.array(
    fc.record({
      kind: fc.nat(14),
      account: fc.nat(10),
      month: fc.nat(29),
      day: fc.integer({ min: 1, max: 28 }),
      size: fc.nat(9),
      other: fc.nat(30),
    }),
    { minLength: 10, maxLength: 90 },
  ),
});

const two = (number: number): string => String(number).padStart(2, '0');
const dayAt = (month: number, day: number): string =>
  `${2024 + Math.floor(month / 12)}-${two(1 + (month % 12))}-${two(day)}`;

const model: HealthModel = {
  key: 'default',
  name: 'Default',
  appliesTo: [],
  order: 0,
  factors: [
    {
      key: 'use',
      label: 'Use',
      weight: 1,
      source: { kind: 'number', key: 'use' },
      scale: { zero: 0, hundred: 1 },
      format: 'PERCENT',
      staleAfterDays: 90,
    },
  ],
  bands: [
    { key: 'low', label: 'Low', from: 0, to: 50, tone: 'BAD' },
    { key: 'high', label: 'High', from: 50, to: 100, tone: 'GOOD' },
  ],
};

/** Writes a history. What makes no sense is rejected record by record, in every workspace alike. */
export async function fillHistory(workspace: WorkspaceStore, { rows }: GeneratedHistory): Promise<void> {
  const account = (row: GeneratedRow): string => `a${row.account}`;
  const on = (row: GeneratedRow): string => dayAt(row.month, row.day);
  const of = (kind: number): readonly GeneratedRow[] => rows.filter((row) => row.kind === kind);
  const nobody = (row: GeneratedRow): boolean => row.other % 5 === 0;
  await workspace.setExchangeRates([{ currency: 'EUR', day: '2024-01-01', rate: '1.1' }]);
  await workspace.upsertHealthModel(model);
  await workspace.upsertSurveys([
    relationship,
    { ...relationship, key: 'csat', kind: 'CSAT', scale: 5, followUps: [] },
  ]);
  await workspace.upsertFeatures([
    { key: 'reports', plans: ['Team'] },
    { key: 'export', plans: ['Team', 'Starter'] },
  ]);
  await workspace.upsertMilestoneDefinitions([
    { key: 'live', role: 'firstValue' },
    { key: 'kickoff', role: 'start' },
  ]);
  await workspace.upsertCsms([
    { externalId: 'c1', name: 'One', fte: 0.7, rampedOn: '2024-06-01' },
    { externalId: 'c2', name: 'Two', fte: 1, rampedOn: '2025-01-01', leftOn: '2026-03-01' },
  ]);
  await workspace.upsertAccounts(
    Array.from({ length: 11 }, (_, index) => ({
      externalId: `a${index}`,
      name: `Account ${index}`,
      traits: { plan: ['Team', 'Starter', ''][index % 3] ?? '', csm: ['c1', 'c2', 'gone'][(index >> 1) % 3] ?? '' },
      tags: ['big', 'new', 'old'].filter((_, tag) => (index >> tag) % 2 === 1),
    })),
  );
  await workspace.upsertTraitHistory(
    of(0).map((row) => ({
      accountExternalId: account(row),
      trait: row.size % 2 === 0 ? 'plan' : 'csm',
      value: row.size % 2 === 0 ? 'Team' : 'c1',
      from: on(row),
    })),
  );
  await workspace.upsertSubscriptions(
    [...of(1), ...of(2), ...of(3)].map((row, index) => ({
      subscriptionId: `s${row.other % 2 === 0 ? index : row.account}`,
      accountExternalId: account(row),
      startsOn: on(row),
      endsOn: row.size % 3 === 0 ? dayAt(row.month + 1 + row.size, 15) : null,
      amount: String(100 + row.size * 37 + row.other),
      currency: ['USD', 'USD', 'EUR', 'JPY'][row.other % 4] ?? 'USD',
      ...(row.size === 4 ? { status: 'trialing' } : {}),
      ...(row.size === 6 ? { cancelledOn: dayAt(row.month, 28), discountPercent: '10' } : {}),
    })),
  );
  await workspace.upsertUsageDays(
    [...of(4), ...of(5)].map((row) => ({
      accountExternalId: account(row),
      user: `u${row.other % 4}`,
      ...(row.size % 2 === 0 ? { feature: 'reports' } : {}),
      day: dayAt(row.month % 2 === 0 ? 28 : row.month, row.day),
      events: row.size,
      sessions: row.size % 4,
      seconds: row.other * 7,
    })),
  );
  await workspace.upsertSeats(of(6).map((row) => ({ accountExternalId: account(row), day: on(row), seats: row.size })));
  await workspace.upsertResponses(
    [...of(7), ...of(8)].map((row, index) => ({
      externalId: `r${index}`,
      survey: row.kind === 7 ? 'relationship' : row.size % 2 === 0 ? 'csat' : 'relationship',
      respondent: `p${row.other % 6}`,
      ...(nobody(row) ? {} : { accountExternalId: account(row) }),
      answer: row.kind === 8 ? 1 + (row.size % 5) : row.size,
      respondedAt: `${on(row)}T0${index % 10}:00:00Z`,
    })),
  );
  await workspace.upsertCosts(
    of(9).map((row, index) => ({
      externalId: `k${index}`,
      category: costCategories[row.size % costCategories.length] ?? 'support',
      startsOn: on(row),
      endsOn: dayAt(row.month + 2, 1),
      amount: String(row.other * 10),
      currency: row.size === 7 ? 'JPY' : 'USD',
      ...(nobody(row) ? {} : { accountExternalId: account(row) }),
    })),
  );
  await workspace.upsertContracts(
    of(10).map((row, index) => ({
      contractId: `c${index}`,
      accountExternalId: account(row),
      startsOn: on(row),
      endsOn: dayAt(row.month + 12, row.day),
      amount: String(1_000 + row.other),
      currency: 'USD',
      ...(row.size % 3 === 0 ? { lostOn: dayAt(row.month + 11, 3) } : {}),
      ...(row.size % 3 === 1 ? { renewedOn: dayAt(row.month + 11, 9), renewedAmount: '1010' } : {}),
    })),
  );
  await workspace.upsertTickets(
    of(11).map((row, index) => ({
      ticketId: `t${index}`,
      accountExternalId: account(row),
      createdAt: `${on(row)}T08:00:00Z`,
    })),
  );
  await workspace.upsertTicketEvents(
    of(11).flatMap((row, index) =>
      Array.from({ length: row.size % 4 }, (_, at) => ({
        ticketId: `t${index}`,
        at: `${dayAt(row.month + at, row.day)}T0${9 - at}:30:00Z`,
        kind: ticketEventKinds[(row.other + at) % ticketEventKinds.length] ?? 'closed',
        by: 'agent' as const,
      })),
    ),
  );
  await workspace.upsertMilestones(
    of(12).map((row) => ({
      accountExternalId: account(row),
      milestone: row.size % 2 === 0 ? 'live' : 'kickoff',
      reachedOn: on(row),
    })),
  );
  await workspace.upsertOutcomes(
    of(13).map((row, index) => ({
      outcomeId: `o${index}`,
      accountExternalId: account(row),
      name: 'Outcome',
      baseline: 0,
      target: 10,
      dueOn: on(row),
      ...(row.size % 3 === 0 ? { reachedOn: dayAt(row.month + 1, 2) } : {}),
    })),
  );
  await workspace.upsertOutcomeProgress(
    of(13).map((row, index) => ({ outcomeId: `o${index}`, on: on(row), value: row.size })),
  );
  await workspace.upsertAdvocacyActs(
    of(13).map((row, index) => ({
      actId: `v${index}`,
      accountExternalId: account(row),
      kind: advocacyKinds[row.other % advocacyKinds.length] ?? 'review',
      on: on(row),
    })),
  );
  await workspace.reportNumbers(
    of(14).map((row) => ({ accountExternalId: account(row), key: 'use', day: on(row), value: row.size / 9 })),
  );
}
