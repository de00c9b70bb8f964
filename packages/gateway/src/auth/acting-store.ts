import type { Actor, Store } from '@plimsoll/store';
import type { Viewer } from './viewer.ts';

/** The viewer as the audit log names them: an API key by its id, a token by its subject. */
function actorOf({ subject, keyId }: Viewer): Actor {
  return subject === null ? { kind: 'apiKey', id: keyId } : { kind: 'token', id: subject };
}

/** The same store, in which the audit log names the viewer for what is written to a workspace. */
export function actingStore(store: Store, viewer: Viewer): Store {
  const actor = actorOf(viewer);
  return { ...store, workspace: (key) => store.workspace(key).actingAs(actor) };
}
