import type { Store } from '@plimsoll/store';
import { actingStore } from './auth/acting-store.ts';
import type { Viewer } from './auth/viewer.ts';
import type { Deadline } from './cost/deadline.ts';
import { openSession, type Session } from './session.ts';

/** What a request is given on its way in, before its document is read. */
export interface ServerContext {
  /** Address of the client, where the server knows it. */
  readonly address: string | null;
  /** Set once the request is authenticated. */
  readonly viewer?: Viewer;
  /** Set once the request is authenticated. */
  readonly deadline?: Deadline;
}

/** What every resolver gets. */
export interface GatewayContext {
  readonly request: Request;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The audit log names the viewer for what is written through it. */
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Says when nobody waits for the answer any more. */
  readonly deadline: Deadline;
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
export function createContext(
  options: Pick<GatewayContext, 'request' | 'store' | 'viewer' | 'requestId' | 'now' | 'deadline' | 'closing'>,
): GatewayContext {
  const { viewer, now, deadline } = options;
  const store = actingStore(options.store, viewer);
  let opened: Promise<Session> | undefined;
  const open = (from: Pick<Store, 'workspace'>): Promise<Session> => openSession(from, viewer, now(), deadline.signal);
  return {
    ...options,
    store,
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
