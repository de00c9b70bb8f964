import { readAuditEvents } from './audit/read-events.ts';
import { recordExport } from './audit/record-export.ts';
import { recordSettings, withDocumentsRecorded, withSettingsRecorded } from './audit/record-settings.ts';
import { readContracts } from './contracts/read-contracts.ts';
import { readAccountHealth } from './derived/health/account-health.ts';
import { bringHealthForward } from './derived/health/bring-health-forward.ts';
import { loadHealthModels } from './derived/health/load-health-models.ts';
import { deleteHealthModel, saveHealthModel } from './derived/health/save-health-models.ts';
import { bringStagesForward } from './derived/stages/bring-stages-forward.ts';
import { loadLifecycle } from './derived/stages/lifecycle.ts';
import { saveLifecycle } from './derived/stages/save-lifecycle.ts';
import { ingestAccounts } from './ingest/accounts.ts';
import { ingestContracts } from './ingest/contracts/contracts.ts';
import { ingestCosts } from './ingest/costs/costs.ts';
import { ingestCsms } from './ingest/csms.ts';
import { ingestExchangeRates } from './ingest/exchange-rates.ts';
import type { Ingest } from './ingest/ingest.ts';
import { ingestNumbers } from './ingest/numbers.ts';
import { ingestPeople } from './ingest/people.ts';
import { ingestSegments } from './ingest/segments/segments.ts';
import { sourceOf } from './ingest/source.ts';
import { ingestAccountStages, readStageSettings } from './ingest/stages/account-stages.ts';
import { ingestSubscriptions } from './ingest/subscriptions/subscriptions.ts';
import { ingestSchedules } from './ingest/support/schedules.ts';
import { ingestTicketEvents } from './ingest/support/ticket-events.ts';
import { ingestTickets } from './ingest/support/tickets.ts';
import { ingestExposures } from './ingest/surveys/exposures.ts';
import { ingestResponses } from './ingest/surveys/responses.ts';
import { ingestSurveys } from './ingest/surveys/surveys.ts';
import { ingestTraitHistory } from './ingest/traits/trait-history.ts';
import { ingestUsageEvents } from './ingest/usage/events/usage-events.ts';
import { ingestFeatures } from './ingest/usage/features.ts';
import { ingestSeats } from './ingest/usage/seats.ts';
import { ingestUsageDays } from './ingest/usage/usage-days.ts';
import { ingestAdvocacyActs } from './ingest/value/advocacy-acts.ts';
import { ingestMilestoneDefinitions } from './ingest/value/milestone-definitions.ts';
import { ingestMilestones } from './ingest/value/milestones.ts';
import { ingestOutcomeProgress } from './ingest/value/outcome-progress.ts';
import { ingestOutcomes } from './ingest/value/outcomes.ts';
import { createApiKey, readApiKeys } from './keys/api-keys.ts';
import { createEmbedKey, readEmbedKeys } from './keys/embed-keys.ts';
import { revokeKey } from './keys/key-rows.ts';
import { revokeTokens } from './keys/revocations.ts';
import { HeldReader } from './ledger/held-reader.ts';
import { LedgerCache } from './ledger/ledger-cache.ts';
import { untilAborted } from './reading/pace.ts';
import type { Actor } from './records/audit.ts';
import type { BatchResult } from './records/batch.ts';
import { deleteSegment } from './segments/delete-segment.ts';
import { readSegments } from './segments/read-segments.ts';
import { readLastResponse, readResponse, readResponses } from './surveys/read-responses.ts';
import { readResponsesSince } from './surveys/read-responses-since.ts';
import { readSurveys } from './surveys/read-surveys.ts';
import { submitResponse } from './surveys/submit-response.ts';
import type { Session } from './transactions/session.ts';
import type { WriteTransaction } from './transactions/workspace-transaction.ts';
import { readOutcomes } from './value/read-outcomes.ts';
import { everythingFits, MemoryBudget, type MemoryLimits } from './wide/memory-budget.ts';
import type { WorkspaceStore } from './workspace-store.ts';
import { changeSettings } from './workspaces/change-settings.ts';
import { readCounts, readInfo, saveFiscalYear, savePolicy, saveTargets } from './workspaces/workspaces.ts';

