import type { Store } from '@plimsoll/store';
import type { Viewer } from './auth/viewer.ts';
import { openSession, type Session } from './session.ts';

/** What every resolver gets. */
export interface GatewayContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the gateway goes, so that what is still open ends. */
  readonly closing: AbortSignal;
  /** The request's session, opened once, so that all of one answer comes from one revision. */
  session(): Promise<Session>;
  /** A session on the newest data, for what follows a write. */
  freshSession(): Promise<Session>;
}

/** Makes the context of one request. */
export function createContext(options: {
  readonly store: Store;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly now: () => number;
  readonly closing: AbortSignal;
}): GatewayContext {
  const { store, viewer, requestId, now, closing } = options;
  let opened: Promise<Session> | undefined;
  const open = (): Promise<Session> => openSession(store, viewer, now());
  return {
    store,
    viewer,
    requestId,
    now,
    closing,
    session: () => {
      opened ??= open();
      return opened;
    },
    freshSession: () => {
      opened = open();
      return opened;
    },
  };
}
