import type { Day, HealthModel, HealthScore } from '@plimsoll/metrics';

/** A number about an account that the host measures itself, for health. */
export interface NumberRecord {
  /** Must be known. */
  readonly accountExternalId: string;
  /** The key that a health factor names as its source. */
  readonly key: string;
  /** The day it was measured: `2026-11-21`. A second value for the day replaces the first. */
  readonly day: string;
  readonly value: number;
}

/** An account’s health as of a day. */
export interface AccountHealth {
  /** The model that scores the account. */
  readonly model: HealthModel;
  /** The score with every factor. Its `score` is `null` where nothing is known. */
  readonly now: HealthScore;
  /** The same on an earlier day: 30 days before, unless another was asked for. */
  readonly before: HealthScore;
  /** Every day up to the one asked for on which the score changed, oldest first; `null`: nothing known from then on. */
  readonly timeline: readonly { readonly day: Day; readonly score: number | null; readonly coverage: number }[];
}
