import type { Store } from './store.ts';

/**
 * Everything as of one moment: what is written afterwards is not seen through it, so that a reader of it never finds its
 * workspace moved. Whatever a workspace's size, it is read from the database. Writes through it reject.
 *
 * It is one transaction. On PostgreSQL others read and write meanwhile; the database in process answers nobody else until it
 * ends, the store it came from included.
 */
export interface Snapshot extends Pick<Store, 'workspace'> {
  /** Lets go of it. Calls after it reject. Closing the store does so too. */
  end(): Promise<void>;
}
