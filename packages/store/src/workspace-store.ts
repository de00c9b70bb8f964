import type { Day, HealthModel, Ledger, Lifecycle, Policy, Recognition } from '@plimsoll/metrics';
import type { IdempotentWorkspaceStore } from './idempotent-workspace-store.ts';
import type { AccountRecord, PersonRecord, TraitHistoryRecord } from './records/account.ts';
import type { Actor, AuditEvent, AuditQuery, ExportEntry } from './records/audit.ts';
import type { BatchOptions, BatchResult } from './records/batch.ts';
import type { Contract, ContractRecord } from './records/contract.ts';
import type { CostRecord } from './records/cost.ts';
import type { CsmRecord } from './records/csm.ts';
import type { AccountHealth, NumberRecord } from './records/health.ts';
import type { IdempotentRequest } from './records/idempotency.ts';
import type {
  ApiKeyInfo,
  ApiKeyRequest,
  EmbedKeyInfo,
  EmbedKeyRequest,
  NewApiKey,
  NewEmbedKey,
  Revocation,
} from './records/keys.ts';
import type { LedgerReader } from './records/ledger-reader.ts';
import type { RecognisedLedger } from './records/recognised-ledger.ts';
import type { Segment, SegmentDeletion, SegmentEntry } from './records/segment.ts';
import type { AccountStageRecord, StageSetting } from './records/stage.ts';
import type { ExchangeRateRecord, SubscriptionRecord } from './records/subscription.ts';
import type {
  ExposureRecord,
  ExposureResult,
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
import type { ScheduleRecord, TicketEventRecord, TicketRecord } from './records/ticket.ts';
import type { FeatureRecord, SeatsRecord, UsageDayRecord, UsageEventRecord } from './records/usage.ts';
import type {
  AccountOutcome,
  AdvocacyActRecord,
  MilestoneDefinitionRecord,
  MilestoneRecord,
  OutcomeProgressRecord,
  OutcomeRecord,
} from './records/value.ts';
import type { MetricTargets, SettingsChange, WorkspaceCounts, WorkspaceInfo } from './records/workspace.ts';

/**
 * The records of one workspace. Every write is one transaction together with the workspace's revision and with what is
 * derived from it. Batches can be sent twice; a rejected record never holds up the others, and a batch that changes
 * nothing leaves the revision alone.
 *
 * Every method throws UnknownWorkspace where the workspace is absent.
 */
export interface WorkspaceStore {
  readonly key: string;

  /** The same workspace with another actor: the audit log names it for what is written through the result. */
  actingAs(actor: Actor): WorkspaceStore;

  /**
   * The same workspace for one write that is executed once: its result is stored in its transaction for 24 hours, and returned
   * to the same request instead of writing again. A second request in flight waits for the first. Refusals and failures are not
   * stored: they wrote nothing, and sending them again executes them again. Reads, and `recordExport`, are as ever.
   *
   * Its writes throw IdempotencyConflict where the holder's key came with another `bodyHash` in that time.
   */
  once(request: IdempotentRequest): IdempotentWorkspaceStore;

  info(): Promise<WorkspaceInfo>;
  /**
   * Replaces the workspace's own switches, and works every movement out anew where they recognise other revenue.
   *
   * @throws InvalidSetting
   */
  setPolicy(policy: Partial<Policy>): Promise<WorkspaceInfo>;
  /** Replaces all targets. @throws InvalidSetting */
  setTargets(targets: MetricTargets): Promise<WorkspaceInfo>;
  /** Says in which month the fiscal year starts, 1 to 12. @throws InvalidSetting */
  setFiscalYear(startsIn: number): Promise<WorkspaceInfo>;
  /**
   * Changes some settings and leaves the others, all in one transaction; where nothing is another than before, the revision
   * stays.
   *
   * @throws InvalidSetting, with the `field` that is wrong
   */
  changeSettings(change: SettingsChange): Promise<WorkspaceInfo>;
  counts(): Promise<WorkspaceCounts>;

  /**
   * Reads numbers, tables and lists at the present revision, or a later one: from memory, or from the database where the
   * workspace's history takes more memory than `memoryBudget` allows.
   *
   * @param signal stops what is read for this reader alone; see {@link LedgerReader}
   */
  reader(signal?: AbortSignal): Promise<LedgerReader>;
  /**
   * The history in columns, never older than a revision that was read before the call. Accounts are ordered by external
   * id and identified by internal id.
   *
   * @throws LedgerTooLarge where it takes more memory than `memoryBudget` allows
   */
  ledger(): Promise<Ledger>;
  /**
   * The same with revenue recognised otherwise than the workspace's policy does: its movements are worked out from the
   * stored subscriptions, everything else is shared. The three that were asked for last are kept and brought forward.
   */
  ledgerUnder(recognition: Recognition): Promise<RecognisedLedger>;

  upsertAccounts(accounts: readonly AccountRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** What traits were in the past; late and corrected entries are normal. */
  upsertTraitHistory(entries: readonly TraitHistoryRecord[], options?: BatchOptions): Promise<BatchResult>;
  upsertPeople(people: readonly PersonRecord[], options?: BatchOptions): Promise<BatchResult>;
  upsertSubscriptions(subscriptions: readonly SubscriptionRecord[], options?: BatchOptions): Promise<BatchResult>;
  upsertCsms(csms: readonly CsmRecord[], options?: BatchOptions): Promise<BatchResult>;
  upsertCosts(costs: readonly CostRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** Takes contracts in, and works out what became of each from the contracts that renew it. */
  upsertContracts(contracts: readonly ContractRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** Contracts by their numbers in the ledger; those that are not known are absent. */
  contracts(numbers: readonly number[]): Promise<ReadonlyMap<number, Contract>>;
  /** Sets rates, and works movements, costs and contracts in those currencies out anew. */
  setExchangeRates(rates: readonly ExchangeRateRecord[]): Promise<BatchResult>;
  /** Numbers about accounts, for health. */
  reportNumbers(numbers: readonly NumberRecord[], options?: BatchOptions): Promise<BatchResult>;

  /** What users did, event by event; days of use are added up from them. An event that is sent again is replaced. */
  recordUsageEvents(events: readonly UsageEventRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** What users did day by day; a day that is sent again is replaced, and one that has events is refused. */
  upsertUsageDays(days: readonly UsageDayRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** How many seats accounts are licensed for, from a day on. */
  upsertSeats(seats: readonly SeatsRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** Makes features, or changes what is given of those that are there. */
  upsertFeatures(features: readonly FeatureRecord[]): Promise<BatchResult>;

  segments(): Promise<readonly Segment[]>;
  /**
   * Makes segments, or puts them in place of those with their keys. One that names another comes after it. What the caller
   * rejects itself keeps its place among the results.
   */
  upsertSegments(segments: readonly SegmentEntry[]): Promise<BatchResult>;
  deleteSegment(key: string): Promise<SegmentDeletion>;
  /** Makes milestones, or changes what is given of those that are there. */
  upsertMilestoneDefinitions(definitions: readonly MilestoneDefinitionRecord[]): Promise<BatchResult>;
  /** Which milestones accounts reached, and when. */
  upsertMilestones(milestones: readonly MilestoneRecord[], options?: BatchOptions): Promise<BatchResult>;
  upsertOutcomes(outcomes: readonly OutcomeRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** How far outcomes are; a value that is sent again for a day is replaced. */
  upsertOutcomeProgress(progress: readonly OutcomeProgressRecord[], options?: BatchOptions): Promise<BatchResult>;
  upsertAdvocacyActs(acts: readonly AdvocacyActRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** Outcomes of an account by its internal id, the earliest due first, at most 100. */
  outcomes(accountId: string): Promise<readonly AccountOutcome[]>;

  /** Business hours, version by version; the tickets that they count for are worked out anew. */
  upsertSchedules(schedules: readonly ScheduleRecord[]): Promise<BatchResult>;
  upsertTickets(tickets: readonly TicketRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** What happened to tickets, in any order. */
  upsertTicketEvents(events: readonly TicketEventRecord[], options?: BatchOptions): Promise<BatchResult>;

  upsertSurveys(surveys: readonly SurveyRecord[]): Promise<BatchResult>;
  recordExposures(exposures: readonly ExposureRecord[], options?: BatchOptions): Promise<BatchResult>;
  upsertResponses(responses: readonly ResponseRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** Records that somebody sees an open survey just now, once per respondent and day. */
  recordExposure(exposure: ExposureRecord): Promise<ExposureResult>;
  /** Takes an answer that somebody gives just now, once for each respondent and idempotency key. */
  submitResponse(submission: ResponseSubmission): Promise<SubmissionResult>;

  surveys(): Promise<readonly Survey[]>;
  survey(key: string): Promise<Survey | null>;
  responses(query: ResponseQuery): Promise<ResponsePage>;
  /**
   * Reads what {@link WorkspaceStore.submitResponse} took in after a place in the sequence, oldest first; imported responses
   * are not part of it.
   *
   * @param first how many at most, 1…1000
   */
  responsesSince(after: ResponsePosition, first: number): Promise<ResponsesSince>;
  response(id: string): Promise<SurveyResponse | null>;
  /** A respondent's latest answer to a survey. */
  lastResponse(survey: string, respondent: string): Promise<SurveyResponse | null>;

  /** In the order in which they are asked whether they apply to an account; without any there are no scores. */
  healthModels(): Promise<readonly HealthModel[]>;
  /**
   * Saves a model in place of the one of its key, and works the health of the accounts out anew that it takes or lets go.
   *
   * @throws InvalidHealthModel
   */
  upsertHealthModel(model: HealthModel): Promise<BatchResult>;
  /** Deletes a model: its accounts go to the next that applies. `deleted` is `false` where there is none of the key. */
  deleteHealthModel(key: string): Promise<{ readonly deleted: boolean; readonly revision: string }>;
  /**
   * Health of accounts as of a day, by internal id; accounts that are unknown, or to which no model applies, are absent.
   *
   * @param since the earlier day to compare with; 30 days before when left out
   */
  accountHealth(accountIds: readonly string[], day: Day, since?: Day): Promise<ReadonlyMap<string, AccountHealth>>;

  /** The stages that accounts can be in; a default list without rules until one is saved. */
  lifecycle(): Promise<Lifecycle>;
  /** Replaces the lifecycle and works every account's stages out anew. @throws InvalidLifecycle */
  saveLifecycle(lifecycle: Lifecycle): Promise<BatchResult>;
  /** Sets accounts to stages by hand: from its day on a stage holds, whatever the rules say, until the next that is set. */
  setAccountStages(stages: readonly AccountStageRecord[], options?: BatchOptions): Promise<BatchResult>;
  /** What accounts were set to by hand, oldest first, by internal id; accounts that never were are absent. */
  stageSettings(accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly StageSetting[]>>;

  /**
   * Creates an API key. Its secret is returned this once.
   *
   * @throws InvalidSetting with the `field` that is wrong, KeyLimitReached at 100 live API keys
   */
  createApiKey(request: ApiKeyRequest): Promise<NewApiKey>;
  /** Every live API key, and the newest 100 that were revoked or expired; the newest first. */
  apiKeys(): Promise<readonly ApiKeyInfo[]>;
  /** `false` where there is no such key, or it was revoked before. */
  revokeApiKey(keyId: string): Promise<boolean>;
  /**
   * Creates a signing key for embed tokens, beside those that there are. Its private half is returned this once.
   *
   * @throws InvalidSetting with the `field` that is wrong, KeyLimitReached at 100 live embed keys
   */
  createEmbedKey(request: EmbedKeyRequest): Promise<NewEmbedKey>;
  /** Every live embed key, and the newest 100 that were revoked or expired; the newest first. */
  embedKeys(): Promise<readonly EmbedKeyInfo[]>;
  /** `false` where there is no such key, or it was revoked before. */
  revokeEmbedKey(keyId: string): Promise<boolean>;
  /**
   * Revokes embed tokens.
   *
   * @returns the instant of the revocation, milliseconds since 1970-01-01T00:00Z
   * @throws InvalidSetting with the `field` that is wrong
   */
  revokeTokens(revocation: Revocation): Promise<{ readonly revokedAt: number }>;

  /**
   * Reads the audit log, newest first: keys, revoked tokens, changed settings, exports and erasures. Events are kept for 400
   * days, and the newest 100,000 of a workspace at most.
   */
  auditEvents(query: AuditQuery): Promise<readonly AuditEvent[]>;
  /** Records in the audit log that data was exported. Leaves the revision alone. */
  recordExport(entry: ExportEntry): Promise<void>;
}
