import { StoreError } from './errors.ts';
import type { Store, StoreOptions } from './store.ts';

/** Opens the store. */
export function openStore(_options: StoreOptions): Promise<Store> {
  return Promise.reject(new StoreError('StoreError: the store is not built yet. Nothing can be kept. Build it.'));
}
