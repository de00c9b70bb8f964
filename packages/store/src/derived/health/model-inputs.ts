import {
  type FactorSource,
  type HealthModel,
  isMeasured,
  type MeasuredFamily,
  type MetricKey,
  metricOf,
} from '@plimsoll/metrics';
import type { PartName } from '../../ledger/part-name.ts';
import type { HealthInput } from './health-due.ts';

/** The parts of the ledger that a family of metrics reads of an account. */
const partsOfFamily: Readonly<Record<MeasuredFamily, readonly PartName[]>> = {
  REVENUE: ['movements', 'commitments'],
  ECONOMICS: ['movements', 'costs'],
  FEEDBACK: ['responses', 'exposures', 'surveyScales'],
  PRODUCT: ['usage', 'seats', 'features', 'movements', 'traitHistory'],
};

/** The parts of the ledger that a model's metrics read. */
export function partsOf(model: HealthModel): ReadonlySet<PartName> {
  return new Set(metricsOf(model).flatMap(partsOfMetric));
}

/** Everything that a model's scores hang on, traits apart. */
export function inputsOf(model: HealthModel): ReadonlySet<HealthInput> {
  return new Set(model.factors.flatMap(({ source }) => inputsOfSource(source)));
}

/** The metrics that a model reads. */
export function metricsOf(model: HealthModel): readonly MetricKey[] {
  return model.factors.flatMap(({ source }) => (source.kind === 'metric' ? [source.key] : []));
}

/** Whether a model's metrics look at the account's traits: the features in its plan, for those of product use. */
export function readsTraits(model: HealthModel): boolean {
  return partsOf(model).has('features');
}

function inputsOfSource(source: FactorSource): readonly HealthInput[] {
  switch (source.kind) {
    case 'number':
      return [`number:${source.key}`];
    case 'answers':
      return ['responses'];
    case 'revenueTrend':
      return ['movements'];
    case 'metric':
      return partsOfMetric(source.key);
  }
}

function partsOfMetric(key: MetricKey): readonly PartName[] {
  const { family } = metricOf(key).source;
  return isMeasured(family) ? partsOfFamily[family] : [];
}
