import type { StageInput } from '@plimsoll/metrics';
import type { PartName } from '../../ledger/part-name.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { loadLifecycle } from './lifecycle.ts';
import { rebuildStages } from './rebuild-stages.ts';
import { lifecycleInputs } from './stage-inputs.ts';

/** The parts of the ledger whose rows are what rules look at. */
const partsOf: Readonly<Record<StageInput, readonly PartName[]>> = {
  account: [],
  trait: ['traitHistory'],
  movement: ['movements'],
  usage: ['usage'],
  milestone: ['milestones'],
  health: ['health'],
};

/**
 * Works the stages anew of those accounts of which a write changed something that a rule looks at: the last step of every
 * write, once health is up to date.
 */
export async function bringStagesForward(tx: WriteTransaction): Promise<void> {
  const { due, createdAccounts, redatedAccounts } = tx.effects;
  if (createdAccounts.size + redatedAccounts.size + due.traitsBefore.size + due.inputs.size === 0) return;
  const lifecycle = await loadLifecycle(tx);
  const looked = lifecycleInputs(lifecycle);
  if (looked.size === 0) return;
  // An account's first day, by which every rule begins, is that of its creation or of its first movement.
  const parts = new Set<PartName>(['movements', ...[...looked].flatMap((input) => partsOf[input])]);
  const concerned = new Set([...createdAccounts, ...redatedAccounts]);
  if (looked.has('trait')) for (const id of due.traitsBefore.keys()) concerned.add(id);
  for (const part of parts) for (const id of due.inputs.get(part)?.keys() ?? []) concerned.add(id);
  await rebuildStages(tx, lifecycle, [...concerned]);
}
