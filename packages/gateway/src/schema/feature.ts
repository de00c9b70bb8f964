import { type LedgerFeature, metricOf } from '@plimsoll/metrics';
import { builder } from './builder.ts';
import { Csm } from './csm.ts';
import type { MeasuredModel } from './measured-model.ts';
import { Comparison, MetricReading } from './metric-reading.ts';
import { PeriodInput } from './period.ts';
import { Portfolio } from './portfolio.ts';
import { readingOf } from './reading-of.ts';
import { readingWeight } from './reading-weight.ts';
import { Segment } from './segment.ts';

interface FeatureModel {
  readonly subject: MeasuredModel;
  readonly feature: LedgerFeature;
}

const Feature = builder.objectRef<FeatureModel>('Feature').implement({
  access: 'OF_PARENT',
  description: 'A part of the product whose use is counted.',
  fields: (t) => ({
    key: t.string({
      description: 'Its key, which the argument `feature` of metrics takes.',
      resolve: ({ feature }) => feature.key,
    }),
    name: t.string({ description: 'Its name, or its key where it has none.', resolve: ({ feature }) => feature.name }),
    plans: t.stringList({
      description: 'The plans it belongs to, as the trait `plan` of accounts has them.',
      resolve: ({ feature }) => [...feature.plans],
    }),
    adoption: t.field({
      type: MetricReading,
      description: 'FEATURE_ADOPTION of it.',
      args: {
        period: t.arg({ type: PeriodInput, description: 'Over what; the last complete month when left out.' }),
        compare: t.arg({
          type: Comparison,
          required: true,
          defaultValue: 'PREVIOUS_PERIOD',
          description: 'Compared with what.',
        }),
      },
      weight: (_args, extent) => readingWeight(extent),
      access: 'metrics:read',
      resolve: ({ subject, feature }, { period, compare }) => {
        return readingOf(subject, {
          metric: metricOf('FEATURE_ADOPTION'),
          period,
          comparison: compare,
          policy: subject.session.policy,
          feature: feature.key,
        });
      },
    }),
  }),
});

/** The features that a viewer may know of: a feature that nobody described may be named for the customer who uses it. */
function featuresFor({ session }: MeasuredModel): readonly LedgerFeature[] {
  const { ledger, viewer, reach } = session;
  const named = ledger.features.filter(({ key }) => key !== '');
  if (viewer.staff) return named;
  const { offsets, features } = ledger.usage;
  const used = new Set<LedgerFeature | undefined>();
  for (const account of reach.indices) {
    const end = offsets[account + 1] ?? 0;
    for (let row = offsets[account] ?? 0; row < end; row++) used.add(ledger.features[features[row] ?? 0]);
  }
  return named.filter((feature) => feature.plans.length > 0 || feature.name !== feature.key || used.has(feature));
}

for (const subject of [Portfolio, Segment, Csm] as const) {
  builder.objectField(subject, 'features', (t) =>
    t.field({
      type: [Feature],
      description:
        'Every feature whose use was reported or that was described, by key; adoption is that of these accounts. To tokens for some accounts, features that were only ever used by others are not told of.',
      weight: { field: 1, multiplier: 10 },
      access: 'metrics:read',
      resolve: (model: MeasuredModel): readonly FeatureModel[] => {
        return featuresFor(model)
          .map((feature) => ({ subject: model, feature }))
          .sort((a, b) => (a.feature.key < b.feature.key ? -1 : 1));
      },
    }),
  );
}
