import type { PeriodSpec } from '../calendar/period.ts';
import type { MetricKey } from '../catalogue.ts';
import type { ExchangeRate } from '../money/exchange-rates.ts';
import type { Policy } from '../policy.ts';
import type { SubscriptionTerms } from '../recognition/subscription-terms.ts';
import type { ScheduleVersion } from '../support/schedule.ts';
import type { ScaleKey } from '../surveys/survey-scale.ts';
import type { AnswerLine, CostLine } from '../testing/worked-ledger.ts';
import type { EventLine } from '../testing/worked-tickets.ts';
import type { SeatsLine, UsageLine } from '../testing/worked-usage.ts';
import type { Flows } from './book.ts';

/**
 * A subscription in words: account, from, until (exclusive, or `-`), price. The price is in cents a month, as in the
 * worked ledger, or says more: `50000/year*4` is four of $500 a year, `6000/2month` is $60 every two months.
 */
export type PricedLine = `${string} ${string} ${string} ${string}`;

/**
 * What an example gives a number for: a metric, a term of one (`FIRST_RESPONSE_TIME.P90`), the 95 % margin of the NPS, or
 * the mean answer of its survey.
 */
export type ExampleKey = MetricKey | `${MetricKey}.${string}` | 'NPS_MARGIN' | 'MEAN';

/** A ticket in words: created in UTC, without seconds where there are none, and what happened to it. */
export type ExampleTicket = readonly [createdAt: string, ...events: readonly EventLine[]];

/** Who did what in the product, and what there was to do it with. */
export interface ExampleUsage {
  readonly lines: readonly UsageLine[];
  readonly seats?: readonly SeatsLine[];
  /** Features of the plan `plan`, which every account is on. */
  readonly features?: readonly string[];
  /** The feature that is asked about. */
  readonly feature?: string;
}

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
  /** By account, what billing knows of it, for examples of what counts as recurring revenue. */
  readonly terms?: Readonly<Record<string, readonly SubscriptionTerms[]>>;
  /** @default USD */
  readonly currency?: string;
  readonly rates?: readonly ExchangeRate[];
  readonly costs?: readonly CostLine[];
  /** CSMs in words, `name FTE ramped-on account,account`. */
  readonly csms?: readonly string[];
  readonly tickets?: readonly ExampleTicket[];
  readonly schedule?: readonly ScheduleVersion[];
  readonly usage?: ExampleUsage;
  /** Accounts in words, with the days on which they started and reached their first value: `name day day`, or `-`. */
  readonly onboarded?: readonly string[];
  /** Accounts that spoke for the product, once for each act. */
  readonly advocates?: readonly string[];
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
   * What the metrics must give, written as published: `96.5%` for fractions, two decimals for money, `1:15` for an hour
   * and a quarter, and otherwise as many decimals as the publisher shows. `null`: no number.
   */
  readonly expected: Readonly<Partial<Record<ExampleKey, string | null>>>;
  /** Where the publisher's own number is a mistake. */
  readonly publishedWrong?: Disagreement;
  /** Where the publisher defines the metric otherwise, and we have no switch for it. */
  readonly differs?: Disagreement;
}
