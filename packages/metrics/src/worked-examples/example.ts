import type { PeriodSpec } from '../calendar/period.ts';
import type { MetricKey } from '../catalogue.ts';
import type { Policy } from '../policy.ts';
import type { ScaleKey } from '../surveys/survey-scale.ts';
import type { AnswerLine } from '../testing/worked-ledger.ts';
import type { Flows } from './book.ts';

/**
 * A subscription in words: account, from, until (exclusive, or `-`), price. The price is in cents a month, as in the
 * worked ledger, or says more: `50000/year*4` is four of $500 a year, `6000/2month` is $60 every two months.
 */
export type PricedLine = `${string} ${string} ${string} ${string}`;

/** What an example gives a number for: a metric, the 95 % margin of the NPS, or the mean answer of its survey. */
export type ExampleKey = MetricKey | 'NPS_MARGIN' | 'MEAN';

/** A number that a publisher gives and that no policy of ours gives, with the reason. */
export interface Disagreement {
  readonly key: ExampleKey;
  readonly value: string;
  readonly why: string;
}

/** An example that somebody else worked and published, with their numbers. */
export interface Example {
  /** Where it was published. */
  readonly source: string;
  /** Who works what, with the numbers given. */
  readonly title: string;
  /** @default March 2025 */
  readonly period?: PeriodSpec;
  /** Where it differs from the default policy. */
  readonly policy?: Partial<Policy>;
  readonly subscriptions?: readonly PricedLine[];
  /** Published totals, for examples that name no customers; the test proves that the book it makes adds up to them. */
  readonly flows?: Flows;
  readonly answers?: readonly AnswerLine[];
  /** Of the survey that was answered. @default that of NPS */
  readonly scale?: ScaleKey;
  /**
   * Contracts in words: account, renewal day, dollars due a year, and `renewed` with its day and dollars, or `lost` with
   * its day.
   */
  readonly contracts?: readonly string[];
  /** How often the survey was put in front of somebody. @default as often as it was answered */
  readonly shown?: number;
  /**
   * What the metrics must give, written as published: `96.5%` for fractions, two decimals for money, and otherwise as
   * many decimals as the publisher shows. `null`: no number.
   */
  readonly expected: Readonly<Partial<Record<ExampleKey, string | null>>>;
  /** Where the publisher's own number is a mistake. */
  readonly publishedWrong?: Disagreement;
  /** Where the publisher defines the metric otherwise, and we have no switch for it. */
  readonly differs?: Disagreement;
}
