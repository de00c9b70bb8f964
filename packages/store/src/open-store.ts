import { openPglite } from './backends/pglite.ts';
import { openPostgresql } from './backends/postgresql.ts';
import { ChangeFeed } from './changes/change-feed.ts';
import { parseNotice } from './changes/notice.ts';
import { authenticateApiKey } from './keys/api-keys.ts';
import { readEmbedKey } from './keys/embed-keys.ts';
import { isRevoked } from './keys/revocations.ts';
import { migrate } from './migrations/migrate.ts';
import { openWorkspace } from './open-workspace.ts';
import type { Store, StoreOptions } from './store.ts';
import { Session } from './transactions/session.ts';
import type { WorkspaceStore } from './workspace-store.ts';
import { createWorkspace, listWorkspaces } from './workspaces/workspaces.ts';

/**
 * Opens the store: PostgreSQL where a URL is given, else a database in process over a folder (`.plimsoll` when none is
 * named) or in memory. Brings the schema up to date first; processes that start together wait for one another.
 *
 * @throws DatabaseUnavailable, UnsupportedDatabase, DataDirInUse
 * @example
 * const store = await openStore({ dataDir: 'memory' });
 * await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const backend =
    options.databaseUrl === undefined
      ? await openPglite(options.dataDir ?? '.plimsoll')
      : await openPostgresql(options.databaseUrl);
  const changes = new ChangeFeed();
  const session = new Session(backend, options.now ?? Date.now, changes);
  try {
    await migrate(backend.db);
    await backend.listen?.(
      (payload) => hear(session, payload),
      () => catchUp(session),
    );
  } catch (error) {
    await backend.close();
    throw backend.translate(error) ?? error;
  }
  return storeOver(session);
}

function storeOver(session: Session): Store {
  const { backend, changes } = session;
  const workspaces = new Map<string, WorkspaceStore>();
  return {
    backend: backend.kind,
    ping: () => session.ping(),
    createWorkspace: (workspace) => createWorkspace(session, workspace),
    listWorkspaces: () => listWorkspaces(session),
    workspace: (key) => {
      const opened = workspaces.get(key) ?? openWorkspace(session, key);
      workspaces.set(key, opened);
      return opened;
    },
    authenticateApiKey: (secret) => authenticateApiKey(session, secret),
    embedKey: (workspace, keyId) => readEmbedKey(session, workspace, keyId),
    isRevoked: (workspace, token) => isRevoked(session, workspace, token),
    onChange: (listener) => changes.subscribe(listener),
    close: () => session.close(),
  };
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
      })
      // Away again: the next reconnection catches up.
      .catch(() => undefined);
  }
}
