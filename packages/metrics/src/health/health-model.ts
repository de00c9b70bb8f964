import type { MetricKey } from '../catalogue.ts';
import type { LookBack } from './look-back.ts';

/** Where a factor's values come from. */
export type FactorSource =
  /** A number the host reports under a key. */
  | { readonly kind: 'number'; readonly key: string }
  /** Mean answer (0…10) of the account's people to NPS surveys, the latest of each within the last `days`. */
  | { readonly kind: 'answers'; readonly days: number }
  /** MRR now over MRR `days` ago; nothing until the account is that old. */
  | { readonly kind: 'revenueTrend'; readonly days: number }
  | MetricSource;

/** The account's own reading of a metric, over the days up to and including the one it is measured on. */
export interface MetricSource {
  readonly kind: 'metric';
  readonly key: MetricKey;
  readonly lookBack: LookBack;
  /**
   * Measured on every day that could change it, or on Mondays. A metric of usage changes daily, so that a score that
   * follows it on every day is a row for every day and account.
   */
  readonly measured: 'DAY' | 'WEEK';
  /** Answers to this survey alone. @default every survey's */
  readonly survey?: string;
  /** The feature that a metric of one feature is about, by key. */
  readonly feature?: string;
}

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
  /** Days after which a value no longer counts; `null`: never. A metric's look-back takes its place. */
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

/** That an account's trait has one of some values; `''` stands for accounts without the trait. */
export interface TraitCondition {
  readonly trait: string;
  readonly in: readonly string[];
}

/** What health means for a segment of a workspace's accounts, or for all that no other model takes. */
export interface HealthModel {
  readonly key: string;
  readonly name: string;
  /** The accounts it scores: those of which every condition holds. Empty: all that no other model takes. */
  readonly appliesTo: readonly TraitCondition[];
  /** An account that several models apply to gets the one with the smallest; among equals the first by key. */
  readonly order: number;
  readonly factors: readonly HealthFactorModel[];
  /** From 0 to 100 without gap or overlap, lowest first. */
  readonly bands: readonly HealthBand[];
}

/** The band of a score; a checked model always has one for 0…100. */
export function bandOf(model: Pick<HealthModel, 'bands'>, score: number): HealthBand | undefined {
  return model.bands.find((band) => isInBand(band, score));
}

/** Whether a score falls in a band; NaN falls in none. */
export function isInBand({ from, to }: HealthBand, score: number): boolean {
  return score >= from && (score < to || to === 100);
}
