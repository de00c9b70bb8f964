import type { Store } from '@plimsoll/store';
import type { Viewer } from './auth/viewer.ts';
import { openSession, type Session } from './session.ts';
import type { EventSource } from './subscriptions/event-source.ts';

/** What every resolver gets. */
export interface GatewayContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where a subscription draws its events from; absent in queries and mutations. */
  readonly source?: EventSource;
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
  readonly source?: EventSource;
}): GatewayContext {
  const { store, viewer, requestId, now, source } = options;
  let opened: Promise<Session> | undefined;
  const open = (from: Pick<Store, 'workspace'>): Promise<Session> => openSession(from, viewer, now());
  return {
    store,
    viewer,
    requestId,
    now,
    ...(source === undefined ? {} : { source }),
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
