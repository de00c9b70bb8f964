import type { Gateway } from '@plimsoll/gateway';
import type { Store } from '@plimsoll/store';
import type { Site } from './site.ts';

/** What answers requests once the records are there. */
export interface Service {
  readonly store: Store;
  readonly gateway: Gateway;
  readonly site: Site | undefined;
}

/** Where the server is on its way: it listens before its records are open, and for a while after they were let go of. */
export type ServiceState =
  | { readonly kind: 'starting'; readonly reason: string }
  | { readonly kind: 'serving'; readonly service: Service }
  | { readonly kind: 'stopping' };
