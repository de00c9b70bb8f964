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
import { type InMemory, openInMemory } from './in-memory.ts';
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
import { untilAborted } from './reading/pace.ts';
import type { Actor } from './records/audit.ts';
import type { BatchResult } from './records/batch.ts';
import type { SegmentEntry } from './records/segment.ts';
import { readSegments } from './segments/read-segments.ts';
import { removeSegment } from './segments/remove-segment.ts';
import { keepingSubmissions } from './surveys/keeping-submissions.ts';
import { readLastResponse, readResponse, readResponses } from './surveys/read-responses.ts';
import { readResponsesSince } from './surveys/read-responses-since.ts';
import { readSurveys } from './surveys/read-surveys.ts';
import { recordExposure } from './surveys/record-exposure.ts';
import { submitResponse } from './surveys/submit-response.ts';
import { idempotentWrites } from './transactions/idempotent-writes.ts';
import type { Session } from './transactions/session.ts';
import type { WriteTransaction } from './transactions/workspace-transaction.ts';
import type { Keeping, WritingSession } from './transactions/writing-session.ts';
import { readOutcomes } from './value/read-outcomes.ts';
import { everythingFits, type MemoryLimits } from './wide/memory-budget.ts';
import type { WorkspaceStore } from './workspace-store.ts';
import { changeSettings } from './workspaces/change-settings.ts';
import { readCounts, readInfo, saveFiscalYear, savePolicy, saveTargets } from './workspaces/workspaces.ts';

/**
 * One workspace's records over a session: each method is one transaction, worked out where its name says.
 *
 * @param actor whom the audit log names
 * @param writing where writes go; the session itself when left out
 */
export function openWorkspace(
  session: Session,
  key: string,
  limits: MemoryLimits = everythingFits,
  actor: Actor = { kind: 'program' },
  shared: InMemory = openInMemory(session, key, limits),
  writing: WritingSession = session,
): WorkspaceStore {
  const { ledger, budget } = shared;
  const write = <T>(work: (tx: WriteTransaction) => Promise<T>, keeping?: Keeping<T>) =>
    writing.write(
      key,
      async (tx) => {
        const value = await work(tx);
        await bringHealthForward(tx);
        await bringStagesForward(tx);
        return value;
      },
      keeping,
    );
  const ingest = async (prepare: () => Ingest): Promise<BatchResult> => {
    const { value, revision } = await write(prepare());
    return { results: value, revision };
  };
  const set = async (work: (tx: WriteTransaction) => Promise<void>) => {
    const { value, revision } = await write(async (tx) => {
      await withSettingsRecorded(tx, actor, work);
      return readInfo(tx);
    });
    return { ...value, revision };
  };
  return {
    key,
    actingAs: (other) => openWorkspace(session, key, limits, other, shared, writing),
    once: (request) => {
      const once = idempotentWrites(session, request);
      return {
        ...openWorkspace(session, key, limits, actor, shared, once),
        createApiKey: (asked) => createApiKey(once, key, actor, asked),
        createEmbedKey: (asked) => createEmbedKey(once, key, actor, asked),
      };
    },
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
      ingest(() => withDocumentsRecorded(actor, 'segments', records.map(segmentKeyOf), ingestSegments(records))),
    deleteSegment: (segment) => removeSegment(writing, key, actor, segment),
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
    recordExposure: async (exposure) => {
      const { value } = await write((tx) => recordExposure(tx, exposure, sourceOf(undefined)), {
        isKept: ({ kind }) => kind === 'recorded',
      });
      return value;
    },
    submitResponse: async (submission) => {
      const { value, revision } = await write((tx) => submitResponse(tx, submission), keepingSubmissions);
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

    createApiKey: async (request) => {
      const created = await createApiKey(writing, key, actor, request);
      if (created.secret === null) throw replayedKey();
      return created;
    },
    apiKeys: () => session.read(key, readApiKeys),
    revokeApiKey: (keyId) => revokeKey(writing, key, actor, 'api_key', keyId),
    createEmbedKey: async (request) => {
      const created = await createEmbedKey(writing, key, actor, request);
      if (created.signingKey === null) throw replayedKey();
      return created;
    },
    embedKeys: () => session.read(key, readEmbedKeys),
    revokeEmbedKey: (keyId) => revokeKey(writing, key, actor, 'embed_key', keyId),
    revokeTokens: (revocation) => revokeTokens(writing, key, actor, revocation),

    auditEvents: (query) => session.read(key, (tx) => readAuditEvents(tx, query)),
    recordExport: (entry) => recordExport(session, key, actor, entry),
  };
}

function keyOf({ key }: { readonly key: string }): string {
  return key;
}

function segmentKeyOf(record: SegmentEntry): string | null {
  return 'key' in record ? record.key : null;
}

/** Only a store of {@link WorkspaceStore.once} replays, and it creates keys by itself. */
function replayedKey(): Error {
  return new Error('A key was replayed where a new one was asked for.');
}
