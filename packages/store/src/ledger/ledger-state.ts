import { type Ledger, LedgerBuilder } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { accountPosition, inOrder, mergeAccounts, placeAccounts } from './account-columns.ts';
import { type Histories, mergeHistories } from './account-histories.ts';
import { type AnswerKeys, mergeAnswers, noAnswerKeys } from './answer-columns.ts';
import { loadSharedCosts } from './cost-rows.ts';
import { loadCsms } from './csm-rows.ts';
import { mergeExposures } from './exposure-columns.ts';
import { loadFeatures } from './feature-list.ts';
import { loadHealthBands } from './health-bands.ts';
import {
  type AccountRow,
  type CostHistories,
  type HealthHistories,
  loadAccountRows,
  loadCosts,
  loadExposureRows,
  loadExternalIds,
  loadHealth,
  loadMovements,
  loadResponseRows,
  loadSeats,
  loadUsage,
  type MovementHistories,
  type SeatHistories,
  type UsageHistories,
} from './ledger-rows.ts';
import { movesOf, type Placement } from './placement.ts';
import { loadSurveyScales } from './survey-scales.ts';

/** A ledger with what it takes to bring it forward. */
export interface LedgerState {
  readonly revision: number;
  readonly ledger: Ledger;
  readonly answers: AnswerKeys;
}

/**
 * Loads a workspace's history, or puts what changed since `previous` in its place: a ledger is made from the one before,
 * the first from an empty one. Columns that nothing changed in are shared between the two.
 */
export async function loadLedgerState(tx: WorkspaceTransaction, previous?: LedgerState): Promise<LedgerState> {
  const head = { revision: String(tx.revision), currency: tx.currency, timeZone: tx.timeZone };
  const before = previous?.ledger ?? new LedgerBuilder(head).build();
  const after = previous?.revision ?? -1;

  const changed = inOrder(await loadAccountRows(tx, after));
  const ids = changed.map(([id]) => id);
  const placement = placeAccounts(before.accounts, changed);
  const accounts = mergeAccounts(before.accounts, placement, changed);
  const movements = mergeHistories(
    movementsOf(before),
    placement,
    ids,
    await loadMovements(tx, ids, previous === undefined),
  );
  const healthBands = await loadHealthBands(tx, before.healthBands);
  const health = mergeHistories(
    healthOf(before),
    placement,
    ids,
    await loadHealth(tx, ids, previous === undefined, healthBands),
  );
  const usage = mergeHistories(usageOf(before), placement, ids, await loadUsage(tx, ids, previous === undefined));
  const seats = mergeHistories(seatsOf(before), placement, ids, await loadSeats(tx, ids, previous === undefined));

  const costs = mergeHistories(costsOf(before), placement, ids, await loadCosts(tx, ids, previous === undefined));
  const shared = await loadSharedCosts(tx, before.costs.shared, after);

  const csms = await loadCsms(tx, before.csms, after);

  const responseRows = await loadResponseRows(tx, after);
  const exposureRows = await loadExposureRows(tx, after);
  const named = new Set<string>();
  for (const [, , account] of responseRows) if (account !== null) named.add(account);
  for (const [, account] of exposureRows) if (account !== null) named.add(account);
  const accountOf = await locate(tx, accounts, named, previous === undefined ? changed : undefined);
  const { responses, keys } = mergeAnswers(
    { ...before.responses, account: moved(before.responses.account, placement) },
    previous?.answers ?? noAnswerKeys(),
    responseRows,
    accountOf,
  );
  const surveys = [...responses.surveys];
  const exposures = mergeExposures(
    { ...before.exposures, account: moved(before.exposures.account, placement) },
    exposureRows,
    surveys,
    accountOf,
  );
  const ledger: Ledger = {
    ...before,
    ...head,
    accounts,
    movements: { offsets: movements.offsets, ...movements.columns },
    health: { offsets: health.offsets, ...health.columns },
    healthBands,
    costs: { offsets: costs.offsets, ...costs.columns, shared },
    csms,
    responses: { ...responses, surveys },
    exposures,
    usage: { offsets: usage.offsets, ...usage.columns },
    seats: { offsets: seats.offsets, ...seats.columns },
    surveyScales: await loadSurveyScales(tx, before.surveyScales),
    features: await loadFeatures(tx, before.features),
  };
  return { revision: tx.revision, ledger, answers: keys };
}

function movementsOf({ movements: { offsets, days, kinds, amounts } }: Ledger): Histories<MovementHistories> {
  return { offsets, columns: { days, kinds, amounts } };
}

function healthOf({ health: { offsets, days, scores, coverages, bands } }: Ledger): Histories<HealthHistories> {
  return { offsets, columns: { days, scores, coverages, bands } };
}

function usageOf({ usage: { offsets, days, users, features } }: Ledger): Histories<UsageHistories> {
  return { offsets, columns: { days, users, features } };
}

function seatsOf({ seats: { offsets, days, seats } }: Ledger): Histories<SeatHistories> {
  return { offsets, columns: { days, seats } };
}

function costsOf({ costs: { offsets, categories, starts, ends, amounts } }: Ledger): Histories<CostHistories> {
  return { offsets, columns: { categories, starts, ends, amounts } };
}

/** Indexes of the accounts that rows name. `known`: rows of every account, where they are at hand. */
async function locate(
  tx: WorkspaceTransaction,
  accounts: Ledger['accounts'],
  named: ReadonlySet<string>,
  known: readonly AccountRow[] | undefined,
): Promise<(id: string | null) => number> {
  const indexes = new Map<string, number>();
  if (named.size > 0 && known !== undefined) for (const [index, [id]] of known.entries()) indexes.set(id, index);
  else if (named.size > 0) {
    for (const [id, externalId] of await loadExternalIds(tx, [...named])) {
      indexes.set(id, accountPosition(accounts, id, externalId));
    }
  }
  return (id) => (id === null ? -1 : (indexes.get(id) ?? -1));
}

/** Account indexes of rows as they are after accounts came in between. */
function moved(column: Int32Array, placement: Placement): Int32Array {
  const moves = column.length === 0 ? undefined : movesOf(placement);
  return moves === undefined ? column : column.map((account) => (account < 0 ? -1 : (moves[account] ?? -1)));
}
