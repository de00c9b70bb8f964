import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { defaultPolicy, metricOf, resolvePeriod } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { type RunStatement, statementChannel } from '../backends/statement-channel.ts';
import { LedgerTooLarge } from '../errors.ts';
import { openStore } from '../open-store.ts';
import type { LedgerReader } from '../records/ledger-reader.ts';

const today = 20_000;
const month = resolvePeriod({ kind: 'current', unit: 'MONTH' }, today);

function accounts(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    externalId: `a${from + index}`,
    name: `Account ${from + index}`,
    traits: { plan: index % 2 === 0 ? 'Team' : 'Starter' },
  }));
}

async function customersIn(reader: LedgerReader): Promise<unknown> {
  const question = { ledger: reader.ledger, selection: reader.select(), policy: defaultPolicy };
  const [reading] = await reader.readEach(metricOf('CUSTOMERS'), question, [month], today);
  return reading?.value;
}

test('a workspace is held until it takes more than its budget, and is answered all the same afterwards', async () => {
  // At some 600 bytes an account, 1 MB holds some 1,700.
  const store = await openStore({ dataDir: 'memory', memoryBudget: 1, accountsAtOnce: 700 });
  await store.createWorkspace({ key: 'w', name: 'W', currency: 'USD', timeZone: 'UTC' });
  const workspace = store.workspace('w');
  await workspace.upsertAccounts(accounts(0, 100));
  expect((await workspace.reader()).held).toBe(true);
  await workspace.upsertAccounts(accounts(100, 1_400));
  const held = await workspace.reader();
  expect(held.held).toBe(true);
  expect(held.ledger.accounts.count).toBe(1_500);
  expect(await held.count(held.select())).toBe(1_500);
  const monthly = { currency: 'USD', interval: 'month', every: 1, quantity: 1, endsOn: null } as const;
  await workspace.upsertSubscriptions([
    { subscriptionId: 's', accountExternalId: 'a7', startsOn: '2024-01-01', amount: '10.00', ...monthly },
  ]);
  // Where there was room for what came since, the rows are counted while answers are given from memory.
  for (let write = 0; write < 101; write++)
    await workspace.upsertAccounts([{ externalId: 'a0', name: `Name ${write}` }]);
  await expect.poll(async () => customersIn(await workspace.reader())).toBe(1);

  await workspace.upsertAccounts(accounts(1_500, 500));
  await expect.poll(async () => (await workspace.reader()).held).toBe(false);
  const wide = await workspace.reader();
  expect(wide.ledger.accounts.count).toBe(0);
  expect(await wide.count(wide.select())).toBe(2_000);
  expect(await wide.count(wide.select({ kind: 'trait', key: 'plan', in: ['Team'] }))).toBe(1_000);
  expect(await customersIn(wide)).toBe(1);
  await expect(workspace.ledger()).rejects.toThrow(LedgerTooLarge);
  await expect(workspace.ledger()).rejects.toThrow(/1 MB .* reader\(\).* memoryBudget/);
  await store.close();
}, 60_000);

test('rows are counted now and then while there is room, and after every write when there is little', async () => {
  const store = await openStore({ dataDir: 'memory', memoryBudget: 1 });
  await store.createWorkspace({ key: 'w', name: 'W', currency: 'USD', timeZone: 'UTC' });
  const workspace = store.workspace('w');
  let [counts, name] = [0, 0];
  const look = (run: unknown): void => {
    if (/from account where .* as counted/s.test((run as RunStatement).sql)) counts++;
  };
  const countsOf = async (writes: number): Promise<number> => {
    counts = 0;
    for (let write = 0; write < writes; write++) {
      await workspace.upsertAccounts([{ externalId: 'a0', name: `Name ${++name}` }]);
      expect((await workspace.reader()).held).toBe(true);
    }
    return counts;
  };
  subscribe(statementChannel, look);
  try {
    // Some 60 % of the budget.
    await workspace.upsertAccounts(accounts(0, 1_050));
    await workspace.reader();
    expect(await countsOf(39)).toBe(0);
    expect(await countsOf(2)).toBe(1);
    // Some 86 %.
    await workspace.upsertAccounts(accounts(1_050, 450));
    await countsOf(50);
    expect(await countsOf(3)).toBe(3);
  } finally {
    unsubscribe(statementChannel, look);
    await store.close();
  }
}, 60_000);

test('some accounts of a workspace that is not held are held with all that is known of them', async () => {
  const store = await openStore({ dataDir: 'memory', memoryBudget: 0 });
  await store.createWorkspace({ key: 'w', name: 'W', currency: 'USD', timeZone: 'UTC' });
  const workspace = store.workspace('w');
  await workspace.upsertAccounts(accounts(0, 5));
  const wide = await workspace.reader();
  const some = await wide.holding({ externalIds: ['a3', 'a1', 'nobody'] });
  expect(some.held).toBe(true);
  expect(some.ledger.accounts.names).toEqual(['Account 1', 'Account 3']);
  const again = await wide.holding({ ids: [...some.ledger.accounts.ids, 'no id at all'] });
  expect(again.ledger.accounts.externalIds).toEqual(['a1', 'a3']);
  await workspace.upsertAccounts([{ externalId: 'a9', name: 'Late' }]);
  await expect(wide.holding({ externalIds: ['a1'] })).rejects.toThrow(/WorkspaceMoved/);
  const later = await workspace.reader();
  expect(later.changedSince(wide)).toEqual(['accounts']);
  await workspace.upsertFeatures([{ key: 'reports', name: 'Reports' }]);
  expect((await workspace.reader()).changedSince(later)).toEqual(['features']);
  await store.close();
});
