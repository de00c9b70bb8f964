import type { Day } from '../calendar/day.ts';
import type { Recognition } from '../recognition/recognition.ts';
import type { SurveyScale } from '../surveys/survey-scale.ts';
import type { AdvocacyColumns } from './advocacy-columns.ts';
import type { CommitmentColumns } from './commitment-columns.ts';
import type { ContractColumns } from './contract-columns.ts';
import type { CsmColumns } from './csm-columns.ts';
import type { HealthColumns, LedgerHealthBand } from './health-columns.ts';
import type { LedgerExtent } from './ledger-extent.ts';
import type { LedgerMilestone, MilestoneColumns } from './milestone-columns.ts';
import type { OutcomeColumns } from './outcome-columns.ts';
import type { LedgerStage, StageColumns } from './stage-columns.ts';
import type { ResolutionColumns, TicketColumns } from './ticket-columns.ts';
import type { TraitHistoryColumns } from './trait-history.ts';

/** One trait as a column: each account's code, and the value each code stands for. Code 0 is "not set". */
export interface TraitColumn {
  readonly key: string;
  readonly codes: Uint32Array;
  /** `values[0]` is `''`, for accounts without this trait. */
  readonly values: readonly string[];
}

/** The accounts of a workspace; every array has one entry an account. */
export interface AccountColumns {
  readonly count: number;
  readonly ids: readonly string[];
  readonly externalIds: readonly string[];
  readonly names: readonly string[];
  /** As they are now; {@link Ledger.traitHistory} knows what they were. */
  readonly traits: ReadonlyMap<string, TraitColumn>;
  /** Each account's tags as one value: see {@link joinTags}. */
  readonly tags: TraitColumn;
  /** The day each was created, as the host says; {@link unknownDay} where it does not. */
  readonly created: Int32Array;
  /** 1 where an amount was left out because no exchange rate was known. */
  readonly unconverted: Uint8Array;
}

/**
 * Movements by account, oldest first, those of exchange rates before others of their day: account `a` owns rows `offsets[a]`
 * to `offsets[a + 1]`.
 */
export interface MovementColumns {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  /** Codes of {@link movementKinds}. */
  readonly kinds: Uint8Array;
  /** Annualised minor units of the reporting currency, whole numbers. */
  readonly amounts: Float64Array;
}

/** Survey answers, oldest first. */
export interface ResponseColumns {
  readonly count: number;
  /** Index into `surveys`. */
  readonly survey: Uint16Array;
  /** Index of the account, or -1 where the answer belongs to none. */
  readonly account: Int32Array;
  /** The same number for answers of the same respondent. */
  readonly respondent: Uint32Array;
  readonly days: Int32Array;
  readonly answers: Int16Array;
  readonly surveys: readonly string[];
}

/** How often surveys were shown, oldest first; columns as in {@link ResponseColumns}. */
export interface ExposureColumns {
  readonly count: number;
  readonly survey: Uint16Array;
  readonly account: Int32Array;
  readonly days: Int32Array;
}

/** Costs in columns. Each is spread evenly over the time from its start up to, but not including, its end. */
export interface CostRows {
  /** Codes: indexes of {@link costCategories}. */
  readonly categories: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Minor units of the reporting currency; NaN where no exchange rate was known on the first day. */
  readonly amounts: Float64Array;
}

/** Costs by account, the earliest start first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. */
export interface CostColumns extends CostRows {
  readonly offsets: Uint32Array;
  /** Costs of the workspace as a whole, of no account. */
  readonly shared: CostRows;
}

/**
 * Who used the product on which day, by account: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. They are ordered
 * by day and, within a day, by user; a user who used several features on a day has a row for each.
 */
export interface UsageColumns {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  /** The same number for the same user of the same account, counted from 1; users of two accounts are never the same. */
  readonly users: Int32Array;
  /** Index into the ledger's features; 0 for use without a feature named. */
  readonly features: Uint16Array;
  /** How many sessions began with the feature, and how many seconds they lasted together; 0 where nobody counted. */
  readonly sessions: Int32Array;
  readonly seconds: Int32Array;
}

/** Licensed seats by account, oldest first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. */
export interface SeatColumns {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  /** How many from the day on, 0 or more. */
  readonly seats: Int32Array;
}

/** A part of the product whose use is counted. */
export interface LedgerFeature {
  /** `''` for the first of a ledger, which stands for use without a feature named. */
  readonly key: string;
  /** Its key where no name was given. */
  readonly name: string;
  /** The plans it belongs to: values of the trait `plan`. */
  readonly plans: readonly string[];
}

/**
 * A workspace's history in columns, at one data revision. Immutable: a write makes a new one. Any metric, filter and
 * period is a scan over it.
 */
export interface Ledger {
  readonly revision: string;
  /** Reporting currency of every amount. */
  readonly currency: string;
  readonly timeZone: string;
  /** Absent: it holds all of its workspace. */
  readonly extent?: LedgerExtent;
  /** What its movements take for recurring revenue. */
  readonly recognition: Recognition;
  readonly accounts: AccountColumns;
  readonly movements: MovementColumns;
  readonly commitments: CommitmentColumns;
  readonly responses: ResponseColumns;
  readonly exposures: ExposureColumns;
  /** By survey, which answers it takes; a survey that is missing here is NPS. */
  readonly surveyScales: ReadonlyMap<string, SurveyScale>;
  readonly health: HealthColumns;
  /** Every band that a score can fall in, model by model, each lowest first; at most 255. */
  readonly healthBands: readonly LedgerHealthBand[];
  readonly usage: UsageColumns;
  readonly seats: SeatColumns;
  readonly features: readonly LedgerFeature[];
  readonly milestones: MilestoneColumns;
  /** The milestones there are. */
  readonly milestoneList: readonly LedgerMilestone[];
  readonly outcomes: OutcomeColumns;
  readonly advocacy: AdvocacyColumns;
  readonly costs: CostColumns;
  readonly contracts: ContractColumns;
  readonly csms: CsmColumns;
  readonly traitHistory: TraitHistoryColumns;
  /** The stages that accounts can be in, in order. */
  readonly lifecycle: readonly LedgerStage[];
  readonly stages: StageColumns;
  readonly tickets: TicketColumns;
  readonly resolutions: ResolutionColumns;
}

/** The recurring revenue of an account that covers the day before `day`: annualised minor units. */
export function balanceBefore(ledger: Ledger, account: number, day: Day): number {
  const { offsets, days, amounts } = ledger.movements;
  let balance = 0;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    if ((days[row] ?? 0) >= day) break;
    balance += amounts[row] ?? 0;
  }
  return balance;
}

/** The seats an account is licensed for on the day before `day`; `undefined` where none were reported by then. */
export function seatsBefore({ seats }: Ledger, account: number, day: Day): number | undefined {
  for (let row = (seats.offsets[account + 1] ?? 0) - 1; row >= (seats.offsets[account] ?? 0); row--) {
    if ((seats.days[row] ?? 0) < day) return seats.seats[row];
  }
  return undefined;
}