/** What is kept of a workspace in memory, shared by its stores for all actors. */
interface InMemory {
  readonly ledger: LedgerCache;
  readonly budget: MemoryBudget;
}

function inMemory(session: Session, key: string, limits: MemoryLimits): InMemory {
  const ledger = new LedgerCache(session, key);
  return { ledger, budget: new MemoryBudget(session, key, limits, () => ledger.forget()) };
}

/**
 * One workspace's records over a session: each method is one transaction, worked out where its name says.
 *
 * @param actor whom the audit log names
 */
export function openWorkspace(
  session: Session,
  key: string,
  limits: MemoryLimits = everythingFits,
  actor: Actor = { kind: 'program' },
  shared: InMemory = inMemory(session, key, limits),
): WorkspaceStore {
  const { ledger, budget } = shared;
  const write = <T>(work: (tx: WriteTransaction) => Promise<T>) =>
    session.write(key, async (tx) => {
      const value = await work(tx);
      await bringHealthForward(tx);
      await bringStagesForward(tx);
      return value;
    });
  const ingest = async (prepare: () => Ingest): Promise<BatchResult> => {
    const { value, revision } = await write(prepare());
    return { results: value, revision };
  };
  const set = async (work: (tx: WriteTransaction) => Promise<void>) => {
    await write((tx) => withSettingsRecorded(tx, actor, work));
    return session.read(key, readInfo);
  };
  return {
    key,
    actingAs: (other) => openWorkspace(session, key, limits, other, shared),
    info: () => session.read(key, readInfo),
    setPolicy: (policy) => set((tx) => savePolicy(tx, policy)),
    setTargets: (targets) => set((tx) => saveTargets(tx, targets)),
    setFiscalYear: (startsIn) => set((tx) => saveFiscalYear(tx, startsIn)),
    changeSettings: (change) => set((tx) => changeSettings(tx, change)),
    counts: () => session.read(key, readCounts),
    ledger: async () => {
      await budget.admit();
      return ledger.current();
    },
    ledgerUnder: async (recognition) => {
      await budget.admit();
      return ledger.under(recognition);
    },
    reader: async (signal) => {
      const streaming = await untilAborted(budget.reader(), signal);
      if (streaming !== null) return streaming.until(signal);
      const current = await untilAborted(ledger.current(), signal);
      return new HeldReader(current, (recognition) => ledger.under(recognition), signal);
    },

    upsertAccounts: (records, options) => ingest(() => ingestAccounts(records, sourceOf(options))),
    upsertTraitHistory: (records, options) => ingest(() => ingestTraitHistory(records, sourceOf(options))),
    upsertPeople: (records, options) => ingest(() => ingestPeople(records, sourceOf(options))),
    upsertSubscriptions: (records, options) => ingest(() => ingestSubscriptions(records, sourceOf(options))),
    setExchangeRates: (records) => ingest(() => ingestExchangeRates(records)),
    upsertCosts: (records, options) => ingest(() => ingestCosts(records, sourceOf(options))),
    upsertContracts: (records, options) => ingest(() => ingestContracts(records, sourceOf(options))),
    contracts: (numbers) => session.read(key, (tx) => readContracts(tx, numbers)),
    upsertCsms: (records, options) => ingest(() => ingestCsms(records, sourceOf(options))),
    reportNumbers: (records, options) => ingest(() => ingestNumbers(records, sourceOf(options))),
    recordUsageEvents: (records, options) => ingest(() => ingestUsageEvents(records, sourceOf(options))),
    upsertUsageDays: (records, options) => ingest(() => ingestUsageDays(records, sourceOf(options))),
    upsertSeats: (records, options) => ingest(() => ingestSeats(records, sourceOf(options))),
    upsertFeatures: (records) => ingest(() => ingestFeatures(records)),
    segments: () => session.read(key, readSegments),
    upsertSegments: (records) =>
      ingest(() => withDocumentsRecorded(actor, 'segments', records.map(keyOf), ingestSegments(records))),
    deleteSegment: async (segment) => {
      const { value, revision } = await session.write(key, async (tx) => {
        const deletion = await deleteSegment(tx, segment);
        if (deletion.kind === 'deleted')
          await recordSettings(tx, actor, [{ setting: `segments.${segment}`, change: 'deleted' }]);
        return deletion;
      });
      return value.kind === 'inUse' ? value : { ...value, revision };
    },
    upsertMilestoneDefinitions: (records) => ingest(() => ingestMilestoneDefinitions(records)),
    upsertMilestones: (records, options) => ingest(() => ingestMilestones(records, sourceOf(options))),
    upsertOutcomes: (records, options) => ingest(() => ingestOutcomes(records, sourceOf(options))),
    upsertOutcomeProgress: (records, options) => ingest(() => ingestOutcomeProgress(records, sourceOf(options))),
    upsertAdvocacyActs: (records, options) => ingest(() => ingestAdvocacyActs(records, sourceOf(options))),
    outcomes: (accountId) => session.read(key, (tx) => readOutcomes(tx, accountId)),
    upsertSchedules: (records) => ingest(() => ingestSchedules(records)),
    upsertTickets: (records, options) => ingest(() => ingestTickets(records, sourceOf(options))),
    upsertTicketEvents: (records, options) => ingest(() => ingestTicketEvents(records, sourceOf(options))),
    upsertSurveys: (records) =>
      ingest(() => withDocumentsRecorded(actor, 'surveys', records.map(keyOf), ingestSurveys(records))),
    recordExposures: (records, options) => ingest(() => ingestExposures(records, sourceOf(options))),
    upsertResponses: (records, options) => ingest(() => ingestResponses(records, sourceOf(options))),
    submitResponse: async (submission) => {
      const { value, revision } = await write((tx) => submitResponse(tx, submission));
      return value.kind === 'accepted' ? { ...value, revision } : value;
    },

    surveys: () => session.read(key, (tx) => readSurveys(tx)),
    survey: (survey) => session.read(key, async (tx) => (await readSurveys(tx, survey))[0] ?? null),
    responses: (query) => session.read(key, (tx) => readResponses(tx, query)),
    responsesSince: (after, first) => session.read(key, (tx) => readResponsesSince(tx, after, first)),
    response: (id) => session.read(key, (tx) => readResponse(tx, id)),
    lastResponse: (survey, respondent) => session.read(key, (tx) => readLastResponse(tx, survey, respondent)),

    healthModels: () => session.read(key, loadHealthModels),
    upsertHealthModel: (model) =>
      ingest(() => withDocumentsRecorded(actor, 'healthModels', [model.key], (tx) => saveHealthModel(tx, model))),
    deleteHealthModel: async (model) => {
      const { value, revision } = await write(async (tx) => {
        const deleted = await deleteHealthModel(tx, model);
        if (deleted) await recordSettings(tx, actor, [{ setting: `healthModels.${model}`, change: 'deleted' }]);
        return deleted;
      });
      return { deleted: value, revision };
    },
    accountHealth: (accountIds, day, since = day - 30) =>
      session.read(key, (tx) => readAccountHealth(tx, accountIds, day, since)),

    lifecycle: () => session.read(key, loadLifecycle),
    saveLifecycle: (lifecycle) =>
      ingest(() => withDocumentsRecorded(actor, 'lifecycle', [null], (tx) => saveLifecycle(tx, lifecycle))),
    setAccountStages: (records, options) => ingest(() => ingestAccountStages(records, sourceOf(options))),
    stageSettings: (accountIds) => session.read(key, (tx) => readStageSettings(tx, accountIds)),

    createApiKey: (request) => createApiKey(session, key, actor, request),
    apiKeys: () => session.read(key, readApiKeys),
    revokeApiKey: (keyId) => revokeKey(session, key, actor, 'api_key', keyId),
    createEmbedKey: (request) => createEmbedKey(session, key, actor, request),
    embedKeys: () => session.read(key, readEmbedKeys),
    revokeEmbedKey: (keyId) => revokeKey(session, key, actor, 'embed_key', keyId),
    revokeTokens: (revocation) => revokeTokens(session, key, actor, revocation),

    auditEvents: (query) => session.read(key, (tx) => readAuditEvents(tx, query)),
    recordExport: (entry) => recordExport(session, key, actor, entry),
  };
}

function keyOf({ key }: { readonly key: string }): string {
  return key;
}
