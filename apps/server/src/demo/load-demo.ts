import { type Day, dayInZone, formatDay, type MetricKey } from '@plimsoll/metrics';
import type { BatchResult, MetricTarget, Store, WorkspaceRecord, WorkspaceStore } from '@plimsoll/store';
import { ensureWorkspace } from '../workspace/ensure-workspace.ts';
import { generateDemo } from './generate-demo.ts';
import { features } from './product/features.ts';
import { milestoneDefinitions } from './success/milestones.ts';
import { setupSurvey, supportSurvey } from './support/moment-surveys.ts';
import { inventSchedules } from './support/schedules.ts';
import { relationshipSurvey } from './survey.ts';
import { Timeline } from './timeline.ts';
import { upTo } from './up-to.ts';
import { healthModels } from './workspace/health-models.ts';
import { lifecycle } from './workspace/lifecycle.ts';
import { savedSegments } from './workspace/segments.ts';

/** The demo's workspace. */
export const demoWorkspace: WorkspaceRecord = {
  key: 'demo',
  name: 'Harbor',
  currency: 'USD',
  timeZone: 'America/New_York',
};

const targets: Readonly<Partial<Record<MetricKey, MetricTarget>>> = {
  NRR: { value: 1.02, watch: 0.98 },
  GRR: { value: 0.9, watch: 0.86 },
  NPS: { value: 40, watch: 25 },
  CSAT: { value: 0.85, watch: 0.75 },
  LTV_TO_CAC: { value: 3, watch: 2 },
  CAC_PAYBACK: { value: 18, watch: 24 },
  RENEWAL_RATE: { value: 0.9, watch: 0.85 },
};

/** How many records go to the store in one transaction. */
const batchSize = 2_500;

/** What loading is told. */
export interface LoadOptions {
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Told what is being loaded. */
  readonly onStep: (what: string) => void;
}

/**
 * Fills the demo workspace, unless that has been done. Targets go in last: where they are, the rest is complete. A run
 * that was ended half way leaves what it wrote, and the next one sends everything again, which doubles nothing.
 *
 * @returns the last day that the records tell of
 */
export async function loadDemo(store: Store, { now, signal, onStep }: LoadOptions): Promise<Day> {
  const workspace = await ensureWorkspace(store, demoWorkspace);
  if ((await workspace.info()).targets.NPS !== undefined) return lastDay(workspace);
  const endMonth = formatDay(dayInZone(now.getTime(), demoWorkspace.timeZone)).slice(0, 7);
  const records = upTo(generateDemo({ endMonth }), now);
  const survey = relationshipSurvey.key;
  const send = async <Record>(
    what: string,
    list: readonly Record[],
    write: (batch: readonly Record[]) => Promise<BatchResult>,
  ): Promise<void> => {
    onStep(what);
    for (let from = 0; from < list.length; from += batchSize) {
      // The database works in this process: those who ask how far we are get their turn between batches.
      await new Promise(setImmediate);
      signal.throwIfAborted();
      refuseRejections(what, await write(list.slice(from, from + batchSize)));
    }
  };
  await send('exchange rates', records.exchangeRates, (batch) => workspace.setExchangeRates(batch));
  await send('accounts', records.accounts, (batch) => workspace.upsertAccounts(batch));
  await send('people', records.people, (batch) => workspace.upsertPeople(batch));
  await send('subscriptions', records.subscriptions, (batch) => workspace.upsertSubscriptions(batch));
  await send('success managers', records.csms, (batch) => workspace.upsertCsms(batch));
  await send('what traits were', records.traitHistory, (batch) => workspace.upsertTraitHistory(batch));
  await send('contracts', records.contracts, (batch) => workspace.upsertContracts(batch));
  await send('costs', records.costs, (batch) => workspace.upsertCosts(batch));
  await send('features', features, (batch) => workspace.upsertFeatures(batch));
  await send('seats', records.seats, (batch) => workspace.upsertSeats(batch));
  await send('days of use', records.usageDays, (batch) => workspace.upsertUsageDays(batch));
  await send('what milestones are for', milestoneDefinitions, (batch) => workspace.upsertMilestoneDefinitions(batch));
  await send('milestones', records.milestones, (batch) => workspace.upsertMilestones(batch));
  await send('outcomes', records.outcomes, (batch) => workspace.upsertOutcomes(batch));
  await send('progress of outcomes', records.outcomeProgress, (batch) => workspace.upsertOutcomeProgress(batch));
  await send('advocates', records.advocacyActs, (batch) => workspace.upsertAdvocacyActs(batch));
  await send('support hours', inventSchedules(new Timeline(endMonth)), (batch) => workspace.upsertSchedules(batch));
  await send('tickets', records.tickets, (batch) => workspace.upsertTickets(batch));
  await send('what came of tickets', records.ticketEvents, (batch) => workspace.upsertTicketEvents(batch));
  await send('surveys', [relationshipSurvey, supportSurvey, setupSurvey], (batch) => workspace.upsertSurveys(batch));
  await send('survey showings', records.exposures, (batch) =>
    workspace.recordExposures(batch.map((exposure) => ({ survey, ...exposure }))),
  );
  await send('survey answers', records.responses, (batch) =>
    workspace.upsertResponses(batch.map((response) => ({ survey, ...response }))),
  );
  await send('showings after a moment', records.momentExposures, (batch) => workspace.recordExposures(batch));
  await send('answers after a moment', records.momentResponses, (batch) => workspace.upsertResponses(batch));
  await send('monthly numbers', records.numbers, (batch) => workspace.reportNumbers(batch));
  await send('segments', savedSegments(endMonth.slice(0, 4)), (batch) => workspace.upsertSegments(batch));
  await finish(workspace, onStep);
  onStep('stages');
  await workspace.saveLifecycle(lifecycle);
  await send('stages set by hand', records.stages, (batch) => workspace.setAccountStages(batch));
  await workspace.setTargets(targets);
  return lastDay(workspace);
}

/** The last day on which somebody answered the survey, which they do on nearly every day. */
async function lastDay(workspace: WorkspaceStore): Promise<Day> {
  const { responses } = await workspace.responses({ survey: relationshipSurvey.key, accountIds: null, first: 1 });
  return dayInZone(responses[0]?.respondedAt.getTime() ?? 0, demoWorkspace.timeZone);
}

/** Health is worked out once, when everything it looks at is there. */
async function finish(workspace: WorkspaceStore, onStep: (what: string) => void): Promise<void> {
  onStep('health');
  for (const model of healthModels) await workspace.upsertHealthModel(model);
}

function refuseRejections(what: string, { results }: BatchResult): void {
  for (const result of results)
    if (result.status === 'rejected')
      throw new Error(`The demo’s ${what} do not fit the store: ${result.field}: ${result.reason}`);
}
