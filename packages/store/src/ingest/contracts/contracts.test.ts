import { type Ledger, parseDay } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import type { ContractRecord } from '../../records/contract.ts';
import { describeBackends } from '../../testing/backends.ts';

const day = (text: string) => parseDay(text) ?? 0;

const first: ContractRecord = {
  contractId: 'c1',
  accountExternalId: 'acme',
  startsOn: '2025-01-01',
  endsOn: '2026-01-01',
  amount: '1000.00',
  currency: 'USD',
};
const second: ContractRecord = {
  ...first,
  contractId: 'c2',
  startsOn: '2026-01-01',
  endsOn: '2027-01-01',
  amount: '1200.00',
  signedOn: '2025-12-10',
  renews: 'c1',
};

const rowsOf = ({ contracts }: Ledger) => ({
  offsets: [...contracts.offsets],
  ends: [...contracts.ends],
  due: [...contracts.due],
  outcomes: [...contracts.outcomes],
  settled: [...contracts.settled],
  renewed: [...contracts.renewed],
});

describeBackends('contracts', (backend) => {
  const opened = async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
    return workspace;
  };

  test('are renewed by the contract that names them, in whichever order they come', async () => {
    const expected = {
      offsets: [0, 2, 2],
      ends: [day('2026-01-01'), day('2027-01-01')],
      due: [100_000, 120_000],
      outcomes: [1, 0],
      settled: [day('2025-12-10'), 0],
      renewed: [120_000, 0],
    };
    for (const batches of [[[first, second]], [[second], [first]], [[first], [second]]]) {
      const workspace = await opened();
      for (const batch of batches) await workspace.upsertContracts(batch);
      expect(rowsOf(await workspace.ledger())).toEqual(expected);
    }
  });

  test('are written once, corrected, and let go of by a renewal that was none', async () => {
    const workspace = await opened();
    const created = await workspace.upsertContracts([first, second]);
    expect(created.results).toEqual([{ status: 'created' }, { status: 'created' }]);
    const again = await workspace.upsertContracts([first, second]);
    expect(again).toEqual({ results: [{ status: 'unchanged' }, { status: 'unchanged' }], revision: created.revision });
    await workspace.ledger();

    await workspace.upsertContracts([{ ...second, amount: '900.00' }]);
    expect(rowsOf(await workspace.ledger()).renewed).toEqual([90_000, 0]);
    await workspace.upsertContracts([{ ...second, status: 'draft' }]);
    expect(rowsOf(await workspace.ledger())).toMatchObject({ due: [100_000], outcomes: [0] });
    const { renews: _, ...unrelated } = second;
    await workspace.upsertContracts([unrelated]);
    expect(rowsOf(await workspace.ledger())).toMatchObject({ outcomes: [0, 0] });
    // A contract of another account renews none of this one's.
    await workspace.upsertContracts([{ ...second, accountExternalId: 'bolt' }]);
    expect(rowsOf(await workspace.ledger())).toMatchObject({ offsets: [0, 1, 2], outcomes: [0, 0] });
  });

  test('say themselves what became of them, before any other does', async () => {
    const workspace = await opened();
    const settled = async (more: Partial<ContractRecord>) => {
      await workspace.upsertContracts([{ ...first, ...more }]);
      const { outcomes, settled: on, renewed } = rowsOf(await workspace.ledger());
      return [outcomes[0], on[0], renewed[0]];
    };
    expect(await settled({ autoRenew: true })).toEqual([1, day('2026-01-01'), 100_000]);
    await workspace.upsertContracts([second]);
    expect(await settled({ autoRenew: true })).toEqual([1, day('2025-12-10'), 120_000]);
    expect(await settled({ renewedOn: '2026-02-03' })).toEqual([1, day('2026-02-03'), 100_000]);
    expect(await settled({ renewedOn: '2026-02-03', renewedAmount: '0.01' })).toEqual([1, day('2026-02-03'), 1]);
    expect(await settled({ autoRenew: true, lostOn: '2025-10-01' })).toEqual([2, day('2025-10-01'), 0]);
  });

  test('take both amounts at the rate of their first day, also once it is known', async () => {
    const workspace = await opened();
    await workspace.upsertContracts([
      { ...first, currency: 'EUR' },
      { ...second, currency: 'EUR', amount: '1000.00' },
    ]);
    expect(rowsOf(await workspace.ledger()).due).toEqual([Number.NaN, Number.NaN]);
    await workspace.setExchangeRates([
      { currency: 'EUR', day: '2024-12-01', rate: '1.10' },
      { currency: 'EUR', day: '2025-12-01', rate: '1.30' },
    ]);
    expect(rowsOf(await workspace.ledger())).toMatchObject({ due: [110_000, 130_000], renewed: [110_000, 0] });
  });

  test('that make no sense are rejected with a sentence, and hold up no other', async () => {
    const workspace = await opened();
    // What comes over the wire need not be of the record's type.
    const bad = [
      ['contractId', { contractId: ' ' }],
      ['accountExternalId', { accountExternalId: 'nobody' }],
      ['startsOn', { startsOn: '2025-02-30' }],
      ['endsOn', { endsOn: '2025-01-01' }],
      ['amount', { amount: '-1' }],
      ['amount', { amount: '1.005' }],
      ['currency', { currency: 'usd' }],
      ['noticeDays', { noticeDays: 1.5 }],
      ['status', { status: 'maybe' }],
      ['autoRenew', { autoRenew: 'yes' }],
      ['signedOn', { signedOn: 'soon' }],
      ['renews', { renews: 'c1' }],
      ['lostOn', { renewedOn: '2026-01-01', lostOn: '2026-01-01' }],
      ['renewedOn', { renewedAmount: '1.00' }],
      ['renewedAmount', { renewedOn: '2026-01-01', renewedAmount: 'lots' }],
    ] as unknown as readonly (readonly [string, Partial<ContractRecord>])[];
    const { results } = await workspace.upsertContracts([...bad.map(([, change]) => ({ ...first, ...change })), first]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      ...bad.map(([field]) => field),
      'created',
    ]);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatch(/\. \w.*\.$/);
  });

  test('are found by number, in their own workspace', async () => {
    const workspace = await opened();
    const other = await opened();
    await workspace.upsertContracts([first, second]);
    const numbers = [...(await workspace.ledger()).contracts.numbers];
    expect(
      [...(await workspace.contracts([...numbers, 99])).values()].map(({ contractId }) => contractId).sort(),
    ).toEqual(['c1', 'c2']);
    expect((await other.contracts(numbers)).size).toBe(0);
    expect((await other.ledger()).contracts.ends.length).toBe(0);
  });
});
