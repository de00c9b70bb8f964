import type { Store } from '@plimsoll/store';
import { actingStore } from './auth/acting-store.ts';
import type { Viewer } from './auth/viewer.ts';
import { openSession, type Session } from './session.ts';

/** What every resolver gets. */
export interface GatewayContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The audit log names the viewer for what is written through it. */
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the gateway goes, so that what is still open ends. */
  readonly closing: AbortSignal;
  /** The request's session, opened once, so that all of one answer comes from one revision. */
  session(): Promise<Session>;
  /** A session on the newest data, for what follows a write. */
  freshSession(): Promise<Session>;
  /** Does something with a session on one moment, whatever is written meanwhile. */
  withSnapshot<T>(work: () => Promise<T>): Promise<T>;
}

/** Makes the context of one request. */
export function createContext(options: {
  readonly store: Store;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly now: () => number;
  readonly closing: AbortSignal;
}): GatewayContext {
  const { viewer, requestId, now, closing } = options;
  const store = actingStore(options.store, viewer);
  let opened: Promise<Session> | undefined;
  const open = (from: Pick<Store, 'workspace'>): Promise<Session> => openSession(from, viewer, now());
  return {
    store,
    viewer,
    requestId,
    now,
    closing,
    session: () => {
      opened ??= open(store);
      return opened;
    },
    freshSession: () => {
      opened = open(store);
      return opened;
    },
    withSnapshot: async (work) => {
      const snapshot = store.snapshot();
      opened = snapshot.then(open);
      // A session that cannot be opened is told of by whoever asks for it.
      opened.catch(() => undefined);
      try {
        return await work();
      } finally {
        await snapshot.then((taken) => taken.end()).catch(() => undefined);
      }
    },
  };
}
