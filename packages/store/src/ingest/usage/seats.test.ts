import { expect, test } from 'vitest';
import { describeBackends } from '../../testing/backends.ts';

describeBackends('licensed seats', (backend) => {
  test('hold from a day on, once however often they are sent', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }, { externalId: 'bolt' }]);
    const later = { accountExternalId: 'bolt', day: '2026-05-01', seats: 0 };
    const earlier = { accountExternalId: 'bolt', day: '2026-01-01', seats: 25 };
    const statuses = async (...records: Parameters<typeof workspace.upsertSeats>[0]) =>
      (await workspace.upsertSeats(records)).results.map(({ status }) => status);
    expect(await statuses(later, earlier)).toEqual(['created', 'created']);
    expect(await statuses(later, earlier)).toEqual(['unchanged', 'unchanged']);
    expect(await statuses({ ...earlier, seats: 30 })).toEqual(['updated']);
    const { seats } = await workspace.ledger();
    expect([...seats.offsets]).toEqual([0, 0, 2]);
    expect([...seats.seats]).toEqual([30, 0]);
  });

  test('that make no sense are rejected record by record', async () => {
    const workspace = await backend.freshWorkspace();
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    const good = { accountExternalId: 'acme', day: '2026-05-01', seats: 5 };
    const { results } = await workspace.upsertSeats([
      { ...good, accountExternalId: 'nobody' },
      { ...good, day: 'May' },
      { ...good, seats: -1 },
      { ...good, seats: 2.5 },
      good,
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? result.field : result.status))).toEqual([
      'accountExternalId',
      'day',
      'seats',
      'seats',
      'created',
    ]);
  });
});
