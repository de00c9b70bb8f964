import { describe, expect, it } from 'vitest';
import { revenue } from '../facts/revenue/revenue.ts';
import { selectAccount, selectAll } from '../ledger/selection.ts';
import { defaultPolicy } from '../policy.ts';
import { day, workedLedger } from '../testing/worked-ledger.ts';
import { collect } from './collect.ts';

const ledger = workedLedger(['a 2025-01-01 - 10000', 'b 2025-01-01 - 20000']);
const window = { start: day('2025-01-01'), end: day('2025-02-01') };

describe('collect', () => {
  it('scans once for the same question, and again for another', () => {
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const first = collect(revenue, question, [window]);
    expect(collect(revenue, { ...question, policy: { ...defaultPolicy } }, [{ ...window }])).toBe(first);
    expect(
      collect(revenue, { ...question, policy: { ...defaultPolicy, reactivationWindowDays: 9 } }, [window]),
    ).not.toBe(first);
    expect(collect(revenue, question, [{ ...window, end: window.end + 1 }])).not.toBe(first);
    // Facts do not hang on what formulas make of them.
    expect(collect(revenue, { ...question, policy: { ...defaultPolicy, nrrReactivation: 'include' } }, [window])).toBe(
      first,
    );
  });

  it('never takes one selection for another', () => {
    const of = (account: number): number | undefined =>
      collect(revenue, { ledger, selection: selectAccount(ledger, account), policy: defaultPolicy }, [window])[0]?.end;
    expect([of(0), of(1)]).toEqual([120_000, 240_000]);
  });

  it('forgets the oldest of too many', () => {
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const first = collect(revenue, question, [window]);
    for (let later = 1; later <= 128; later++) collect(revenue, question, [{ ...window, end: window.end + later }]);
    const again = collect(revenue, question, [window]);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
