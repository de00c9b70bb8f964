import type { HealthModel, Lifecycle, MetricKey, StageRule } from '@plimsoll/metrics';
import { openStore, type StoreOptions } from '@plimsoll/store';

const factor = (key: MetricKey, hundred: number): HealthModel['factors'][number] => ({
  key: key.toLowerCase(),
  label: key,
  weight: 1,
  source: { kind: 'metric', key, lookBack: { count: 90, unit: 'DAY' }, measured: 'WEEK' },
  scale: { zero: 0, hundred },
  format: 'NUMBER',
  staleAfterDays: null,
});

const model: HealthModel = {
  key: 'default',
  name: 'Default',
  appliesTo: [],
  order: 0,
  factors: [factor('MRR', 100), factor('PRODUCT_ADOPTION', 1)],
  bands: [
    { key: 'low', label: 'Low', from: 0, to: 50, tone: 'BAD' },
    { key: 'high', label: 'High', from: 50, to: 100, tone: 'GOOD' },
  ],
};

const paying = (days: number): StageRule => ({ kind: 'all', of: [{ kind: 'paying' }, { kind: 'firstPaidFor', days }] });

const lifecycle: Lifecycle = {
  stages: [
    { key: 'new', label: 'New', terminal: false, rule: paying(0) },
    { key: 'grown', label: 'Grown', terminal: false, rule: paying(90) },
    { key: 'left', label: 'Left', terminal: true, rule: { kind: 'lapsedFor', days: 1 } },
  ],
};

/** Saves a health model that reads revenue and use, and stages with rules, so that every write has more to derive. */
export async function watch(options: StoreOptions, workspace: string): Promise<void> {
  const store = await openStore(options);
  await store.workspace(workspace).upsertHealthModel(model);
  await store.workspace(workspace).saveLifecycle(lifecycle);
  await store.close();
}
