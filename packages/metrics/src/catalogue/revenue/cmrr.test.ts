import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { metricOf } from '../../catalogue.ts';
import { selectAll } from '../../ledger/selection.ts';
import { formatMoney } from '../../money/money.ts';
import { defaultPolicy, type Policy } from '../../policy.ts';
import { contributorsOf } from '../../reading/contributors.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { recognisedLedger } from '../../testing/generated-terms.ts';
import { day } from '../../testing/worked-ledger.ts';
import { monthly } from '../../testing/worked-terms.ts';

// At the end of March: stays 100.00; leaves 50.00 at the end of May, as was known on 10 March; moves from 80.00 to 95.00
// in June, as was signed on 20 March; comes in May with 30.00, as was signed on the last of March; runs out unsaid.
const accounts = [
  [monthly('2025-01-01', null, 10_000)],
  [monthly('2025-01-01', '2025-06-01', 5_000, { cancelledOn: '2025-03-10' })],
  [monthly('2025-01-01', '2025-06-01', 8_000), monthly('2025-06-01', null, 9_500, { signedOn: '2025-03-20' })],
  [monthly('2025-05-01', null, 3_000, { signedOn: '2025-03-31' })],
  [monthly('2025-01-01', '2025-07-01', 2_000)],
];

function reading(month: string, policy: Partial<Policy> = {}): Reading {
  const asked = { ...defaultPolicy, ...policy };
  const ledger = recognisedLedger(accounts, asked);
  const today = day('2026-01-15');
  const period = resolvePeriod({ kind: 'month', month }, today);
  return read(metricOf('CMRR'), { ledger, selection: selectAll(ledger), policy: asked }, period, today);
}

function amount({ money }: Reading): string | null {
  return money === null ? null : formatMoney(money);
}

describe('CMRR', () => {
  it.each([
    ['2025-02', {}, '250.00'],
    ['2025-03', {}, '200.00'],
    ['2025-03', { cmrrSigned: 'include' }, '245.00'],
    ['2025-04', { cmrrSigned: 'include' }, '245.00'],
    ['2025-05', { cmrrSigned: 'include' }, '245.00'],
    ['2025-06', { cmrrSigned: 'include' }, '245.00'],
    ['2025-06', {}, '245.00'],
    ['2025-03', { churnAt: 'cancellation' }, '200.00'],
  ] as const)('at the end of %s under %j is %s', (month, policy, expected) => {
    expect(amount(reading(month, policy))).toBe(expected);
  });

  it('says what it is made of', () => {
    const { terms } = reading('2025-03', { cmrrSigned: 'include' });
    expect(terms.map(({ key, sign, value }) => [key, sign * value])).toEqual([
      ['MRR', 250],
      ['SET_TO_CANCEL', -50],
      ['SIGNED', 45],
    ]);
    expect(reading('2025-03').terms.map(({ key }) => key)).toEqual(['MRR', 'SET_TO_CANCEL']);
  });

  it('is what its accounts put into it', () => {
    const found = contributorsOf(reading('2025-03', { cmrrSigned: 'include' }), 'NAME_ASC').entries;
    expect(found.map(({ account, contribution }) => [account.name, contribution])).toEqual([
      ['Account 0', 100],
      ['Account 2', 95],
      ['Account 3', 30],
      ['Account 4', 20],
    ]);
  });
});
