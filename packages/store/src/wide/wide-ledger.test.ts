import {
  type AccountFilter,
  dayOf,
  defaultPolicy,
  type Ledger,
  metricKeys,
  metricOf,
  type Period,
  type Policy,
  type Reading,
  readEach,
  recognisesAlike,
  recognitionKeys,
  resolvePeriod,
  selectAll,
  selectWhere,
} from '@plimsoll/metrics';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { freshDatabase } from '../testing/postgres.ts';
import type { WorkspaceStore } from '../workspace-store.ts';
import { fillHistory, history } from './testing/generated-workspace.ts';

/** How many generated workspaces are compared; thousands on demand. */
const runs = Number(process.env.PLIMSOLL_WIDE_RUNS ?? 40);
const today = dayOf(2026, 6, 15);

const policies: readonly Policy[] = [
  defaultPolicy,
  { ...defaultPolicy, nrrMethod: 'trailing12Cohort', nrrReactivation: 'include', reactivationWindowDays: 30 },
  { ...defaultPolicy, churnAt: 'cancellation', samePeriodChurn: 'count', discounts: 'ignore', npsAnswer: 'every' },
  { ...defaultPolicy, trial: 'include', fx: 'revalueMonthly', supportHours: 'calendar' },
];

const periods: readonly Period[] = [
  resolvePeriod({ kind: 'last', count: 12, unit: 'MONTH' }, today),
  resolvePeriod({ kind: 'current', unit: 'MONTH' }, today),
  resolvePeriod({ kind: 'year', year: 2025 }, today),
];

const filters: readonly (AccountFilter | undefined)[] = [
  undefined,
  { kind: 'trait', key: 'plan', in: ['Team', ''] },
  {
    kind: 'and',
    of: [
      { kind: 'trait', key: 'plan', in: ['Starter'] },
      { kind: 'tags', any: ['big'] },
    ],
  },
  {
    kind: 'not',
    of: {
      kind: 'or',
      of: [
        { kind: 'tags', all: ['big', 'new'] },
        { kind: 'search', text: 'a1' },
      ],
    },
  },
  { kind: 'csm', in: ['c1'], none: true },
  { kind: 'revenue', on: today, range: { atLeast: 1 } },
  { kind: 'customerSince', range: { below: dayOf(2025, 6, 1) } },
  { kind: 'trait', key: 'plan', in: ['Team'], on: dayOf(2025, 9, 1) },
  { kind: 'or', of: [] },
];

/** What a reading says, without what only says where it comes from. Sums of scores may differ in their last digits. */
function said({ question: _, metric, ...reading }: Reading): unknown {
  const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));
  return {
    key: metric.key,
    ...reading,
    value: rounded(reading.value),
    numerator: rounded(reading.numerator),
    coverage: rounded(reading.coverage),
    terms: reading.terms.map((term) => ({ ...term, value: rounded(term.value) })),
    sample: reading.sample && { ...reading.sample, marginOfError: rounded(reading.sample.marginOfError) },
  };
}

async function ledgerFor(workspace: WorkspaceStore, policy: Policy, recognised: boolean): Promise<Ledger> {
  return recognised ? (await workspace.ledgerUnder(policy)).ledger : workspace.ledger();
}

describe.each(['pglite', 'postgresql'] as const)('a workspace that is not held in memory, on %s', (kind) => {
  let held: Store | undefined;
  let wide: Store | undefined;
  beforeAll(async () => {
    const now = () => Date.parse('2026-06-15T12:00:00Z');
    const limits = { memoryBudget: 0, accountsAtOnce: 3 };
    if (kind === 'postgresql') {
      const databaseUrl = await freshDatabase();
      held = await openStore({ databaseUrl, now });
      wide = await openStore({ databaseUrl, now, ...limits });
    } else {
      held = await openStore({ dataDir: 'memory', now });
      wide = await openStore({ dataDir: 'memory', now, ...limits });
    }
  });
  afterAll(async () => {
    await held?.close();
    await wide?.close();
  });

  test('reads every metric as one that is, under every policy, filter and period', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(history, fc.nat(policies.length - 1), fc.nat(filters.length - 1), async (generated, p, f) => {
        if (held === undefined || wide === undefined) throw new Error('The stores are there once the tests run.');
        const key = `w${kind}-${Date.now()}-${made++}`;
        await held.createWorkspace({ key, name: 'Test', currency: 'USD', timeZone: 'UTC' });
        await fillHistory(held.workspace(key), generated);
        if (kind === 'pglite') {
          await wide.createWorkspace({ key, name: 'Test', currency: 'USD', timeZone: 'UTC' });
          await fillHistory(wide.workspace(key), generated);
        }
        const reader = await wide.workspace(key).reader();
        expect(reader.held).toBe(false);
        const policy = policies[p] ?? defaultPolicy;
        const filter = filters[f];
        const selection = reader.select(filter);
        const base = await held.workspace(key).ledger();
        const inMemory = filter === undefined ? selectAll(base) : selectWhere(base, filter);
        expect(await reader.count(selection)).toBe(inMemory.indices.length);
        const compared = metricKeys.map(async (name) => {
          const metric = metricOf(name);
          const recognised =
            recognitionKeys.some((switched) => metric.switches.includes(switched)) &&
            !recognisesAlike(policy, base.recognition);
          const asked = { policy, ...(name === 'FEATURE_ADOPTION' ? { feature: 'reports' } : {}) };
          const { ledger } = recognised ? await reader.under(policy) : reader;
          const found = await reader.readEach(metric, { ...asked, ledger, selection }, periods, today);
          const whole = await ledgerFor((held as Store).workspace(key), policy, recognised);
          const expected = readEach(metric, { ...asked, ledger: whole, selection: inMemory }, periods, today);
          expect(found.map(said)).toEqual(expected.map(said));
        });
        await Promise.all(compared);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 600_000);
});
