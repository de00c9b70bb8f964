import {
  defaultRecognition,
  formatDay,
  type Ledger,
  movementKinds,
  type Recognition,
  recognitionKeys,
} from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { describeBackends } from '../../testing/backends.ts';
import type { WorkspaceStore } from '../../workspace-store.ts';

/** A record from an account, which is the subscription's id too, its days and its price. */
function row(
  account: string,
  startsOn: string,
  endsOn: string | null,
  amount: string,
  more: Partial<SubscriptionRecord> = {},
): SubscriptionRecord {
  return { subscriptionId: account, accountExternalId: account, startsOn, endsOn, amount, currency: 'USD', ...more };
}

const records: readonly SubscriptionRecord[] = [
  row('cancels', '2025-01-01', '2025-04-01', '100', { cancelledOn: '2025-02-10' }),
  row('late', '2025-01-01', '2025-02-01', '50'),
  row('late', '2025-02-01', '2025-03-01', '50', { status: 'pastDue' }),
  row('late', '2025-03-01', null, '50'),
  row('rests', '2025-01-01', '2025-03-01', '50'),
  row('rests', '2025-03-01', '2025-05-01', '50', { status: 'paused' }),
  row('rests', '2025-05-01', null, '60'),
  row('tries', '2025-01-06', '2025-01-20', '30', { status: 'trialing' }),
  row('tries', '2025-01-20', null, '25'),
  row('starter', '2025-01-01', null, '20', { quantity: 2, discountPercent: '25', discountEndsOn: '2025-04-01' }),
  row('friend', '2025-01-01', null, '20', { quantity: 2, discountAmount: '10' }),
  row('friend', '2025-01-01', null, '500', { kind: 'oneTime' }),
  row('meter', '2025-01-01', '2025-03-03', '61', { kind: 'metered' }),
  row('meter', '2025-03-03', '2025-04-01', '29', { kind: 'metered' }),
  row('abroad', '2025-01-10', '2025-04-01', '100', { currency: 'EUR' }),
  row('abroad', '2025-04-01', '2025-08-01', '150', { currency: 'EUR' }),
  row('tokyo', '2025-01-10', '2025-03-01', '10000', { currency: 'JPY' }),
  row('kuwait', '2025-01-10', null, '10.000', { currency: 'KWD' }),
  row('signs', '2025-06-01', '2026-06-01', '1200', { interval: 'year', signedOn: '2025-04-15' }),
];

const rates = [
  { currency: 'EUR', day: '2025-01-01', rate: '1.10' },
  { currency: 'EUR', day: '2025-03-15', rate: '1.20' },
  { currency: 'EUR', day: '2025-06-01', rate: '1.00' },
  { currency: 'JPY', day: '2025-01-01', rate: '0.0070' },
  { currency: 'JPY', day: '2025-02-10', rate: '0.0065' },
  { currency: 'KWD', day: '2025-01-01', rate: '3.25' },
  { currency: 'KWD', day: '2025-02-01', rate: '3.30' },
];

// Worked out by hand: annualised cents. 1200 times what a month costs in dollars.
const byDefault: Readonly<Record<string, readonly string[]>> = {
  cancels: ['2025-01-01 NEW 120000', '2025-04-01 CHURN -120000'],
  late: ['2025-01-01 NEW 60000'],
  rests: ['2025-01-01 NEW 60000', '2025-03-01 CHURN -60000', '2025-05-01 REACTIVATION 72000'],
  tries: ['2025-01-20 NEW 30000'],
  starter: ['2025-01-01 NEW 36000', '2025-04-01 EXPANSION 12000'],
  friend: ['2025-01-01 NEW 36000'],
  meter: [],
  abroad: ['2025-01-10 NEW 132000', '2025-04-01 EXPANSION 72000', '2025-08-01 CHURN -204000'],
  tokyo: ['2025-01-10 NEW 84000', '2025-03-01 CHURN -84000'],
  kuwait: ['2025-01-10 NEW 39000'],
  signs: ['2025-06-01 NEW 120000', '2026-06-01 CHURN -120000'],
};

