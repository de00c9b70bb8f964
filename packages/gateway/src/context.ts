import type { Store } from '@plimsoll/store';
import type { ReadingStore } from './auth/reading-store.ts';
import type { Viewer } from './auth/viewer.ts';
import type { Deadline } from './cost/deadline.ts';
import { RequestWrites } from './idempotency/request-writes.ts';
import { openSession, type Session } from './session.ts';
import type { EventSource } from './subscriptions/event-source.ts';

/** What a request is given on its way in, before its document is read. */
export interface ServerContext {
  /** Address of the client, where the server knows it. */
  readonly address: string | null;
  /** How often the access of anybody had changed when the request came in. */
  readonly accessChanges?: number;
  /** Set once the request is authenticated. */
  readonly viewer?: Viewer;
  /** Set once the request is authenticated. */
  readonly deadline?: Deadline;
}

/** What every resolver gets. */
export interface GatewayContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Reads workspaces, and records exports in the viewer's name; mutations write through {@link GatewayContext.writes}. */
  readonly store: ReadingStore;
  /** Gives each mutation field the store through which it writes. */
  readonly writes: RequestWrites;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Says when nobody waits for the answer any more; what is executed for many has none. */
  readonly deadline?: Deadline;
  /** Where a subscription draws its events from; absent in queries and mutations. */
  readonly source?: EventSource;
  /** The request's session, opened once, so that all of one answer comes from one revision. */
  session(): Promise<Session>;
  /** A session on the newest data, for what follows a write. */
  freshSession(): Promise<Session>;
  /** Does something with a session on one moment, whatever is written meanwhile. */
  withSnapshot<T>(work: () => Promise<T>): Promise<T>;
}

/** What plugins find in the context of a request, besides what resolvers get. */
export type RequestContext = GatewayContext & Pick<ServerContext, 'accessChanges'> & { readonly request: Request };

/** Makes the context of one request. */
export function createContext(
  options: Pick<GatewayContext, 'viewer' | 'requestId' | 'now' | 'deadline' | 'source'> & { readonly store: Store },
): GatewayContext {
  const { store, viewer, now, deadline } = options;
  let opened: Promise<Session> | undefined;
  const open = (from: ReadingStore): Promise<Session> => openSession(from, viewer, now(), deadline?.signal);
  return {
    ...options,
    writes: new RequestWrites(store, viewer),
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
