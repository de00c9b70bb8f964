import { isDeepStrictEqual } from 'node:util';
import { metricOf, modelFor, type Policy } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../../ingest/touch-accounts.ts';
import type { PartName } from '../../ledger/part-name.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { fromTheStart } from './health-due.ts';
import { loadStoredModels, type StoredHealthModel } from './load-health-models.ts';
import { metricsOf, partsOf } from './model-inputs.ts';
import { rebuildHealth } from './rebuild-health.ts';

type Traits = Readonly<Record<string, string>>;

/** Works out anew the scores of accounts that other models give another model or other factors. */
export async function remodelHealth(
  tx: WriteTransaction,
  before: readonly StoredHealthModel[],
  after: readonly StoredHealthModel[],
): Promise<void> {
  const accounts = await loadEveryonesTraits(tx);
  const old = choiceOf(before);
  const factorsBefore = new Map(before.map(({ model }) => [model.key, model.factors]));
  const stays = new Set(
    after.filter(({ model }) => isDeepStrictEqual(factorsBefore.get(model.key), model.factors)).map(({ no }) => no),
  );
  const choose = choiceOf(after);
  const due = accounts.flatMap(([id, traits]) => {
    const stored = choose(traits);
    const same = stored?.no === old(traits)?.no && (stored === undefined || stays.has(stored.no));
    return same ? [] : [{ id, stored, from: fromTheStart }];
  });
  await rebuildHealth(tx, due);
  // A ledger names the bands of all models by their places in one list.
  await touchAccounts(
    tx,
    accounts.map(([id]) => id),
    'health',
  );
}

/** Works out anew the scores that changed switches of the policy change. */
export async function rebuildForPolicy(tx: WriteTransaction, changed: ReadonlySet<keyof Policy>): Promise<void> {
  await rebuildWhere(tx, ({ model }) =>
    metricsOf(model).some((key) => metricOf(key).switches.some((name) => changed.has(name))),
  );
}

/** Works out anew the scores that hang on a part of the ledger which belongs to no account. */
export async function rebuildForPart(tx: WriteTransaction, part: PartName): Promise<void> {
  await rebuildWhere(tx, ({ model }) => partsOf(model).has(part));
}

async function rebuildWhere(tx: WriteTransaction, isDue: (stored: StoredHealthModel) => boolean): Promise<void> {
  const all = await loadStoredModels(tx);
  if (!all.some(isDue)) return;
  const choose = choiceOf(all);
  const due = (await loadEveryonesTraits(tx)).flatMap(([id, traits]) => {
    const stored = choose(traits);
    return stored !== undefined && isDue(stored) ? [{ id, stored, from: fromTheStart }] : [];
  });
  await rebuildHealth(tx, due);
}

function choiceOf(all: readonly StoredHealthModel[]): (traits: Traits) => StoredHealthModel | undefined {
  const models = all.map(({ model }) => model);
  const byModel = new Map(all.map((stored) => [stored.model, stored]));
  return (traits) => {
    const model = modelFor(models, traits);
    return model && byModel.get(model);
  };
}

function loadEveryonesTraits(tx: WriteTransaction): Promise<readonly (readonly [string, Traits])[]> {
  return packedRows(tx.trx, sql`account_id, traits`, sql`from account where workspace_id = ${tx.workspace}`);
}
