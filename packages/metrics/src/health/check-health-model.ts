import { metricKeys } from '../catalogue.ts';
import { MetricsError } from '../metrics-error.ts';
import { factorRefusal } from './factor-refusal.ts';
import type { FactorSource, HealthBand, HealthFactorModel, HealthModel } from './health-model.ts';
import { longestLookBackDays, lookBackFrom } from './look-back.ts';

/** A health model that would give some account no band, two, or a score of nothing. */
export class InvalidHealthModel extends MetricsError {
  override readonly name = 'InvalidHealthModel';
}

/** More bands than this say no more than the score itself. */
const mostBands = 20;

/** The ledger counts the bands of all models in a byte. */
const mostBandsInAll = 255;

/** More factors than this say nothing that a person could follow, and each is worked out day by day. */
const mostFactors = 50;

/** Texts that a model is known and shown by; far below what an index of the database takes. */
const longestText = 255;

/** Weights from 10⁻⁶ to 10⁶: no sum and no quotient of them runs out of doubles. */
const leastWeight = 1e-6;
const mostWeight = 1e6;

/** Ends of scales: as far as reported numbers go. */
const largestValue = 1e15;

type Fail = (what: string) => never;

/**
 * Checks a model before it is saved and returns it.
 *
 * @throws InvalidHealthModel naming the condition, the factor or the band that is wrong
 */
export function checkHealthModel(model: HealthModel): HealthModel {
  const fail: Fail = (what) => {
    throw new InvalidHealthModel(`The health model "${model.key}" ${what}`);
  };
  if (model.key.trim() === '') fail('has no key. Give it one, such as "enterprise".');
  if (!Number.isFinite(model.order)) fail(`has the order ${model.order}. Give a number.`);
  for (const { trait, in: values } of model.appliesTo) {
    if (trait === '') fail('asks for a trait without a name. Name one, such as "plan".');
    if (values.length === 0)
      fail(`applies to no value of the trait "${trait}", so to no account. Give at least one value.`);
  }
  checkTexts({ key: model.key, name: model.name }, fail);
  if (model.factors.length > mostFactors)
    fail(`has ${model.factors.length} factors and may have ${mostFactors}. Join some.`);
  if (model.factors.length === 0) fail('has no factors, so nothing could be scored. Add at least one.');
  const keys = new Set<string>();
  for (const factor of model.factors) {
    if (keys.has(factor.key)) fail(`names the factor "${factor.key}" twice. Give each factor its own key.`);
    keys.add(factor.key);
    checkFactor(factor, fail);
  }
  checkBands(model.bands, fail);
  return model;
}

/**
 * Checks that models fit together, each checked by itself already, and returns them.
 *
 * @throws InvalidHealthModel where two have one key, two are for everybody else, or there are too many bands
 */
export function checkHealthModels(models: readonly HealthModel[]): readonly HealthModel[] {
  const keys = new Set<string>();
  let everybody: HealthModel | undefined;
  for (const model of models) {
    if (keys.has(model.key)) throw new InvalidHealthModel(`Two health models have the key "${model.key}". Rename one.`);
    keys.add(model.key);
    if (model.appliesTo.length > 0) continue;
    if (everybody !== undefined) {
      throw new InvalidHealthModel(
        `The health models "${everybody.key}" and "${model.key}" are both for everybody else, so that an account would have two. Give one of them conditions.`,
      );
    }
    everybody = model;
  }
  const bands = models.reduce((sum, model) => sum + model.bands.length, 0);
  if (bands > mostBandsInAll) {
    throw new InvalidHealthModel(
      `The health models have ${bands} bands in all and may have ${mostBandsInAll}. Join some bands, or some models.`,
    );
  }
  return models;
}

function checkFactor(factor: HealthFactorModel, fail: Fail): void {
  if (factor.key === '') fail('has a factor without a key. Give it one.');
  checkTexts({ 'factor key': factor.key, 'factor label': factor.label }, fail);
  if (!(factor.weight >= leastWeight && factor.weight <= mostWeight))
    fail(
      `gives the factor "${factor.key}" the weight ${factor.weight}. Weights are positive numbers, from a millionth to a million.`,
    );
  const { zero, hundred } = factor.scale;
  if (!(Math.abs(zero) <= largestValue && Math.abs(hundred) <= largestValue) || zero === hundred)
    fail(
      `scores the factor "${factor.key}" from ${zero} to ${hundred}. Give two different numbers of at most 15 digits.`,
    );
  const stale = factor.staleAfterDays;
  if (stale !== null && !(Number.isInteger(stale) && stale > 0))
    fail(
      `lets the factor "${factor.key}" go stale after ${stale} days. Give a positive whole number, or null for never.`,
    );
  checkSource(factor.key, factor.source, stale, fail);
}

function checkSource(key: string, source: FactorSource, stale: number | null, fail: Fail): void {
  switch (source.kind) {
    case 'number':
      if (source.key === '') fail(`reads the factor "${key}" from a number without a key. Name the number.`);
      return;
    case 'answers':
    case 'revenueTrend':
      if (!isCount(source.days) || source.days > longestLookBackDays)
        fail(`looks ${source.days} days back for the factor "${key}". Give 1 to ${longestLookBackDays} days.`);
      return;
    case 'metric': {
      const metric: string = source.key;
      if (!metricKeys.some((known) => known === metric))
        fail(`reads the factor "${key}" from "${metric}", which is no metric. Name one of the catalogue.`);
      const refusal = factorRefusal(source.key);
      if (refusal !== null) fail(`reads the factor "${key}" from ${metric}, which ${refusal}. Name another metric.`);
      const { count } = source.lookBack;
      const { start, end } = lookBackFrom(0, isCount(count) ? source.lookBack : { count: 1, unit: 'DAY' });
      if (!isCount(count) || end - start > longestLookBackDays)
        fail(
          `looks ${count} ${source.lookBack.unit.toLowerCase()}s back for the factor "${key}". Give a whole number of 1 or more, and ten years at most.`,
        );
      if (stale !== null)
        fail(
          `lets the factor "${key}" go stale after ${stale} days, and a metric is as fresh as its look-back. Leave it null.`,
        );
    }
  }
}

function checkBands(bands: readonly HealthBand[], fail: Fail): void {
  if (bands.length > mostBands) fail(`has ${bands.length} bands and may have ${mostBands}. Join some.`);
  let reached = 0;
  const keys = new Set<string>();
  for (const band of bands) {
    if (keys.has(band.key)) fail(`names the band "${band.key}" twice. Give each band its own key.`);
    keys.add(band.key);
    checkTexts({ 'band key': band.key, 'band label': band.label }, fail);
    if (band.from > reached)
      fail(`leaves a gap between the bands from ${reached} to ${band.from}. Let "${band.key}" begin at ${reached}.`);
    if (band.from < reached)
      fail(`has bands that overlap from ${band.from} to ${reached}. Let "${band.key}" begin at ${reached}.`);
    if (!(band.to > band.from))
      fail(`has an empty band "${band.key}" from ${band.from} to ${band.to}. Let it end above its start.`);
    reached = band.to;
  }
  if (reached !== 100) fail(`has bands that end at ${reached}. Let the last one end at 100.`);
}

function checkTexts(texts: Readonly<Record<string, string>>, fail: Fail): void {
  for (const [what, text] of Object.entries(texts))
    if (text.length > longestText)
      fail(`has a ${what} of ${text.length} characters, and ${longestText} is the most. Shorten it.`);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