const overridden: readonly (readonly [Partial<Recognition>, Readonly<Record<string, readonly string[]>>])[] = [
  [{ churnAt: 'cancellation' }, { cancels: ['2025-01-01 NEW 120000', '2025-02-10 CHURN -120000'] }],
  [{ pastDue: 'drop' }, { late: ['2025-01-01 NEW 60000', '2025-02-01 CHURN -60000', '2025-03-01 REACTIVATION 60000'] }],
  [{ paused: 'count' }, { rests: ['2025-01-01 NEW 60000', '2025-05-01 EXPANSION 12000'] }],
  [{ trial: 'include' }, { tries: ['2025-01-06 NEW 36000', '2025-01-20 CONTRACTION -6000'] }],
  [{ discounts: 'subtractForeverOnly' }, { starter: ['2025-01-01 NEW 48000'] }],
  [{ discounts: 'ignore' }, { starter: ['2025-01-01 NEW 48000'], friend: ['2025-01-01 NEW 48000'] }],
  [
    { metered: 'includeTrailingAverage' },
    {
      meter: [
        '2025-02-01 NEW 12400',
        '2025-03-01 EXPANSION 11200',
        '2025-04-01 EXPANSION 12400',
        '2025-05-01 CONTRACTION -12400',
        '2025-06-01 CONTRACTION -11200',
        '2025-07-01 CHURN -12400',
      ],
    },
  ],
  [
    { fx: 'revalueMonthly' },
    {
      abroad: [
        '2025-01-10 NEW 132000',
        '2025-04-01 FX 12000',
        '2025-04-01 EXPANSION 72000',
        '2025-06-01 FX -36000',
        '2025-08-01 CHURN -180000',
      ],
      tokyo: ['2025-01-10 NEW 84000', '2025-03-01 FX -6000', '2025-03-01 CHURN -78000'],
      kuwait: ['2025-01-10 NEW 39000', '2025-02-01 FX 600'],
    },
  ],
];

function movementsOf({ accounts, movements: { offsets, days, kinds, amounts } }: Ledger): Record<string, string[]> {
  return Object.fromEntries(
    accounts.externalIds.map((id, account) => {
      const rows: string[] = [];
      for (let at = offsets[account] ?? 0; at < (offsets[account + 1] ?? 0); at++) {
        rows.push(`${formatDay(days[at] ?? 0)} ${movementKinds[kinds[at] ?? 0]} ${amounts[at]}`);
      }
      return [id, rows];
    }),
  );
}

/** What recognition decides in a ledger, in numbers. */
function recognisedIn({ accounts, movements, commitments, recognition }: Ledger) {
  const columns = [...Object.values(movements), ...Object.values(commitments), accounts.unconverted];
  return { recognition, ids: accounts.externalIds, columns: columns.map((column) => [...column]) };
}

async function filled(workspace: WorkspaceStore): Promise<WorkspaceStore> {
  await workspace.setExchangeRates(rates);
  const { results } = await workspace.upsertSubscriptions(records);
  expect(results.filter(({ status }) => status !== 'created')).toEqual([]);
  return workspace;
}

