import type { Period, PeriodSpec } from './calendar/period.ts';
import type { Grouping } from './ledger/grouping.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { LedgerReads } from './ledger/ledger-part.ts';
import type { Selection } from './ledger/selection.ts';
import type { Policy } from './policy.ts';
import type { SurveyKind } from './surveys/survey-scale.ts';

/**
 * What a value is measured in: `MONEY` in major units of the reporting currency, `FRACTION` (0.965 for 96.5 %),
 * `MULTIPLE` (a ratio such as 3.2), `COUNT`, `MONTHS`, `DAYS`, `DURATION` (seconds), `SCORE` (0…100) and `POINTS`
 * (−100…100, NPS alone).
 */
export type MetricUnit =
  | 'MONEY'
  | 'FRACTION'
  | 'MULTIPLE'
  | 'COUNT'
  | 'MONTHS'
  | 'DAYS'
  | 'DURATION'
  | 'SCORE'
  | 'POINTS';

/** Why there is no number. */
export type UndefinedReason =
  | 'NO_BASE'
  | 'NO_LOSSES'
  | 'NO_RESPONSES'
  | 'NO_SCORES'
  | 'NO_USAGE_DATA'
  | 'NO_COST_DATA'
  | 'NO_CHURN'
  | 'NO_RENEWALS_DUE'
  | 'NO_MARGIN'
  | 'NO_TICKETS'
  | 'NO_SCHEDULE'
  | 'BELOW_MINIMUM_SAMPLE'
  | 'NOT_APPLICABLE';

/**
 * How a term's fact turns into what people read: `MRR` and `ARR` are annualised minor units shown per month and per
 * year, `REVENUE` is annualised minor units summed over days, shown as what those days bring, `MONEY` is plain minor
 * units, `FTE` is millionths of a full-time person, `COUNT` is a head count, `POINTS` a plain sum of scores.
 */
export type Measure = 'MRR' | 'ARR' | 'REVENUE' | 'MONEY' | 'FTE' | 'COUNT' | 'POINTS';

/** One named part of a formula: a fact, with its sign. */
export interface Term<Facts> {
  readonly key: string;
  readonly label: string;
  readonly sign: 1 | -1;
  readonly measure: Measure;
  /** The fact without its sign; a whole number for money and counts. */
  readonly of: (facts: Facts) => number;
}

/**
 * A quotient that a formula's own is multiplied or divided by, such as a margin or the months that a customer stays.
 * All of them are whole numbers over whole numbers, and divided once.
 */
export interface Factor<Facts> {
  readonly key: string;
  readonly label: string;
  readonly operation: 'TIMES' | 'DIVIDED_BY';
  readonly unit: MetricUnit;
  readonly numerator: readonly Term<Facts>[];
  readonly denominator: readonly Term<Facts>[];
  /** It is never more than this whole number, which is also what an empty denominator gives. @default no limit */
  readonly most?: number;
}

/** Numerator over denominator, or the numerator alone, and the factors that follow. */
export interface Quotient<Facts> {
  readonly kind?: 'QUOTIENT';
  readonly numerator: readonly Term<Facts>[];
  readonly denominator?: readonly Term<Facts>[];
  readonly factors?: readonly Factor<Facts>[];
  /** What is shown beside the formula and has no part in it. */
  readonly beside?: readonly Statistic<Facts>[];
}

/** A number beside a formula: a fact, or a mean. */
export type Statistic<Facts> = Term<Facts> | Mean<Facts>;

/** A mean of what one fact counts: left out where it counts nothing. */
export interface Mean<Facts> {
  readonly key: string;
  readonly label: string;
  readonly unit: MetricUnit;
  /** The sum, a whole number, which is no money. */
  readonly total: (facts: Facts) => number;
  readonly count: (facts: Facts) => number;
}

/**
 * A statistic of single values, such as the waits of all tickets. The metric's value is their median; the 90th
 * percentile, the mean and the count stand beside it. Groups add up as their values put together: the count and the
 * total do, a median never does.
 */
export interface Distribution<Facts> {
  readonly kind: 'DISTRIBUTION';
  /** The values in any order: whole numbers of the metric's unit, which is not money. */
  readonly samples: (facts: Facts) => readonly number[];
  /** What is counted beside them, such as those still waiting, who have no value yet. */
  readonly beside?: readonly Term<Facts>[];
}

/** A formula under a policy. */
export type Formula<Facts> = Quotient<Facts> | Distribution<Facts>;

/** The days a scan looks at, half-open, already held to what has happened. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** The days of the period that are still to come, for what is known to fall on them; absent once it is over. */
  readonly ahead?: { readonly start: number; readonly end: number };
}

/** Whose number it is. */
export type SubjectKind = 'PORTFOLIO' | 'SEGMENT' | 'ACCOUNT' | 'CSM';

