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
  // Movements say who pays; a wait begins with its ticket, however late it ends.
  SUPPORT: ['tickets', 'resolutions', 'movements'],
  VALUE: ['milestones', 'milestoneList', 'outcomes', 'advocacy', 'movements'],
  RENEWALS: ['contracts'],
};

/**
 * Parts of which a change reaches readings of the days before it: the first payment, or a milestone that is a start, is
 * where a first value that was reached before it started, however late it comes.
 */
const reachesBack: Readonly<Partial<Record<MetricKey, readonly PartName[]>>> = {
  TIME_TO_FIRST_VALUE: ['movements', 'milestones'],
};

/** The parts of the ledger that a model's metrics read. */
export function partsOf(model: HealthModel): ReadonlySet<PartName> {
  return new Set(metricsOf(model).flatMap(partsOfMetric));
}

/** Everything that a model's scores hang on, traits apart. */
export function inputsOf(model: HealthModel): ReadonlySet<HealthInput> {
  return new Set(model.factors.flatMap(({ source }) => inputsOfSource(source)));
}

/** Inputs of which a change changes the scores of days before it too. */
export function inputsReachingBack(model: HealthModel): ReadonlySet<HealthInput> {
  return new Set(metricsOf(model).flatMap((key) => reachesBack[key] ?? []));
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