describeBackends('billing terms', (backend) => {
  test('become movements as each switch says, asked for or set', async () => {
    const workspace = await filled(await backend.freshWorkspace());
    expect(movementsOf(await workspace.ledger())).toEqual(byDefault);
    expect(new Set(overridden.flatMap(([switches]) => Object.keys(switches)))).toEqual(new Set(recognitionKeys));
    for (const [switches, differing] of overridden) {
      const { ledger, base } = await workspace.ledgerUnder({ ...defaultRecognition, ...switches });
      expect(movementsOf(ledger), JSON.stringify(switches)).toEqual({ ...byDefault, ...differing });
      expect(base).toBe(await workspace.ledger());
      expect(ledger.health).toBe(base.health);
    }
    for (const [switches] of overridden.slice(5)) {
      const asked = await workspace.ledgerUnder({ ...defaultRecognition, ...switches });
      await workspace.setPolicy(switches);
      expect(recognisedIn(await workspace.ledger())).toEqual(recognisedIn(asked.ledger));
      await workspace.setPolicy({});
    }
    expect(movementsOf(await workspace.ledger())).toEqual(byDefault);
  });

  test('say what is set to cancel and what is signed', async () => {
    const { accounts, commitments } = await (await filled(await backend.freshWorkspace())).ledger();
    const said = accounts.externalIds.flatMap((id, account) =>
      [...commitments.days.subarray(commitments.offsets[account], commitments.offsets[account + 1])].map((day, at) => {
        const index = (commitments.offsets[account] ?? 0) + at;
        return `${id} ${formatDay(day)} ${commitments.setToCancel[index]} ${commitments.signed[index]}`;
      }),
    );
    expect(said).toEqual([
      'cancels 2025-02-10 120000 0',
      'cancels 2025-04-01 0 0',
      'signs 2025-04-15 0 120000',
      'signs 2025-06-01 0 0',
    ]);
  });

  test('give the same in any order, and coming again change nothing', async () => {
    const straight = await filled(await backend.freshWorkspace());
    const mixed = await backend.freshWorkspace();
    const shuffled = records.map((record, index) => ({ record, at: (index * 7919) % 23 })).sort((a, b) => a.at - b.at);
    for (let start = 0; start < shuffled.length; start += 4) {
      await mixed.upsertSubscriptions(shuffled.slice(start, start + 4).map(({ record }) => record));
    }
    await mixed.setExchangeRates(rates);
    expect(recognisedIn(await mixed.ledger())).toEqual(recognisedIn(await straight.ledger()));
    const again = await straight.upsertSubscriptions(records);
    expect(new Set(again.results.map(({ status }) => status))).toEqual(new Set(['unchanged']));

    const { results } = await straight.upsertSubscriptions([
      row('cancels', '2025-01-01', '2025-04-01', '100'),
      row('starter', '2025-01-01', null, '20', { quantity: 2, discountPercent: '50', discountEndsOn: '2025-04-01' }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['updated', 'updated']);
    const ledger = await straight.ledger();
    expect(movementsOf(ledger)).toMatchObject({ starter: ['2025-01-01 NEW 24000', '2025-04-01 EXPANSION 24000'] });
    expect(ledger.commitments.days).toHaveLength(2);
  });

  test('are brought forward under every recognition', async () => {
    const grown = await backend.freshWorkspace();
    const recognition = { ...defaultRecognition, fx: 'revalueMonthly', trial: 'include' } as const;
    for (let start = 0; start < records.length; start += 3) {
      await grown.upsertSubscriptions(records.slice(start, start + 3));
      if (start === 9) await grown.setExchangeRates(rates);
      await grown.ledgerUnder(recognition);
      await grown.upsertAccounts([{ externalId: `aa-${start}`, traits: { plan: 'x' } }]);
      const { ledger, base } = await grown.ledgerUnder(recognition);
      expect(ledger.revision).toBe(base.revision);
      expect(ledger.accounts.externalIds).toContain(`aa-${start}`);
    }
    const brought = recognisedIn((await grown.ledgerUnder(recognition)).ledger);
    // Four others push it out, and it is worked out afresh.
    for (const [switches] of overridden.slice(0, 4)) {
      await grown.ledgerUnder({ ...defaultRecognition, ...switches });
    }
    expect(recognisedIn((await grown.ledgerUnder(recognition)).ledger)).toEqual(brought);
  });

  const bad: readonly (readonly [string, Partial<SubscriptionRecord>, string])[] = [
    ['an unknown kind', { kind: 'weekly' }, 'kind'],
    ['an unknown status', { status: 'cancelled' }, 'status'],
    ['a cancellation without an end', { endsOn: null, cancelledOn: '2026-01-10' }, 'endsOn'],
    ['a cancellation after the end', { cancelledOn: '2026-03-02' }, 'cancelledOn'],
    ['a signature after the start', { signedOn: '2026-01-02' }, 'signedOn'],
    ['two discounts', { discountPercent: '5', discountAmount: '5' }, 'discountAmount'],
    ['a discount above everything', { discountPercent: '100.5' }, 'discountPercent'],
    ['a negative discount', { discountPercent: '-5' }, 'discountPercent'],
    ['a discount with five decimals', { discountPercent: '5.00001' }, 'discountPercent'],
    ['a negative amount off', { discountAmount: '-5' }, 'discountAmount'],
    ['more off than it costs', { discountAmount: '200.01', quantity: 2 }, 'discountAmount'],
    ['the end of no discount', { discountEndsOn: '2026-02-01' }, 'discountEndsOn'],
    ['a metered charge without an end', { kind: 'metered', endsOn: null }, 'endsOn'],
    ['a metered charge by quantity', { kind: 'metered', quantity: 3 }, 'quantity'],
    ['a metered charge an interval', { kind: 'metered', interval: 'month' }, 'interval'],
    ['a metered charge at a discount', { kind: 'metered', discountPercent: '5' }, 'discountPercent'],
    ['a fee on trial', { kind: 'oneTime', status: 'trialing' }, 'status'],
    ['a cancelled fee', { kind: 'oneTime', cancelledOn: '2026-01-10' }, 'cancelledOn'],
    ['an absurd charge', { kind: 'metered', amount: '99999999999' }, 'amount'],
  ];

  test('that make no sense are rejected one by one', async () => {
    const workspace = await backend.freshWorkspace();
    const fine = row('fine', '2026-01-01', '2026-03-01', '100');
    const { results } = await workspace.upsertSubscriptions([
      ...bad.map(([, change], index) => ({ ...fine, subscriptionId: `bad-${index}`, ...change })),
      { ...fine, cancelledOn: '2026-03-01', signedOn: '2026-01-01', discountAmount: '100' },
    ]);
    bad.forEach(([name, , field], index) => {
      expect([name, results[index]]).toEqual([name, { status: 'rejected', field, reason: expect.any(String) }]);
    });
    expect(results.at(-1)).toEqual({ status: 'created' });
  });
});
