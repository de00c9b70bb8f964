import { balanceBefore, type Ledger, movementKinds, parseDay } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { describeBackends } from '../../testing/backends.ts';

const base: SubscriptionRecord = {
  subscriptionId: 's1',
  accountExternalId: 'acme',
  startsOn: '2026-01-01',
  endsOn: null,
  amount: '100',
  currency: 'USD',
};

/** An account's movements as `2026-01-01 NEW 120000`. */
function movementsOf(ledger: Ledger, externalId: string): readonly string[] {
  const account = ledger.accounts.externalIds.indexOf(externalId);
  const { offsets, days, kinds, amounts } = ledger.movements;
  const rows: string[] = [];
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = new Date((days[row] ?? 0) * 86_400_000).toISOString().slice(0, 10);
    rows.push(`${day} ${movementKinds[kinds[row] ?? 0]} ${amounts[row]}`);
  }
  return rows;
}

describeBackends('subscriptions', (backend) => {
  test('become movements, and coming again change nothing', async () => {
    const workspace = await backend.freshWorkspace();
    const records = [
      base,
      { ...base, startsOn: '2026-03-01', amount: '150.50', plan: 'pro' },
      { ...base, startsOn: '2026-05-01', endsOn: '2026-06-01', amount: '1200', interval: 'year', quantity: 3 },
    ];

    const first = await workspace.upsertSubscriptions(records);
    const again = await workspace.upsertSubscriptions(records);

    expect(first.results.map(({ status }) => status)).toEqual(['created', 'created', 'created']);
    expect(again).toEqual({
      results: [{ status: 'unchanged' }, { status: 'unchanged' }, { status: 'unchanged' }],
      revision: first.revision,
    });
    expect(movementsOf(await workspace.ledger(), 'acme')).toEqual([
      '2026-01-01 NEW 120000',
      '2026-03-01 EXPANSION 60600',
      '2026-05-01 EXPANSION 179400',
      '2026-06-01 CHURN -360000',
    ]);
  });

  test('give the same movements in any order and any batches', async () => {
    const records = Array.from(
      { length: 60 },
      (_, index): SubscriptionRecord => ({
        ...base,
        subscriptionId: `s${index % 5}`,
        accountExternalId: `a${index % 3}`,
        startsOn: `20${10 + Math.floor(index / 5)}-0${1 + (index % 5)}-01`,
        amount: String(10 + ((index * 37) % 50)),
      }),
    );
    const shuffled = records.map((record, index) => ({ record, at: (index * 7919) % 61 }));
    shuffled.sort((a, b) => a.at - b.at);
    const straight = await backend.freshWorkspace();
    const mixed = await backend.freshWorkspace();

    await straight.upsertSubscriptions(records);
    for (let start = 0; start < shuffled.length; start += 7) {
      const { results } = await mixed.upsertSubscriptions(shuffled.slice(start, start + 7).map(({ record }) => record));
      expect(results.every(({ status }) => status === 'created')).toBe(true);
    }

    for (const account of ['a0', 'a1', 'a2']) {
      const movements = movementsOf(await straight.ledger(), account);
      expect(movements.length).toBeGreaterThan(5);
      expect(movementsOf(await mixed.ledger(), account)).toEqual(movements);
    }
  });

  test('that overlap are rejected, within a batch and against what is there', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertSubscriptions([
      { ...base, endsOn: '2026-04-01' },
      { ...base, startsOn: '2026-03-01', amount: '7' },
      { ...base, startsOn: '2026-04-01' },
    ]);
    const later = await workspace.upsertSubscriptions([
      { ...base, startsOn: '2026-02-01', amount: '7' },
      { ...base, startsOn: '2025-12-01', endsOn: '2026-01-02', amount: '7' },
      { ...base, startsOn: '2025-12-01', endsOn: '2026-01-01', amount: '7' },
    ]);

    expect(results.map(({ status }) => status)).toEqual(['created', 'rejected', 'created']);
    expect(later.results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'created']);
    expect(results[1]).toMatchObject({ field: 'startsOn', reason: expect.stringContaining('2026-04-01') });
    expect(later.results[1]).toMatchObject({ field: 'endsOn', reason: expect.stringContaining('overlaps') });
    expect(movementsOf(await workspace.ledger(), 'acme')).toEqual([
      '2025-12-01 NEW 8400',
      '2026-01-01 EXPANSION 111600',
    ]);
  });

  test('that are cut short by an update let go of the rest', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSubscriptions([base]);
    const { results } = await workspace.upsertSubscriptions([{ ...base, endsOn: '2026-02-01' }]);
    expect(results).toEqual([{ status: 'updated' }]);
    expect(movementsOf(await workspace.ledger(), 'acme')).toEqual([
      '2026-01-01 NEW 120000',
      '2026-02-01 CHURN -120000',
    ]);
  });

  test('that move to another account rebuild both', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertSubscriptions([base]);
    await workspace.upsertSubscriptions([{ ...base, accountExternalId: 'globex' }]);
    let ledger = await workspace.ledger();
    expect(movementsOf(ledger, 'acme')).toEqual([]);
    expect(movementsOf(ledger, 'globex')).toEqual(['2026-01-01 NEW 120000']);

    await workspace.upsertSubscriptions([{ ...base, accountExternalId: 'initech', startsOn: '2026-04-01' }]);
    ledger = await workspace.ledger();
    expect(movementsOf(ledger, 'globex')).toEqual(['2026-01-01 NEW 120000', '2026-04-01 CHURN -120000']);
    expect(movementsOf(ledger, 'initech')).toEqual(['2026-04-01 NEW 120000']);
  });

  const bad: readonly (readonly [string, Partial<SubscriptionRecord>, string])[] = [
    ['no id', { subscriptionId: ' ' }, 'subscriptionId'],
    ['no account', { accountExternalId: '' }, 'accountExternalId'],
    ['a negative amount', { amount: '-1' }, 'amount'],
    ['an absurd amount', { amount: '99999999999' }, 'amount'],
    ['an absurd amount of nothing', { amount: '99999999999999999999', quantity: 0 }, 'amount'],
    ['an amount in words', { amount: 'ten' }, 'amount'],
    ['an amount with separators', { amount: '1,000.00' }, 'amount'],
    ['more decimals than cents', { amount: '1.005' }, 'amount'],
    ['yen with decimals', { amount: '100.5', currency: 'JPY' }, 'amount'],
    ['an unknown currency', { currency: 'XXZ' }, 'currency'],
    ['a currency in small letters', { currency: 'usd' }, 'currency'],
    ['an unknown interval', { interval: 'fortnight' }, 'interval'],
    ['a fraction of a seat', { quantity: 1.5 }, 'quantity'],
    ['a negative quantity', { quantity: -1 }, 'quantity'],
    ['a quantity that is no number', { quantity: Number.NaN }, 'quantity'],
    ['every zeroth month', { every: 0 }, 'every'],
    ['a day that does not exist', { startsOn: '2026-02-29' }, 'startsOn'],
    ['a day in another writing', { startsOn: '01/02/2026' }, 'startsOn'],
    ['a year with a slip', { startsOn: '0206-01-01' }, 'startsOn'],
    ['an end before the start', { endsOn: '2025-12-31' }, 'endsOn'],
    ['an end on the start', { endsOn: '2026-01-01' }, 'endsOn'],
  ];

  test('that make no sense are rejected one by one', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.upsertSubscriptions([
      ...bad.map(([, change], index) => ({ ...base, subscriptionId: `bad-${index}`, ...change })),
      base,
    ]);
    bad.forEach(([name, , field], index) => {
      expect([name, results[index]]).toEqual([name, { status: 'rejected', field, reason: expect.any(String) }]);
    });
    expect(results.at(-1)).toEqual({ status: 'created' });
    expect((await workspace.counts()).accounts).toBe(1);
  });

  test('in a currency without a rate are kept, left out and flagged until there is one', async () => {
    const workspace = await backend.freshWorkspace();
    const euros = { ...base, amount: '100', currency: 'EUR' };
    expect((await workspace.upsertSubscriptions([euros])).results).toEqual([{ status: 'created' }]);
    let ledger = await workspace.ledger();
    expect(movementsOf(ledger, 'acme')).toEqual([]);
    expect([...ledger.accounts.unconverted]).toEqual([1]);

    const rates = [{ currency: 'EUR', day: '2025-12-01', rate: '1.5' }];
    const set = await workspace.setExchangeRates(rates);
    expect(
      await workspace.setExchangeRates([{ ...rates[0], currency: 'EUR', day: '2025-12-01', rate: '1.500' }]),
    ).toEqual({
      results: [{ status: 'unchanged' }],
      revision: set.revision,
    });
    ledger = await workspace.ledger();
    expect(movementsOf(ledger, 'acme')).toEqual(['2026-01-01 NEW 180000']);
    expect([...ledger.accounts.unconverted]).toEqual([0]);
    expect(balanceBefore(ledger, 0, parseDay('2026-02-01') ?? 0)).toBe(180_000);
  });

  test('rates that make no sense are rejected', async () => {
    const workspace = await backend.freshWorkspace();
    const { results } = await workspace.setExchangeRates([
      { currency: 'USD', day: '2026-01-01', rate: '1' },
      { currency: 'EUR', day: '2026-01-01', rate: '0' },
      { currency: 'EUR', day: '2026-01-01', rate: '1e3' },
      { currency: 'EUR', day: 'yesterday', rate: '1.1' },
      { currency: 'QQQ', day: '2026-01-01', rate: '1.1' },
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'currency',
      'rate',
      'rate',
      'day',
      'currency',
    ]);
  });
});
