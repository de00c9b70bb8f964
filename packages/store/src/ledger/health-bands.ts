import type { HealthBand } from '@plimsoll/metrics';
import { loadHealthModel } from '../derived/health.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/**
 * Every band that a score can fall in. The list before is given back where it still holds; where it does not, the model
 * was saved anew, which touches every account, so that no row keeps a code of the list before.
 */
export async function loadHealthBands(
  tx: WorkspaceTransaction,
  before: readonly HealthBand[],
): Promise<readonly HealthBand[]> {
  const bands = (await loadHealthModel(tx))?.bands ?? [];
  return JSON.stringify(bands) === JSON.stringify(before) ? before : bands;
}