/** What a scan reads besides the ledger. */
export interface Question {
  /** Whose number is asked for. @default a portfolio's */
  readonly subject?: SubjectKind;
  readonly ledger: Ledger;
  readonly selection: Selection;
  readonly policy: Policy;
  /** Only this survey's answers; every survey's when absent. */
  readonly survey?: string;
  /** Only answers to surveys of this kind, for metrics that read them all. */
  readonly surveyKind?: SurveyKind;
  /** The feature that a metric of one feature is about, by key. */
  readonly feature?: string;
}

/** What is gathered from a ledger over windows, in such a way that what was gathered from its parts adds up to it. */
export interface Gathering<Facts> {
  /** What it looks at, so that of a workspace too large for memory no more than that is loaded. */
  readonly reads: LedgerReads;
  /** Tells it from every other, where it is made anew each time it is asked. @default it is one of a kind */
  readonly key?: string;
  /** Facts of the selection as a whole, one entry a window. */
  collect(question: Question, windows: readonly Window[]): readonly Facts[];
  /** The same of each group of the question's selection, where all in one pass is faster than one by one. */
  collectGroups?(question: Question, grouping: Grouping, windows: readonly Window[]): readonly (readonly Facts[])[];
  /** Facts of a selection from those of its parts, each collected by itself from other accounts. */
  merge(parts: readonly Facts[]): Facts;
}

/**
 * Where a family of metrics gets its facts. Facts are additive: those of a group are the sum of those of its accounts
 * (single values are put together), which is why every number can be drilled down.
 */
export interface FactSource<Facts> extends Gathering<Facts> {
  readonly family: 'REVENUE' | 'ECONOMICS' | 'FEEDBACK' | 'HEALTH' | 'PRODUCT' | 'RENEWALS' | 'SUPPORT' | 'VALUE';
  /** The switches that facts hang on, so that questions which differ in others share theirs. @default every one */
  readonly switches?: readonly (keyof Policy)[];
  /**
   * Facts of one account in one window.
   *
   * @param whole facts of every account that the question is about, of which those at hand may be a part: what accounts
   *   share is measured out by them, and is left out without
   */
  collectAccount(question: Question, account: number, window: Window, whole?: Facts): Facts;
}

/** Something that a reading leaves out on purpose. */
export interface Exclusion {
  readonly reason: string;
  readonly explanation: string;
  readonly count: number;
}

/** How sure a sampled score is. */
export interface Sample {
  readonly size: number;
  /** Half the width of the 95 % interval, in the metric's unit. */
  readonly marginOfError: number;
}

/**
 * A metric: what it means, and its formula over a family's facts. A new metric is one file with one of these, plus its
 * line in the catalogue; the graph, the widgets and the docs take it from there.
 */
export interface Metric<Facts> {
  readonly key: string;
  readonly name: string;
  /** As short as it is said: `NRR`. */
  readonly shortName: string;
  readonly description: string;
  readonly formula: string;
  readonly unit: MetricUnit;
  readonly better: 'HIGHER' | 'LOWER' | 'NEITHER';
  /** Whether it is a state at the period's end rather than a flow over the period. */
  readonly balance: boolean;
  /**
   * The period it is read over where none is named.
   * @default the current month for a balance, else the last twelve complete months
   */
  readonly usualPeriod?: PeriodSpec;
  readonly source: FactSource<Facts>;
  readonly terms: (policy: Policy) => Formula<Facts>;
  /** What the quotient is multiplied by. @default 1 */
  readonly scale?: number;
  /** Why there is no number, where there is none; asked before dividing. */
  readonly undefinedBecause?: (facts: Facts, policy: Policy) => UndefinedReason | null;
  /** Whose number it has no meaning for: the reason is NOT_APPLICABLE. @default nobody's */
  readonly notFor?: readonly SubjectKind[];
  /** Every reason it can give, with what to tell a person. */
  readonly reasons: Readonly<
    Partial<Record<UndefinedReason, { readonly title: string; readonly explanation: string }>>
  >;
  /** Keys of the policy switches that change it. */
  readonly switches: readonly (keyof Policy)[];
  /** The value at which nothing changed, such as 1 for retention: a reference line, and where effects count from. */
  readonly neutral?: number;
  /** The period it is read over under a policy, where that is not the one asked for. */
  readonly period?: (asked: Period, policy: Policy) => Period;
  readonly sample?: (facts: Facts) => Sample;
  /** 0…1: how much of what could be known was known. @default 1 */
  readonly coverage?: (facts: Facts) => number;
  readonly excluded?: (facts: Facts, policy: Policy) => readonly Exclusion[];
  /** A source for the definition. */
  readonly see?: string;
}
