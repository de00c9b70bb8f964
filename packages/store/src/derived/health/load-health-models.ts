import { type HealthModel, inModelOrder } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';

/** A model with the number that scores name it by. */
export interface StoredHealthModel {
  readonly no: number;
  readonly model: HealthModel;
}

/** The workspace's models with their numbers, in the order in which they are asked whether they apply. */
export async function loadStoredModels(tx: WorkspaceTransaction): Promise<readonly StoredHealthModel[]> {
  const rows = await tx.trx
    .selectFrom('health_model')
    .select(['model', 'model_no'])
    .where('workspace_id', '=', tx.workspace)
    .execute();
  const numbers = new Map(rows.map(({ model, model_no }) => [model, model_no]));
  return inModelOrder(rows.map(({ model }) => model)).map((model) => ({ model, no: numbers.get(model) ?? 0 }));
}

/** The workspace's models, in the order in which they are asked whether they apply. */
export async function loadHealthModels(tx: WorkspaceTransaction): Promise<readonly HealthModel[]> {
  return (await loadStoredModels(tx)).map(({ model }) => model);
}
