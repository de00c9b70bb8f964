import { MetricsError } from '../metrics-error.ts';

/** Where a factor's values come from. */
export type FactorSource =
  /** A number the host reports under a key. */
  | { readonly kind: 'number'; readonly key: string }
  /** Mean answer (0…10) of the account's people to NPS surveys, the latest of each within the last `days`. */
  | { readonly kind: 'answers'; readonly days: number }
  /** MRR now over MRR `days` ago; nothing until the account is that old. */
  | { readonly kind: 'revenueTrend'; readonly days: number };

/** One thing that a health score looks at. */
export interface HealthFactorModel {
  readonly key: string;
  readonly label: string;
  /** Above 0; only the proportion between factors matters. */
  readonly weight: number;
  readonly source: FactorSource;
  /** The value that scores 0 and the one that scores 100; the first may be the larger. Linear between, held outside. */
  readonly scale: { readonly zero: number; readonly hundred: number };
  /** How a person reads the value. */
  readonly format: 'NUMBER' | 'PERCENT';
  /** Days after which a value no longer counts; `null`: never. */
  readonly staleAfterDays: number | null;
}

/** A half-open range of scores `[from, to)`; the last band includes 100. */
export interface HealthBand {
  readonly key: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly tone: 'GOOD' | 'WATCH' | 'BAD';
}

/** What health means in a workspace. */
export interface HealthModel {
  readonly key: string;
  readonly name: string;
  readonly factors: readonly HealthFactorModel[];
  /** From 0 to 100 without gap or overlap, lowest first. */
  readonly bands: readonly HealthBand[];
}

/** More bands than this say no more than the score itself. */
const mostBands = 20;

/** A health model that would give some account no band, or two. */
export class InvalidHealthModel extends MetricsError {
  override readonly name = 'InvalidHealthModel';
}

/**
 * Checks a model before it is saved and returns it.
 *
 * @throws InvalidHealthModel naming the factor or the band that is wrong
 */
export function checkHealthModel(model: HealthModel): HealthModel {
  const fail = (what: string): never => {
    throw new InvalidHealthModel(`The health model "${model.key}" ${what}`);
  };
  if (model.factors.length === 0) fail('has no factors, so nothing could be scored. Add at least one.');
  const keys = new Set<string>();
  for (const factor of model.factors) {
    if (keys.has(factor.key)) fail(`names the factor "${factor.key}" twice. Give each factor its own key.`);
    keys.add(factor.key);
    if (!(factor.weight > 0 && Number.isFinite(factor.weight)))
      fail(`gives the factor "${factor.key}" the weight ${factor.weight}. Weights are positive numbers.`);
    if (
      !Number.isFinite(factor.scale.zero) ||
      !Number.isFinite(factor.scale.hundred) ||
      factor.scale.zero === factor.scale.hundred
    )
      fail(
        `scores the factor "${factor.key}" from ${factor.scale.zero} to ${factor.scale.hundred}. Give two different numbers.`,
      );
    if (factor.staleAfterDays !== null && !(factor.staleAfterDays > 0))
      fail(
        `lets the factor "${factor.key}" go stale after ${factor.staleAfterDays} days. Give a positive number, or null for never.`,
      );
  }
  if (model.bands.length > mostBands) fail(`has ${model.bands.length} bands and may have ${mostBands}. Join some.`);
  let reached = 0;
  for (const band of model.bands) {
    if (band.from > reached)
      fail(`leaves a gap between the bands from ${reached} to ${band.from}. Let "${band.key}" begin at ${reached}.`);
    if (band.from < reached)
      fail(`has bands that overlap from ${band.from} to ${reached}. Let "${band.key}" begin at ${reached}.`);
    if (!(band.to > band.from))
      fail(`has an empty band "${band.key}" from ${band.from} to ${band.to}. Let it end above its start.`);
    reached = band.to;
  }
  if (reached !== 100) fail(`has bands that end at ${reached}. Let the last one end at 100.`);
  return model;
}

/** The band of a score; a checked model always has one for 0…100. */
export function bandOf(model: Pick<HealthModel, 'bands'>, score: number): HealthBand | undefined {
  return model.bands.find((band) => isInBand(band, score));
}

/** Whether a score falls in a band; NaN falls in none. */
export function isInBand({ from, to }: HealthBand, score: number): boolean {
  return score >= from && (score < to || to === 100);
}
