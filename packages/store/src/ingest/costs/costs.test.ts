import type { Ledger } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { describeBackends } from '../../testing/backends.ts';

const rent = {
  externalId: 'c1',
  category: 'product',
  startsOn: '2026-01-01',
  endsOn: '2026-02-01',
  amount: '310.00',
  currency: 'USD',
};

const rowsOf = ({ costs }: Ledger) => ({
  accounts: [...costs.offsets],
  amounts: [...costs.amounts],
  shared: [...costs.shared.amounts],
});

describeBackends('costs', (backend) => {
  test('are created, changed, moved to an account, and left alone', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
    const of = (accountExternalId: string) => ({ ...rent, externalId: 'c2', category: 'support', accountExternalId });

    const first = await workspace.upsertCosts([rent, of('acme')]);
    expect(first).toEqual({ results: [{ status: 'created' }, { status: 'created' }], revision: '2' });
    expect(rowsOf(await workspace.ledger())).toEqual({ accounts: [0, 1, 1], amounts: [31_000], shared: [31_000] });
    const again = await workspace.upsertCosts([rent, of('acme')]);
    expect(again).toEqual({ results: [{ status: 'unchanged' }, { status: 'unchanged' }], revision: '2' });

    const moved = await workspace.upsertCosts([{ ...rent, accountExternalId: 'acme' }, of('bolt')]);
    expect(moved.results).toEqual([{ status: 'updated' }, { status: 'updated' }]);
    expect(rowsOf(await workspace.ledger())).toEqual({ accounts: [0, 1, 2], amounts: [31_000, 31_000], shared: [] });
    const { accountExternalId: _, ...ofNobody } = of('bolt');
    await workspace.upsertCosts([{ ...ofNobody, amount: '0.01' }]);
    expect(rowsOf(await workspace.ledger())).toEqual({ accounts: [0, 1, 1], amounts: [31_000], shared: [1] });
  });

  test('of two sources are two costs', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertCosts([rent], { source: 'books' });
    await workspace.upsertCosts([rent], { source: 'payroll' });
    expect((await workspace.ledger()).costs.shared.amounts.length).toBe(2);
  });

  test('are converted at the rate of their first day, also once it is known', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    await workspace.upsertCosts([
      { ...rent, currency: 'EUR', amount: '100.00' },
      { ...rent, externalId: 'c2', currency: 'JPY', amount: '5000', accountExternalId: 'acme' },
    ]);
    expect(rowsOf(await workspace.ledger())).toMatchObject({ amounts: [Number.NaN], shared: [Number.NaN] });
    await workspace.setExchangeRates([
      { currency: 'EUR', day: '2025-12-01', rate: '1.10' },
      { currency: 'EUR', day: '2026-01-15', rate: '1.30' },
      { currency: 'JPY', day: '2026-01-01', rate: '0.0070' },
    ]);
    expect(rowsOf(await workspace.ledger())).toMatchObject({ amounts: [3_500], shared: [11_000] });
  });

  test('that make no sense are rejected with a sentence, and hold up no other', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertCosts([
      { ...rent, externalId: '' },
      { ...rent, category: 'travel' },
      { ...rent, startsOn: '2026-02-30' },
      { ...rent, endsOn: rent.startsOn },
      { ...rent, amount: '-1' },
      { ...rent, amount: '1.005' },
      { ...rent, amount: '99999999999999' },
      { ...rent, currency: 'usd' },
      { ...rent, accountExternalId: 'nobody' },
      rent,
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'externalId',
      'category',
      'startsOn',
      'endsOn',
      'amount',
      'amount',
      'amount',
      'currency',
      'accountExternalId',
      'created',
    ]);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatch(/\. \w.*\.$/);
  });

  test('stay in their own workspace', async () => {
    const mine = await backend.freshWorkspace();
    const other = await backend.freshWorkspace();
    await mine.upsertCosts([rent]);
    expect((await other.ledger()).costs.shared.amounts.length).toBe(0);
  });
});
