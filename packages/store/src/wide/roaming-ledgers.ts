import type { Ledger } from '@plimsoll/metrics';
import { loadAccountRowsOf } from '../ledger/account-rows.ts';
import { loadLedgerOfRows, withFeedback } from '../ledger/ledger-of-accounts.ts';
import {
  countAnonymousResponses,
  type ExposureRow,
  loadAnonymousExposures,
  loadRoamingResponses,
} from '../ledger/parts/feedback-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import type { ChunkContent } from './chunk-ledger.ts';

/** So many answers are looked at together. */
const answersAtOnce = 200_000;

/**
 * Ledgers of the answers that no chunk of accounts has: those of nobody's account, and those of people who answered for
 * several, whose latest is found among all of theirs. All answers of one person are in one of them.
 */
export async function* roamingLedgers(
  tx: WorkspaceTransaction,
  { parts, extent, roaming }: ChunkContent,
): AsyncGenerator<Ledger> {
  const lots = Math.ceil(((await countAnonymousResponses(tx)) + roaming.size + 1) / answersAtOnce);
  for (let lot = 0; lot < lots; lot++) {
    const answered = await loadRoamingResponses(tx, roaming, { lot, of: lots });
    const shown: readonly ExposureRow[] = lot === 0 ? await loadAnonymousExposures(tx) : [];
    const named = new Set(answered.flatMap(([, , account]) => account ?? []));
    const own = new Set(parts);
    own.delete('responses');
    own.delete('exposures');
    const ledger = await loadLedgerOfRows(tx, await loadAccountRowsOf(tx, [...named]), own);
    yield withFeedback({ ...ledger, extent }, answered, shown);
  }
}
