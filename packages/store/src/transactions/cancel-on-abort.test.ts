import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeSessions } from '../testing/sessions.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';

describeSessions('a read with a signal', (session) => {
  test('is cancelled in the database, and the connection goes on', async () => {
    await createWorkspace(session(), { key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
    const controller = new AbortController();
    const reason = new Error('Nobody waits any more.');
    const isServer = session().backend.kind === 'postgresql';
    const reading = session().read(
      'acme',
      async ({ trx }) => {
        // What is begun is ended by the server; in process a statement runs to its end.
        const sleeping = sql`select pg_sleep(${isServer ? 3_600 : 0})`.execute(trx);
        setTimeout(() => controller.abort(reason), 50);
        await sleeping;
        await new Promise((resolve) => controller.signal.addEventListener('abort', resolve, { once: true }));
        controller.signal.throwIfAborted();
      },
      controller.signal,
    );
    await expect(reading).rejects.toBe(reason);
    expect(await session().read('acme', async ({ workspace }) => workspace)).toBe('acme');
    await expect(session().read('acme', async () => 1, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
