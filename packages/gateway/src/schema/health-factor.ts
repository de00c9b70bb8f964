import { bandOf, type HealthFactorModel, type HealthModel, metricOf, type ScoredFactor } from '@plimsoll/metrics';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';
import { HealthBand } from './health-band.ts';

/** A factor of an account’s score. */
export interface FactorOfAccount {
  readonly session: Session;
  readonly model: HealthModel;
  readonly factor: HealthFactorModel;
  readonly scored: ScoredFactor;
}

/** One thing that an account’s score looks at. */
export const HealthFactor = builder.objectRef<FactorOfAccount>('HealthFactor').implement({
  access: 'OF_PARENT',
  description: 'One thing a health score looks at.',
  fields: (t) => ({
    key: t.string({ description: 'Its key.', resolve: ({ factor }) => factor.key }),
    label: t.string({ description: 'Its name.', resolve: ({ factor }) => factor.label }),
    weight: t.float({ description: 'Its share of all weights, 0 to 1.', resolve: ({ scored }) => scored.weight }),
    effectiveWeight: t.float({
      description: 'Its share among the factors that are known; 0 for one that is missing or stale.',
      resolve: ({ scored }) => scored.effectiveWeight,
    }),
    score: t.float({ nullable: true, description: '0 to 100.', resolve: ({ scored }) => scored.score }),
    value: t.string({
      nullable: true,
      description:
        'The value behind the score, as a person reads it; null where nothing is known, and for what customers cost where a token for some accounts asks.',
      resolve: (of) => {
        const value = shownValue(of);
        return value === null ? null : written(value, of.factor.format);
      },
    }),
    number: t.float({
      nullable: true,
      description: 'The value as a plain number: in the metric’s unit, where a metric is behind it.',
      resolve: shownValue,
    }),
    contribution: t.float({
      description: 'What it adds to the score; the contributions add up to the score.',
      resolve: ({ scored }) => scored.contribution,
    }),
    band: t.field({
      type: HealthBand,
      nullable: true,
      description: 'The band its own score falls in.',
      resolve: ({ model, scored }) => (scored.score === null ? null : (bandOf(model, scored.score) ?? null)),
    }),
    missing: t.boolean({
      description: 'Whether nothing is known.',
      resolve: ({ scored }) => scored.state === 'MISSING',
    }),
    stale: t.boolean({
      description: 'Whether what is known is too old to count.',
      resolve: ({ scored }) => scored.state === 'STALE',
    }),
    observedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since when the value is known.',
      resolve: ({ scored }) => scored.observedOn,
    }),
  }),
});

/** The value behind a score. What customers cost is not for their own eyes, as with the metrics themselves. */
function shownValue({ session, factor, scored }: FactorOfAccount): number | null {
  const { source } = factor;
  const isCost = source.kind === 'metric' && metricOf(source.key).source.family === 'ECONOMICS';
  return isCost && !session.viewer.staff ? null : scored.value;
}

function written(value: number, format: HealthFactorModel['format']): string {
  return format === 'PERCENT' ? `${Math.round(value * 100)} %` : String(Math.round(value * 10) / 10);
}
