import { expect, test } from 'vitest';
import { describeSessions } from '../testing/sessions.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';

describeSessions('writers who wait for each other', (session) => {
  test('leave the database to those who read, and come in the order they asked', async () => {
    await createWorkspace(session(), { key: 'busy', name: 'Busy', currency: 'USD', timeZone: 'UTC' });
    await createWorkspace(session(), { key: 'calm', name: 'Calm', currency: 'USD', timeZone: 'UTC' });
    const order: number[] = [];
    let ahead = Promise.resolve();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    // A database in process has one transaction at a time, whoever asks.
    if (session().backend.kind === 'postgresql') ahead = held;
    // More than there are connections.
    const writing = Array.from({ length: 30 }, (_, number) =>
      session().write('busy', async () => {
        if (number === 0) await ahead;
        order.push(number);
      }),
    );
    expect(await session().read('calm', async ({ revision }) => revision)).toBe(0);
    letGo();
    await Promise.all(writing);
    expect(order).toEqual(writing.map((_, number) => number));
  });
});
