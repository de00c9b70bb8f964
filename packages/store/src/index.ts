export { type DistributionOptions, distributeTables } from './distribution/distribute-tables.ts';
export type { DistributionPlan } from './distribution/plan-distribution.ts';
export {
  DatabaseUnavailable,
  DataDirInUse,
  DiskFull,
  IdempotencyConflict,
  InvalidSetting,
  KeyLimitReached,
  LedgerTooLarge,
  StoreError,
  UnknownWorkspace,
  UnsupportedDatabase,
  WorkspaceExists,
  WorkspaceMoved,
} from './errors.ts';
export type { IdempotentWorkspaceStore } from './idempotent-workspace-store.ts';
export { type ApiKeyScope, apiKeyScopes, parseScope } from './keys/scope.ts';
export { openStore } from './open-store.ts';
export type { QuotaState, QuotaUse } from './quotas/use-quota.ts';
export type { AccountRecord, PersonRecord, TraitHistoryRecord } from './records/account.ts';
export {
  type Actor,
  type AuditEntry,
  type AuditEvent,
  type AuditKind,
  type AuditQuery,
  auditKinds,
  type ExportEntry,
  type SettingChange,
} from './records/audit.ts';
export type { BatchOptions, BatchResult, RecordResult } from './records/batch.ts';
export type { Contract, ContractRecord } from './records/contract.ts';
export type { CostRecord } from './records/cost.ts';
export type { CsmRecord } from './records/csm.ts';
export type { AccountHealth, NumberRecord } from './records/health.ts';
export type { IdempotentRequest } from './records/idempotency.ts';
export type {
  ApiKeyHolder,
  ApiKeyInfo,
  ApiKeyRequest,
  EmbedKey,
  EmbedKeyInfo,
  EmbedKeyRequest,
  Jwk,
  NewApiKey,
  NewEmbedKey,
  ReplayedApiKey,
  ReplayedEmbedKey,
  Revocation,
  TokenIdentity,
} from './records/keys.ts';
export type { AccountNames, LedgerReader, RecognisedReading } from './records/ledger-reader.ts';
export type { RecognisedLedger } from './records/recognised-ledger.ts';
export type {
  Segment,
  SegmentDays,
  SegmentDeletion,
  SegmentEntry,
  SegmentFilter,
  SegmentRecord,
} from './records/segment.ts';
export type { AccountStageRecord, StageSetting } from './records/stage.ts';
export type { ExchangeRateRecord, SubscriptionRecord } from './records/subscription.ts';
export type {
  ExposureRecord,
  ExposureResult,
  PositionedResponse,
  ResponseCursor,
  ResponsePage,
  ResponsePosition,
  ResponseQuery,
  ResponseRecord,
  ResponseSubmission,
  ResponsesSince,
  SubmissionResult,
  Survey,
  SurveyRecord,
  SurveyResponse,
} from './records/survey.ts';
export type { OpeningRecord, ScheduleRecord, TicketEventRecord, TicketRecord, Weekday } from './records/ticket.ts';
export type { FeatureRecord, SeatsRecord, UsageDayRecord, UsageEventRecord } from './records/usage.ts';
export type {
  AccountOutcome,
  AdvocacyActRecord,
  MilestoneDefinitionRecord,
  MilestoneRecord,
  OutcomeProgressRecord,
  OutcomeRecord,
} from './records/value.ts';
export type {
  MetricTarget,
  MetricTargets,
  SettingsChange,
  WorkspaceCounts,
  WorkspaceInfo,
  WorkspaceRecord,
} from './records/workspace.ts';
export type { Rehearsal } from './rehearsal.ts';
export type { Snapshot } from './snapshot.ts';
export type { ChangeEvent, Store, StoreOptions } from './store.ts';
export type { WorkspaceStore } from './workspace-store.ts';
