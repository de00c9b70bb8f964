import { expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { metricOf } from '../../catalogue.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { type Selection, selectAll, selectWhere } from '../../ledger/selection.ts';
import { formatMoney } from '../../money/money.ts';
import { defaultPolicy } from '../../policy.ts';
import { contributorReport, contributorsOf } from '../../reading/contributors.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { windowOf } from '../../reading/window.ts';
import { day } from '../../testing/worked-ledger.ts';

const today = day('2026-01-15');

// 1,200.00 a year each. Ann (1 FTE) has three of them, Bob (½ FTE, ramped in July) one, Cy left in November, one has none.
const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
for (const [name, csm, plan] of [
  ['a', 'ann', 'Team'],
  ['b', 'ann', 'Team'],
  ['c', 'ann', 'Starter'],
  ['d', 'bob', 'Team'],
  ['e', 'cy', 'Team'],
  ['f', '', 'Starter'],
] as const) {
  const traits = { plan, ...(csm === '' ? {} : { csm }) };
  const account = builder.addAccount({ id: name, externalId: name, name, traits });
  builder.addMovement(account, day('2024-01-01'), 'NEW', 120_000);
}
builder.addCsm({ externalId: 'ann', fteMillionths: 1_000_000, rampedOn: day('2024-06-30'), leftOn: null });
builder.addCsm({ externalId: 'bob', fteMillionths: 500_000, rampedOn: day('2025-07-31'), leftOn: null });
builder.addCsm({ externalId: 'cy', fteMillionths: 1_000_000, rampedOn: day('2024-01-01'), leftOn: day('2025-11-30') });
const ledger = builder.build();

function reading(month: string, selection: Selection = selectAll(ledger)): Reading {
  const question = { ledger, selection, policy: defaultPolicy };
  return read(metricOf('ARR_PER_CSM'), question, resolvePeriod({ kind: 'month', month }, today), today);
}

const money = ({ money: found }: Reading): string | null => (found === null ? null : formatMoney(found));

it('is ARR over the time of CSMs who are ramped by the last day and have not left', () => {
  expect(money(reading('2024-05'))).toBe('7200.00');
  expect(money(reading('2024-06'))).toBe('3600.00');
  expect(money(reading('2025-06'))).toBe('3600.00');
  expect(money(reading('2025-07'))).toBe('2880.00');
  expect(money(reading('2025-11'))).toBe('4800.00');
  expect(reading('2025-12')).toMatchObject({ denominator: 1.5, excluded: [{ reason: 'NO_RAMPED_CSM', count: 2 }] });
});

it('of some accounts counts every CSM who has any of them, whole', () => {
  const team = selectWhere(ledger, { kind: 'trait', key: 'plan', in: ['Starter'] });
  expect(money(reading('2025-12', team))).toBe('2400.00');
  const none = selectWhere(ledger, { kind: 'trait', key: 'csm', in: [''] });
  expect(reading('2025-12', none)).toMatchObject({ value: null, reason: 'NO_BASE' });
});

it('shares a CSM’s time out evenly among their accounts, even where they are looked at apart', () => {
  const found = reading('2025-12');
  const even = [1 / 3, 1 / 3, 1 / 3, 0.5, 0, 0];
  expect(contributorsOf(found, 'NAME_ASC').entries.map(({ denominator }) => denominator)).toEqual(even);
  const { source } = metricOf('ARR_PER_CSM');
  const windows = [windowOf(found.period, today)];
  const parts = ['Team', 'Starter'].map((plan) => ({
    ...found.question,
    selection: selectWhere(ledger, { kind: 'trait', key: 'plan', in: [plan] }),
  }));
  const facts = source.merge(parts.flatMap((part) => source.collect(part, windows)));
  const { gathering, tell } = contributorReport(found, facts, 'NAME_ASC', 6);
  const { entries, remainder } = tell(
    found.question,
    gathering.merge(parts.flatMap((part) => gathering.collect(part, windows))),
  );
  expect([entries.map(({ denominator }) => denominator), remainder]).toEqual([even, null]);
});

it('of an account that changed hands counts the CSM it had on the last day', () => {
  const moving = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  const account = moving.addAccount({ id: 'a', externalId: 'a', name: 'a', traits: { csm: 'bob' } });
  moving.addMovement(account, day('2024-01-01'), 'NEW', 120_000);
  moving.addTraitChange(account, 'csm', day('2024-01-01'), 'ann');
  moving.addTraitChange(account, 'csm', day('2025-04-01'), 'bob');
  moving.addCsm({ externalId: 'ann', fteMillionths: 1_000_000, rampedOn: day('2024-01-01'), leftOn: null });
  moving.addCsm({ externalId: 'bob', fteMillionths: 500_000, rampedOn: day('2024-01-01'), leftOn: null });
  const ledger = moving.build();
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  const load = (month: string) =>
    money(read(metricOf('ARR_PER_CSM'), question, resolvePeriod({ kind: 'month', month }, today), today));
  expect([load('2025-03'), load('2025-04')]).toEqual(['1200.00', '2400.00']);
});

it('tells the load in accounts beside it, those in a bad band counted twice', () => {
  const loaded = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  loaded.addHealthBand({ key: 'bad', label: 'Bad', from: 0, to: 50, tone: 'BAD' });
  loaded.addHealthBand({ key: 'good', label: 'Good', from: 50, to: 100, tone: 'GOOD' });
  // Three pay, two of them in danger, and one that is in danger does not.
  for (const [name, score, pays] of [
    ['a', 20, 1],
    ['b', 49, 1],
    ['c', 50, 1],
    ['d', 10, 0],
  ] as const) {
    const account = loaded.addAccount({ id: name, externalId: name, name, traits: { csm: 'ann' } });
    if (pays === 1) loaded.addMovement(account, day('2024-01-01'), 'NEW', 120_000);
    loaded.addHealth(account, day('2024-01-01'), score, 1);
  }
  loaded.addCsm({ externalId: 'ann', fteMillionths: 800_000, rampedOn: day('2024-01-01'), leftOn: null });
  const of = loaded.build();
  const question = { ledger: of, selection: selectAll(of), policy: defaultPolicy };
  const found = read(
    metricOf('ARR_PER_CSM'),
    question,
    resolvePeriod({ kind: 'month', month: '2025-12' }, today),
    today,
  );
  const beside = found.terms.filter(({ side }) => side === 'STATISTIC').map(({ key, value }) => [key, value]);
  expect(beside).toEqual([
    ['ACCOUNTS', 3],
    ['ARR_AT_RISK', 2400],
    ['WEIGHTED_LOAD', 6.25],
  ]);
});
