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

  test('leave it to them where many workspaces are written to', async () => {
    const keys = Array.from({ length: 8 }, (_, number) => `written-${number}`);
    for (const key of [...keys, 'read'])
      await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
    let ahead = Promise.resolve();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    if (session().backend.kind === 'postgresql') ahead = held;
    const holding: Promise<unknown>[] = [];
    const written = [...keys, ...keys].map((key) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (holding.length < keys.length) holding.push(promise);
      return session().write(key, async () => {
        resolve();
        await ahead;
      });
    });
    // Each workspace has somebody who writes and somebody who waits; with all of them at the database none would get in.
    await Promise.all(holding);
    expect(await session().read('read', async ({ revision }) => revision)).toBe(0);
    letGo();
    await Promise.all(written);
  });
});
