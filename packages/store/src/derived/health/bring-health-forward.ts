import { type Day, modelFor } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { onNoDay } from '../first-difference.ts';
import { fromTheStart, type HealthDue, type HealthInput } from './health-due.ts';
import { loadStoredModels, type StoredHealthModel } from './load-health-models.ts';
import { inputsOf, inputsReachingBack, readsTraits } from './model-inputs.ts';
import { type DueAccount, rebuildHealth } from './rebuild-health.ts';

type Traits = Readonly<Record<string, string>>;

/** What a model's scores hang on, and of which of it a change reaches back. */
interface ModelInputs {
  readonly inputs: ReadonlySet<HealthInput>;
  readonly reachingBack: ReadonlySet<HealthInput>;
}

/**
 * Works out anew what a write changed the scores of: only accounts whose own model reads what changed, and only from the
 * first day on which it did. The last step of every write.
 */
export async function bringHealthForward(tx: WriteTransaction): Promise<void> {
  const { due } = tx.effects;
  if (due.inputs.size === 0 && due.traitsBefore.size === 0) return;
  const stored = await loadStoredModels(tx);
  if (stored.length === 0) return;
  const touched = touchedAccounts(due, stored);
  if (touched.size === 0) return;
  const traits = stored.some(({ model }) => model.appliesTo.length > 0)
    ? await loadTraits(tx, [...touched])
    : new Map<string, Traits>();
  await rebuildHealth(tx, dueAccounts(due, stored, touched, traits));
}

/** Accounts of which anything changed that any model looks at. */
function touchedAccounts(due: HealthDue, stored: readonly StoredHealthModel[]): ReadonlySet<string> {
  const touched = new Set<string>();
  const inputs = new Set(stored.flatMap(({ model }) => [...inputsOf(model)]));
  for (const [input, accounts] of due.inputs) if (inputs.has(input)) for (const id of accounts.keys()) touched.add(id);
  if (stored.some(({ model }) => model.appliesTo.length > 0 || readsTraits(model))) {
    for (const id of due.traitsBefore.keys()) touched.add(id);
  }
  return touched;
}

function dueAccounts(
  due: HealthDue,
  stored: readonly StoredHealthModel[],
  touched: ReadonlySet<string>,
  traits: ReadonlyMap<string, Traits>,
): readonly DueAccount[] {
  const models = stored.map(({ model }) => model);
  const byModel = new Map(
    stored.map((one) => [
      one.model,
      { stored: one, inputs: inputsOf(one.model), reachingBack: inputsReachingBack(one.model) },
    ]),
  );
  const accounts: DueAccount[] = [];
  for (const id of touched) {
    const model = modelFor(models, traits.get(id) ?? {});
    const before = due.traitsBefore.get(id);
    const moved = before !== undefined && modelFor(models, before) !== model;
    const retold = before !== undefined && model !== undefined && readsTraits(model);
    const found = model && byModel.get(model);
    const from = moved || retold ? fromTheStart : firstTouch(due, id, found);
    if (from < onNoDay) accounts.push({ id, stored: found?.stored, from });
  }
  return accounts;
}

/** The first day of which anything that changed of the account's inputs can change the score. */
function firstTouch(due: HealthDue, id: string, model: ModelInputs | undefined): Day {
  let first = onNoDay;
  for (const input of model?.inputs ?? []) {
    const touched = due.inputs.get(input)?.get(id) ?? onNoDay;
    const from = touched < onNoDay && model?.reachingBack.has(input) ? fromTheStart : touched;
    if (from < first) first = from;
  }
  return first;
}

/** Traits of accounts. */
async function loadTraits(tx: WriteTransaction, accountIds: readonly string[]): Promise<ReadonlyMap<string, Traits>> {
  return new Map(
    await packedRows<readonly [string, Traits]>(
      tx.trx,
      sql`account_id, traits`,
      sql`from account where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`,
    ),
  );
}
