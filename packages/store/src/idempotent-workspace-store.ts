import type {
  ApiKeyRequest,
  EmbedKeyRequest,
  NewApiKey,
  NewEmbedKey,
  ReplayedApiKey,
  ReplayedEmbedKey,
} from './records/keys.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** A workspace for one write that is executed once; see {@link WorkspaceStore.once}. */
export interface IdempotentWorkspaceStore
  extends Omit<WorkspaceStore, 'actingAs' | 'once' | 'createApiKey' | 'createEmbedKey'> {
  /** Creates an API key. A replay has no secret, which is not stored. @throws as {@link WorkspaceStore.createApiKey} does */
  createApiKey(request: ApiKeyRequest): Promise<NewApiKey | ReplayedApiKey>;
  /** Creates an embed key. A replay has no private half, which is not stored. @throws as {@link WorkspaceStore.createEmbedKey} does */
  createEmbedKey(request: EmbedKeyRequest): Promise<NewEmbedKey | ReplayedEmbedKey>;
}
