import type { Session } from '../transactions/session.ts';
import { ChangePoller } from './change-poller.ts';
import { parseNotice } from './notice.ts';

/**
 * Hears of other stores' writes to the same database from now on: by its notifications, and by asking where those are
 * not wanted or do not arrive, as behind a pooler that lends connections out by the transaction.
 *
 * @returns stops asking
 */
export async function followOthers(session: Session, by: 'listen' | 'poll'): Promise<() => void> {
  const { listen } = session.backend;
  if (listen === undefined) return () => {};
  const hears =
    by === 'listen' &&
    (await listen(
      (payload) => hear(session, payload),
      () => catchUp(session),
    ));
  if (hears) return () => {};
  const poller = new ChangePoller(session);
  await poller.start();
  return () => poller.stop();
}

/** Passes another store's write on; our own were told of at their commit. */
function hear(session: Session, payload: string): void {
  const notice = parseNotice(payload);
  if (notice !== undefined && notice.origin !== session.origin) session.changes.tell(notice.change);
}

/** Tells of what was written while the connection was lost. */
function catchUp(session: Session): void {
  for (const workspace of session.changes.workspaces()) {
    const seen = session.changes.newest(workspace) ?? -1;
    session
      .read(workspace, async (tx) => tx.revision)
      .then((revision) => {
        if (revision > seen) session.changes.tell({ workspace, revision: String(revision) });
        // Access may have changed too, and leaves the revision alone.
        session.changes.tell({ workspace, revision: String(revision), kind: 'access' });
      })
      // Away again: the next reconnection catches up.
      .catch(() => undefined);
  }
}
