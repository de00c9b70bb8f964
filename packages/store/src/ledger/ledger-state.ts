import { type Ledger, type LedgerAccount, LedgerBuilder, movementKinds } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import {
  type ExposureRow,
  type HealthRow,
  loadAccountRows,
  loadExposureRows,
  loadHealthRows,
  loadMovementsRows,
  loadResponseRows,
  type ResponseRow,
} from './ledger-rows.ts';
import { unpackIntegers } from './packed-integers.ts';

/** A ledger with what it takes to bring it forward. */
export interface LedgerState {
  readonly revision: number;
  readonly ledger: Ledger;
  readonly accounts: ReadonlyMap<string, LedgerAccountState>;
  readonly responses: ReadonlyMap<string, ResponseRow>;
  readonly exposures: readonly ExposureRow[];
}

interface LedgerAccountState extends LedgerAccount {
  /** Day, kind and amount of each movement, oldest first, in one run. */
  readonly movements: Float64Array;
  readonly health: HealthRow['scores'];
}

const none: readonly never[] = [];

/** Loads a workspace's history, or only what changed since `previous`. */
export async function loadLedgerState(tx: WorkspaceTransaction, previous?: LedgerState): Promise<LedgerState> {
  const after = previous?.revision ?? -1;
  const accounts = new Map(previous?.accounts);
  const movements = new Map((await loadMovementsRows(tx, after)).map(({ account, packed }) => [account, packed]));
  const health = new Map((await loadHealthRows(tx, after)).map(({ account, scores }) => [account, scores]));
  for (const [id, externalId, name, traits, unconverted] of await loadAccountRows(tx, after)) {
    accounts.set(id, {
      id,
      externalId,
      name,
      traits,
      unconverted,
      movements: unpackIntegers(movements.get(id) ?? ''),
      health: health.get(id) ?? none,
    });
  }
  const responses = new Map(previous?.responses);
  for (const row of await loadResponseRows(tx, after)) responses.set(row[0], row);
  const exposures = [...(previous?.exposures ?? []), ...(await loadExposureRows(tx, after))];
  exposures.sort(([, , a], [, , b]) => a - b);
  return { revision: tx.revision, accounts, responses, exposures, ledger: layOut(tx, accounts, responses, exposures) };
}

function layOut(
  tx: WorkspaceTransaction,
  accounts: LedgerState['accounts'],
  responses: LedgerState['responses'],
  exposures: LedgerState['exposures'],
): Ledger {
  const builder = new LedgerBuilder({
    revision: String(tx.revision),
    currency: tx.currency,
    timeZone: tx.timeZone,
  });
  for (const account of [...accounts.values()].sort(byExternalId)) {
    const index = builder.addAccount(account);
    const { movements, health } = account;
    for (let at = 0; at < movements.length; at += 3) {
      const kind = movementKinds[movements[at + 1] ?? 0];
      if (kind !== undefined) builder.addMovement(index, movements[at] ?? 0, kind, movements[at + 2] ?? 0);
    }
    for (const [day, score, coverage] of health) builder.addHealth(index, day, score, coverage);
  }
  for (const [, survey, account, respondent, day, answer] of [...responses.values()].sort(oldestFirst)) {
    builder.addResponse(survey, builder.accountIndex(account), respondent, day, answer);
  }
  for (const [survey, account, day] of exposures) builder.addExposure(survey, builder.accountIndex(account), day);
  return builder.build();
}

// Compared by code unit, not by a locale or the database's collation, so that every machine gives the same order.
function byExternalId(a: LedgerAccountState, b: LedgerAccountState): number {
  if (a.externalId !== b.externalId) return a.externalId < b.externalId ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function oldestFirst(a: ResponseRow, b: ResponseRow): number {
  return a[6] - b[6] || (a[0] < b[0] ? -1 : 1);
}
