import { afterAll, beforeAll, describe } from 'vitest';
import { openPglite } from '../backends/pglite.ts';
import { openPostgresql } from '../backends/postgresql.ts';
import { ChangeFeed } from '../changes/change-feed.ts';
import { migrate } from '../migrations/migrate.ts';
import { Session } from '../transactions/session.ts';
import { freshDatabase } from './postgres.ts';

/**
 * Runs the same tests over a session, the way to the database that everything takes, on both backends.
 *
 * @param tests given the session, and on PostgreSQL that of another store on the same database: in process, where there
 *   is no other, the same one
 */
export function describeSessions(
  title: string,
  tests: (session: () => Session, elsewhere: () => Session) => void,
): void {
  describe.each(['pglite', 'postgresql'] as const)(`${title} on %s`, (kind) => {
    const sessions: Session[] = [];
    beforeAll(async () => {
      const url = kind === 'pglite' ? undefined : await freshDatabase();
      const open = () =>
        url === undefined ? openPglite('memory', { durable: false, diskReserve: 64 }) : openPostgresql(url);
      const backend = await open();
      await migrate(backend.db);
      sessions.push(new Session(backend, Date.now, new ChangeFeed()));
      if (url !== undefined) sessions.push(new Session(await open(), Date.now, new ChangeFeed()));
    });
    afterAll(async () => {
      for (const { backend } of sessions) await backend.close();
    });
    const at = (index: number): Session => {
      const session = sessions.at(index);
      if (session === undefined) throw new Error('The session is there once the tests run.');
      return session;
    };
    tests(
      () => at(0),
      () => at(-1),
    );
  });
}
