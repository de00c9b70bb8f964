import type { WorkspaceStore } from '@plimsoll/store';

/** What resolvers read of a workspace. It has no method that mutations write with, so that none escapes the idempotency keys. */
export type WorkspaceReads = Pick<
  WorkspaceStore,
  | 'accountHealth'
  | 'apiKeys'
  | 'auditEvents'
  | 'contracts'
  | 'embedKeys'
  | 'healthModels'
  | 'info'
  | 'lastResponse'
  | 'lifecycle'
  | 'outcomes'
  | 'reader'
  | 'recordExport'
  | 'response'
  | 'responses'
  | 'responsesSince'
  | 'segments'
  | 'stageSettings'
  | 'survey'
  | 'surveys'
>;

/** A store as resolvers see it: for reading. */
export interface ReadingStore {
  workspace(key: string): WorkspaceReads;
}
