import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../calendar/period.ts';
import { metricOf } from '../catalogue.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { selectAll, selectWhere } from '../ledger/selection.ts';
import { stageOn, staysBy } from '../ledger/stage-columns.ts';
import { formatMoney } from '../money/money.ts';
import { defaultPolicy } from '../policy.ts';
import { day } from '../testing/worked-ledger.ts';
import { lifecycle } from './lifecycle.ts';
import { read } from './reading.ts';

const today = day('2026-01-15');
const year2025 = resolvePeriod({ kind: 'year', year: 2025 }, today);

const stages = [
  { key: 'onboarding', label: 'Onboarding', terminal: false },
  { key: 'adoption', label: 'Adoption', terminal: false },
  { key: 'growth', label: 'Growth', terminal: false },
  { key: 'churn', label: 'Churn', terminal: true },
];

/** An account's stages in words: its first days with their stages, `*` behind those set by hand, and its yearly cents. */
function worked(
  accounts: Readonly<Record<string, { readonly stages: readonly string[]; readonly annual?: number }>>,
): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  builder.setLifecycle(stages);
  builder.addHealthBand({ key: 'bad', label: 'Bad', from: 0, to: 50, tone: 'BAD' });
  builder.addHealthBand({ key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' });
  for (const [name, { stages: lines, annual = 0 }] of Object.entries(accounts)) {
    const account = builder.addAccount({ id: name, externalId: name, name, traits: {} });
    if (annual > 0) builder.addMovement(account, day('2024-06-01'), 'NEW', annual);
    if (name === 'slips') builder.addHealth(account, day('2025-01-01'), 20, 1);
    for (const line of lines) {
      const [from = '', stage = ''] = line.replace('*', '').split(' ');
      builder.addStage(account, day(from), stage === '-' ? null : stage, line.endsWith('*'));
    }
  }
  return builder.build();
}

const ledger = worked({
  // In adoption since 2024, to growth on the period's first day.
  grows: { stages: ['2024-06-01 adoption', '2025-01-01 growth'], annual: 12_000 },
  slips: { stages: ['2024-06-01 growth', '2025-03-01 adoption', '2025-03-11 adoption*'], annual: 6_006 },
  skips: { stages: ['2025-02-01 onboarding', '2025-02-21 growth'], annual: 2_405 },
  ends: { stages: ['2024-12-22 onboarding', '2025-01-01 churn'] },
  returns: { stages: ['2024-12-22 churn', '2025-05-01 onboarding', '2026-01-01 growth'] },
  leaves: { stages: ['2024-12-30 growth', '2025-01-09 -'] },
  never: { stages: [] },
});
const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
const report = lifecycle(question, year2025, today);
const nameOf = (code: number) => (code === 0 ? 'none' : (stages[code - 1]?.key ?? ''));

describe('the lifecycle', () => {
  it('says who was where at the start and the end, and who came and went', () => {
    expect(
      report.stages.map(({ code, accountsAtStart, entered, left, accountsAtEnd }) => [
        nameOf(code),
        accountsAtStart,
        entered,
        left,
        accountsAtEnd,
      ]),
    ).toEqual([
      ['onboarding', 1, 2, 2, 1],
      ['adoption', 1, 1, 1, 1],
      ['growth', 2, 2, 2, 2],
      ['churn', 1, 1, 1, 1],
      ['none', 2, 1, 1, 2],
    ]);
  });

  it('tells every way that was gone, and what it is', () => {
    expect(
      report.flows.map(({ from, to, kind, moves, before, after }) => [
        `${nameOf(from)} → ${nameOf(to)}`,
        kind,
        moves,
        formatMoney(before),
        formatMoney(after),
      ]),
    ).toEqual([
      ['onboarding → growth', 'SKIP', 1, '2.00', '2.00'],
      ['onboarding → churn', 'END', 1, '0.00', '0.00'],
      ['adoption → growth', 'NEXT', 1, '10.00', '10.00'],
      ['growth → adoption', 'REGRESSION', 1, '5.00', '5.00'],
      ['growth → none', 'EXIT', 1, '0.00', '0.00'],
      ['churn → onboarding', 'RETURN', 1, '0.00', '0.00'],
      ['none → onboarding', 'ENTRY', 1, '2.00', '2.00'],
    ]);
  });

  it('counts stays that ended apart from those that go on, and drops none', () => {
    const [onboarding, adoption, , churn, none] = report.stages;
    // Of 20 days (skips) and 10 (ends); and of the days from the 1st of May to the end of the year.
    expect(onboarding?.completed).toEqual({ count: 2, medianDays: 15 });
    expect(onboarding?.ongoing).toEqual({ count: 1, medianDays: 245 });
    // Set by hand to where it was already: one stay, since the 1st of March.
    expect(adoption?.ongoing).toEqual({ count: 1, medianDays: 306 });
    expect(churn?.completed).toEqual({ count: 1, medianDays: 130 });
    expect(none?.completed).toEqual({ count: 0, medianDays: null });
  });

  it('has the MRR of the stages add up to the whole, to the minor unit', () => {
    const sum = report.stages.reduce((total, { money }) => total + money.minor, 0n);
    expect(sum).toBe(read(metricOf('MRR'), question, year2025, today).money?.minor);
    expect(report.stages.map(({ money }) => formatMoney(money))).toEqual(['0.00', '5.00', '12.01', '0.00', '0.00']);
  });

  it('lays who is at risk over the stages', () => {
    expect(report.stages.map(({ atRisk }) => atRisk)).toEqual([0, 1, 0, 0, 0]);
  });

  it('without any stage has everybody in none', () => {
    const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
    builder.addAccount({ id: 'a', externalId: 'a', name: 'a', traits: {} });
    const empty = builder.build();
    const { stages: only } = lifecycle(
      { ledger: empty, selection: selectAll(empty), policy: defaultPolicy },
      year2025,
      today,
    );
    expect(only).toMatchObject([{ code: 0, accountsAtStart: 1, accountsAtEnd: 1, entered: 0, left: 0 }]);
  });
});

describe('an account’s stage', () => {
  it('is told with the day its stay began and who says so', () => {
    const slips = ledger.accounts.ids.indexOf('slips');
    expect(stageOn(ledger, slips, day('2025-03-20'))).toEqual({ code: 2, since: day('2025-03-01'), byHand: true });
    expect(stageOn(ledger, slips, day('2025-03-10'))).toEqual({ code: 2, since: day('2025-03-01'), byHand: false });
    expect(stageOn(ledger, slips, day('2024-01-01'))).toMatchObject({ code: 0 });
    expect(staysBy(ledger, slips, day('2025-03-20'))).toEqual([
      { code: 3, from: day('2024-06-01'), until: day('2025-03-01'), byHand: false },
      { code: 2, from: day('2025-03-01'), until: null, byHand: false },
    ]);
    expect(staysBy(ledger, slips, day('2025-02-28'))).toEqual([
      { code: 3, from: day('2024-06-01'), until: null, byHand: false },
    ]);
  });

  it('can be filtered by, none among them, on any day', () => {
    const names = (on: string, ...keys: string[]) =>
      [...selectWhere(ledger, { kind: 'stage', in: keys, on: day(on) }).indices].map((at) => ledger.accounts.names[at]);
    expect(names('2024-12-31', 'growth')).toEqual(['slips', 'leaves']);
    expect(names('2025-12-31', 'growth', 'churn')).toEqual(['grows', 'skips', 'ends']);
    expect(names('2025-12-31', '')).toEqual(['leaves', 'never']);
    expect(names('2025-12-31', 'unheard-of')).toEqual([]);
  });
});

const histories = fc.array(
  fc.uniqueArray(fc.integer({ min: day('2024-11-01'), max: day('2026-02-01') }), { maxLength: 8 }).chain((days) =>
    fc.tuple(
      ...days
        .sort((a, b) => a - b)
        .map((on) =>
          fc.record({
            on: fc.constant(on),
            stage: fc.constantFrom(null, ...stages.map(({ key }) => key)),
            byHand: fc.boolean(),
          }),
        ),
    ),
  ),
  { maxLength: 10 },
);

it('adds up: start + entered − left = end, stages and none hold every account, and flows are the comings and goings', () => {
  fc.assert(
    fc.property(
      histories,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 1, max: 300 }),
      (accounts, offset, length) => {
        const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
        builder.setLifecycle(stages);
        accounts.forEach((entries, at) => {
          const account = builder.addAccount({ id: `${at}`, externalId: `${at}`, name: `${at}`, traits: {} });
          builder.addMovement(account, day('2024-12-01'), 'NEW', 1_000 + at);
          for (const { on, stage, byHand } of entries) builder.addStage(account, on, stage, byHand);
        });
        const generated = builder.build();
        const asked = { ledger: generated, selection: selectAll(generated), policy: defaultPolicy };
        const start = day('2024-10-01') + offset;
        const period = resolvePeriod({ kind: 'range', start, end: start + length }, today);
        const { stages: found, flows } = lifecycle(asked, period, today);
        const sum = (of: (stage: (typeof found)[number]) => number) =>
          found.reduce((total, stage) => total + of(stage), 0);
        expect(sum(({ accountsAtStart }) => accountsAtStart)).toBe(accounts.length);
        expect(sum(({ accountsAtEnd }) => accountsAtEnd)).toBe(accounts.length);
        for (const { code, accountsAtStart, entered, left, accountsAtEnd, completed, ongoing } of found) {
          expect(accountsAtStart + entered - left).toBe(accountsAtEnd);
          const moves = (side: 'from' | 'to') =>
            flows.filter((flow) => flow[side] === code).reduce((total, flow) => total + flow.moves, 0);
          expect([moves('to'), moves('from')]).toEqual([entered, left]);
          if (code !== 0) expect([completed.count, ongoing.count]).toEqual([left, accountsAtEnd]);
        }
        const money = found.reduce((total, stage) => total + stage.money.minor, 0n);
        expect(money).toBe(read(metricOf('MRR'), asked, period, today).money?.minor);
      },
    ),
    { numRuns: 300 },
  );
});
