import { afterAll, beforeAll, describe } from 'vitest';
import { openPglite } from '../backends/pglite.ts';
import { openPostgresql } from '../backends/postgresql.ts';
import { ChangeFeed } from '../changes/change-feed.ts';
import { migrate } from '../migrations/migrate.ts';
import { Session } from '../transactions/session.ts';
import { freshDatabase } from './postgres.ts';

/** Runs the same tests over a session, the way to the database that everything takes, on both backends. */
export function describeSessions(title: string, tests: (session: () => Session) => void): void {
  describe.each(['pglite', 'postgresql'] as const)(`${title} on %s`, (kind) => {
    let session: Session | undefined;
    beforeAll(async () => {
      const backend = kind === 'pglite' ? await openPglite('memory') : await openPostgresql(await freshDatabase());
      await migrate(backend.db);
      session = new Session(backend, Date.now, new ChangeFeed());
    });
    afterAll(async () => {
      await session?.backend.close();
    });
    tests(() => {
      if (session === undefined) throw new Error('The session is there once the tests run.');
      return session;
    });
  });
}
