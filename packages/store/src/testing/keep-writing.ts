import { openStore } from '../open-store.ts';

/**
 * A process that writes until it is killed: batches of ten subscriptions of ten new accounts, and after each that was
 * acknowledged one line with the revision.
 */
const store = await openStore({ dataDir: process.argv[2] ?? '', durable: process.argv[3] === 'durable' });
await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
for (let batch = 0; ; batch++) {
  const { revision } = await store.workspace('acme').upsertSubscriptions(
    Array.from({ length: 10 }, (_, index) => ({
      subscriptionId: `s${batch}-${index}`,
      accountExternalId: `a${batch}-${index}`,
      startsOn: '2026-01-01',
      endsOn: null,
      amount: '10',
      currency: 'USD',
    })),
  );
  process.stdout.write(`${revision}\n`);
}
