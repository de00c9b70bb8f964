import type { IdempotentWorkspaceStore, Store } from '@plimsoll/store';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { IdempotencyKey } from './idempotency-key.ts';

/**
 * Gives each mutation field of a request the store through which it writes: with an idempotency key one that executes the field
 * once for each holder, key and response key of the field (its alias, or else its name).
 */
export class RequestWrites {
  readonly #store: Pick<Store, 'workspace'>;
  readonly #viewer: Viewer;
  readonly #fields = new Map<string, IdempotentWorkspaceStore>();
  readonly #replayed = new Set<string>();
  #idempotency: IdempotencyKey | undefined;

  constructor(store: Pick<Store, 'workspace'>, viewer: Viewer) {
    this.#store = store;
    this.#viewer = viewer;
  }

  /** Executes the fields of this request once, from now on. */
  identify(idempotency: IdempotencyKey): void {
    this.#idempotency = idempotency;
  }

  /** The viewer's workspace for the one write of a mutation field. */
  of({ path }: Pick<GraphQLResolveInfo, 'path'>): IdempotentWorkspaceStore {
    const workspace = this.#store.workspace(this.#viewer.workspace);
    if (this.#idempotency === undefined) return workspace;
    const field = String(path.key);
    const known = this.#fields.get(field);
    if (known !== undefined) return known;
    const onReplay = (): void => void this.#replayed.add(field);
    const once = workspace.once({ ...this.#idempotency, holder: this.#viewer.holder, field, onReplay });
    this.#fields.set(field, once);
    return once;
  }

  /** Whether every mutation field returned the stored result of an earlier request, so that nothing was written. */
  get replayed(): boolean {
    return this.#fields.size > 0 && this.#replayed.size === this.#fields.size;
  }
}
