import { type Ledger, LedgerBuilder, type LedgerExtent, type LedgerPart, type Recognition } from '@plimsoll/metrics';
import { loadLedgerOfRows, withFeedback } from '../ledger/ledger-of-accounts.ts';
import { mergeHistories } from '../ledger/parts/account-histories.ts';
import { loadExposuresOf, loadResponsesOf } from '../ledger/parts/feedback-rows.ts';
import { place } from '../ledger/placement.ts';
import { recogniseHistories } from '../ledger/recognised-histories.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import type { AccountChunk } from './account-chunks.ts';

/** What a chunk's ledger holds, and what it is told of the rest of the workspace. */
export interface ChunkContent {
  readonly parts: ReadonlySet<LedgerPart>;
  readonly extent: LedgerExtent;
  /** People whose answers are left out, since others of theirs belong elsewhere. */
  readonly roaming: ReadonlySet<string>;
}

const noRows = {
  categories: new Uint8Array(),
  starts: new Int32Array(),
  ends: new Int32Array(),
  amounts: new Float64Array(),
};

/** The ledger of a chunk of accounts: their own records and no others, made by the code that makes a whole one. */
export async function chunkLedger(
  tx: WorkspaceTransaction,
  { rows, contiguous }: AccountChunk,
  { parts, extent, roaming }: ChunkContent,
): Promise<Ledger> {
  const own = new Set(parts);
  own.delete('responses');
  own.delete('exposures');
  const ledger = await loadLedgerOfRows(tx, rows, own, contiguous);
  const alone: Ledger = { ...ledger, extent, costs: { ...ledger.costs, shared: noRows } };
  if (!parts.has('responses')) return alone;
  const ids = ledger.accounts.ids;
  const answered = await loadResponsesOf(tx, ids);
  const settled = answered.filter(([, , , respondent]) => !roaming.has(respondent));
  return withFeedback(alone, settled, await loadExposuresOf(tx, ids));
}

/** A chunk's ledger with revenue recognised otherwise. */
export async function recognisedChunk(
  tx: WorkspaceTransaction,
  ledger: Ledger,
  recognition: Recognition,
  contiguous: boolean,
): Promise<Ledger> {
  const { ids, count } = ledger.accounts;
  const found = await recogniseHistories(tx, recognition, ids, contiguous);
  const { movements, commitments } = new LedgerBuilder(ledger).build();
  const placement = place(0, new Int32Array(count), new Array<boolean>(count).fill(false));
  return {
    ...ledger,
    recognition,
    accounts: { ...ledger.accounts, unconverted: Uint8Array.from(ids, (id) => (found.unconverted.has(id) ? 1 : 0)) },
    movements: mergeHistories(movements, placement, ids, found.movements),
    commitments: mergeHistories(commitments, placement, ids, found.commitments),
  };
}
