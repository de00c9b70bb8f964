import type { LedgerStage } from '@plimsoll/metrics';
import { loadLifecycle } from '../../derived/stages/lifecycle.ts';
import { wholePart } from './ledger-part.ts';

/** The stages that accounts can be in, in order. */
export const lifecycle = wholePart<readonly LedgerStage[]>(async (tx) => {
  const { stages } = await loadLifecycle(tx);
  return stages.map(({ key, label, terminal }) => ({ key, label, terminal }));
});
