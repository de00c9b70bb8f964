import { isDeepStrictEqual } from 'node:util';
import {
  checkHealthModel,
  checkHealthModels,
  type HealthModel,
  InvalidHealthModel,
  inModelOrder,
} from '@plimsoll/metrics';
import { touchPart } from '../../ingest/touch-part.ts';
import type { RecordResult } from '../../records/batch.ts';
import { isStorableJson } from '../../schema/storable-text.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { loadStoredModels, type StoredHealthModel } from './load-health-models.ts';
import { remodelHealth } from './remodel-health.ts';

/** Saves a model in place of the one of its key, and works out anew whom that gives other scores. @throws InvalidHealthModel */
export async function saveHealthModel(tx: WriteTransaction, given: HealthModel): Promise<readonly RecordResult[]> {
  if (!isStorableJson(given)) {
    throw new InvalidHealthModel(
      'The health model holds a NUL or half a character in one of its texts, which cannot be stored. Remove it.',
    );
  }
  // As the database gives it back, so that one that is there just so is seen to be.
  const model: HealthModel = JSON.parse(JSON.stringify(checkHealthModel(given)));
  const before = await loadStoredModels(tx);
  const known = before.find((one) => one.model.key === model.key);
  if (isDeepStrictEqual(known?.model, model)) return [{ status: 'unchanged' }];
  const saved = { no: known?.no ?? freeNumber(before), model };
  const after = inOrder([...before.filter((one) => one !== known), saved]);
  checkHealthModels(after.map((one) => one.model));
  touchPart(tx, 'healthBands');
  await tx.trx
    .insertInto('health_model')
    .values({ workspace_id: tx.workspace, model_no: saved.no, model: JSON.stringify(model) })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'model_key']).doUpdateSet({ model: JSON.stringify(model) }),
    )
    .execute();
  await remodelHealth(tx, before, after);
  return [{ status: known === undefined ? 'created' : 'updated' }];
}

/** Deletes a model; its accounts go to the next that applies. `false` where there is none of the key. */
export async function deleteHealthModel(tx: WriteTransaction, key: string): Promise<boolean> {
  const before = await loadStoredModels(tx);
  const after = before.filter((one) => one.model.key !== key);
  if (after.length === before.length) return false;
  touchPart(tx, 'healthBands');
  await tx.trx
    .deleteFrom('health_model')
    .where('workspace_id', '=', tx.workspace)
    .where('model_key', '=', key)
    .execute();
  await remodelHealth(tx, before, after);
  return true;
}

function freeNumber(stored: readonly StoredHealthModel[]): number {
  const taken = new Set(stored.map(({ no }) => no));
  let free = 1;
  while (taken.has(free)) free++;
  return free;
}

function inOrder(stored: readonly StoredHealthModel[]): readonly StoredHealthModel[] {
  const byModel = new Map(stored.map((one) => [one.model, one]));
  return inModelOrder([...byModel.keys()]).flatMap((model) => byModel.get(model) ?? []);
}
