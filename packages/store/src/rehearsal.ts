import type { Store } from './store.ts';

/**
 * A store in which nothing stays. What is written through it is seen through it, results and revisions are those that the
 * writes would have, and in the end all of it is taken back: nobody else sees or hears of it at any time.
 *
 * It is one transaction. On PostgreSQL, other writers of a workspace wait from the first write to the end of the rehearsal; the
 * database in process answers nobody else until then, the store it came from included.
 */
export interface Rehearsal extends Pick<Store, 'createWorkspace' | 'listWorkspaces' | 'workspace'> {
  /** Takes everything back. Calls after it reject. Closing the store does so too. */
  end(): Promise<void>;
}
