import { sql } from 'kysely';
import { rebuildForPart } from '../../derived/health/remodel-health.ts';
import type { FeatureRecord } from '../../records/usage.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { sentRows } from '../../schema/sent-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredId } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { Rejection } from '../rejection.ts';
import { touchPart } from '../touch-part.ts';
import { FeatureDirectory } from './feature-directory.ts';

const mostPlans = 100;

interface Described {
  readonly name: string | null;
  readonly plans: readonly string[];
}

/** Makes features, or changes what is given of those that are there. */
export function ingestFeatures(records: readonly FeatureRecord[]): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseFeature);
  return async (tx) => {
    const directory = await FeatureDirectory.load(tx);
    const numbered = batch.step(parsed, (feature) => ({
      ...feature,
      featureNo: directory.knownOrNew(feature.key, 'key'),
    }));
    const stored = await loadFeatures(tx);
    const changed = new Map<number, Described>();
    let replanned = false;
    for (const { index, value } of numbered) {
      const before = stored.get(value.featureNo);
      const after = { name: value.name ?? before?.name ?? null, plans: value.plans ?? before?.plans ?? [] };
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(after)) continue;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      replanned ||= after.plans.join('\n') !== (before?.plans ?? []).join('\n');
      stored.set(value.featureNo, after);
      changed.set(value.featureNo, after);
    }
    await directory.create();
    await saveFeatures(tx, changed);
    if (replanned) await rebuildForPart(tx, 'features');
    return batch.results;
  };
}

function parseFeature(record: FeatureRecord) {
  const plans = record.plans ?? undefined;
  if (plans !== undefined && plans.length > mostPlans) {
    throw new Rejection(
      'plans',
      `The feature belongs to ${plans.length} plans and ${mostPlans} is the most. Leave some out.`,
    );
  }
  return {
    key: requiredId(record.key, 'key', 'The feature’s key'),
    name: optionalText(record.name, 'name', 'The feature’s name'),
    plans: plans && [...new Set(plans.map((plan) => requiredId(plan, 'plans', 'The name of a plan')))].sort(),
  };
}

async function loadFeatures(tx: WriteTransaction): Promise<Map<number, Described>> {
  const rows = await packedRows<readonly [number, string | null, readonly string[]]>(
    tx.trx,
    sql`feature_no, name, plans`,
    sql`from feature where workspace_id = ${tx.workspace}`,
  );
  return new Map(rows.map(([number, name, plans]) => [number, { name, plans }]));
}

async function saveFeatures(tx: WriteTransaction, changed: ReadonlyMap<number, Described>): Promise<void> {
  if (changed.size === 0) return;
  touchPart(tx, 'features');
  const said = sentRows([...changed], {
    feature_no: ['smallint', ([featureNo]) => featureNo],
    name: ['text', ([, { name }]) => name],
    plans: ['jsonb', ([, { plans }]) => JSON.stringify(plans)],
  });
  await sql`
    update feature set name = new.name, plans = new.plans from (select ${said}) as new
    where feature.workspace_id = ${tx.workspace} and feature.feature_no = new.feature_no`.execute(tx.trx);
}
