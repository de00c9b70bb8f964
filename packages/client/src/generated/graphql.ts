/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which accounts a question is about. Parts given together must all hold. At most 8 deep and 1000 parts and values in all, those of segments included. */
export type AccountFilter = {
  /** The account is one of these. */
  readonly accounts?: ReadonlyArray<string> | null | undefined;
  /** All of these hold. */
  readonly and?: ReadonlyArray<AccountFilter> | null | undefined;
  /** Health band today. */
  readonly band?: BandFilter | null | undefined;
  /** The day it was lost; accounts that pay today, or never did, are in no range. */
  readonly churnedOn?: DayRange | null | undefined;
  /** The day it was created; accounts of which it is not known are in no range. */
  readonly createdOn?: DayRange | null | undefined;
  /** One of some CSMs serves it, or none. */
  readonly csm?: CsmFilter | null | undefined;
  /** The day of the first payment; accounts that never paid are in no range. */
  readonly customerSince?: DayRange | null | undefined;
  /** Health score today; accounts without one are in no range. */
  readonly health?: ScoreRange | null | undefined;
  /** Monthly recurring revenue today. */
  readonly mrr?: MoneyRange | null | undefined;
  /** This does not hold. */
  readonly not?: AccountFilter | null | undefined;
  /** At least one of these holds. */
  readonly or?: ReadonlyArray<AccountFilter> | null | undefined;
  /** The name or the host’s id contains this, whatever the case; at most 200 characters. */
  readonly search?: string | null | undefined;
  /** It is in one of some saved segments. */
  readonly segment?: SegmentFilter | null | undefined;
  /** It is in one of some stages of its life, or in none. */
  readonly stage?: StageFilter | null | undefined;
  /** It has some tags, and has not others. */
  readonly tags?: TagsFilter | null | undefined;
  /** A trait, such as the plan or the region, has one of some values. */
  readonly trait?: TraitFilter | null | undefined;
};

/** The groups that answers fall in: three for each kind of survey, and each answer in exactly one. */
export type AnswerBucket =
  /** NPS: 0 to 6. */
  | 'DETRACTOR'
  /** CSAT: 1 and 2 of 5, 1 to 3 of 10. */
  | 'DISSATISFIED'
  /** CES: the top 2 of 5 or top 3 of 7, the bottom ones where low is easy. */
  | 'EASY'
  /** CES: as many answers at the bad end as are EASY at the good one. */
  | 'HARD'
  /** CSAT and CES: what lies between. */
  | 'NEUTRAL'
  /** NPS: 7 and 8. */
  | 'PASSIVE'
  /** NPS: 9 and 10. */
  | 'PROMOTER'
  /** CSAT: 4 and 5 of 5, 8 to 10 of 10. */
  | 'SATISFIED';

/** Whether a change is good news. */
export type Assessment =
  /** Good news. */
  | 'BETTER'
  /** Neither. */
  | 'NEUTRAL'
  /** Bad news. */
  | 'WORSE';

/** Accounts by the health band they are in today. */
export type BandFilter = {
  /** Keys of bands; "" stands for accounts without a score. A key that no band has holds for no account. */
  readonly in: ReadonlyArray<string>;
};

/** How a band is meant. */
export type BandTone =
  /** In danger. */
  | 'BAD'
  /** All is well. */
  | 'GOOD'
  /** Worth watching. */
  | 'WATCH';

/** Which way a value went. */
export type ChangeDirection =
  /** Down. */
  | 'DOWN'
  /** Nowhere. */
  | 'FLAT'
  /** Up. */
  | 'UP';

/** When the revenue of somebody who cancels goes. */
export type ChurnAt =
  /** On the day it is cancelled. */
  | 'CANCELLATION'
  /** When what was paid for ends. */
  | 'END_OF_PAID_PERIOD';

/** What lost customers are divided by. */
export type ChurnDenominator =
  /** Customers at the start. */
  | 'CUSTOMERS_AT_START'
  /** Customers at the start plus new ones. */
  | 'START_PLUS_NEW';

/** Whether CMRR counts what is signed and starts later. */
export type CmrrSigned =
  /** Not counted. */
  | 'EXCLUDE'
  /** Counted. */
  | 'INCLUDE';

/** What a reading is compared with. A flow over an unfinished period is compared with as many days. */
export type Comparison =
  /** Nothing. */
  | 'NONE'
  /** The period of the same length just before. */
  | 'PREVIOUS_PERIOD'
  /** The same dates a year before; whole weeks 52 weeks before. 28 February stands for a 29th. */
  | 'PREVIOUS_YEAR'
  /** What the workspace aims for: `change` is the value less `target`, and `previous` is null. */
  | 'TARGET';

/** Accounts by their CSM, in either of these ways. Refused to tokens for some accounts. */
export type CsmFilter = {
  /** One of these CSMs, by the host’s id. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Accounts that no known CSM serves, too. */
  readonly none?: boolean;
};

/** Days from `start` up to, but not including, `end`. */
export type DateRange = {
  /** The first day that no longer belongs to it. */
  readonly end: string;
  /** The first day. */
  readonly start: string;
};

/** Days from one up to, but not including, another. */
export type DayRange = {
  /** The first day. */
  readonly from?: string | null | undefined;
  /** The first day that is too late. */
  readonly until?: string | null | undefined;
};

/** Which discounts lower recurring revenue. */
export type DiscountPolicy =
  /** Not taken off. */
  | 'IGNORE'
  /** Taken off only where they never end. */
  | 'SUBTRACT_FOREVER_ONLY'
  /** Taken off while they last. */
  | 'SUBTRACT_WHILE_ACTIVE';

/** What is done with a factor. */
export type FactorOperation =
  /** What comes before is divided by it. */
  | 'DIVIDED_BY'
  /** What comes before is multiplied by it. */
  | 'TIMES';

/** What counts as the first response to a ticket. */
export type FirstResponse =
  /** A public reply by an agent or a bot. */
  | 'ANY_PUBLIC_REPLY'
  /** A public reply by an agent. */
  | 'PUBLIC_AGENT_REPLY';

/** At which rate other currencies are held. */
export type FxPolicy =
  /** At the rate of the day they moved. */
  | 'RATE_AT_MOVEMENT'
  /** At the rate of the first of each month. */
  | 'REVALUE_MONTHLY';

/** Why the viewer is not asked. */
export type IneligibleReason =
  /** The viewer answered within the last 90 days. */
  | 'ANSWERED'
  /** The survey takes no answers. */
  | 'CLOSED'
  /** The token stands for no person: API keys are not asked. */
  | 'NOBODY';

/** The last complete calendar units before today. */
export type LastPeriods = {
  /** How many, 1 or more. */
  readonly count: number;
  /** Whether the unfinished unit that holds today is the last of them. */
  readonly includeCurrent?: boolean;
  /** Of what. */
  readonly unit: PeriodUnit;
};

/** What a customer is worth. */
export type LtvMethod =
  /** ARPA times margin over churn. */
  | 'ARPA_MARGIN_OVER_CHURN'
  /** ARPA over churn, without the cost to serve. */
  | 'ARPA_OVER_CHURN'
  /** Revenue of the period per customer. */
  | 'REVENUE_PER_CUSTOMER';

/** Whether metered charges count as recurring revenue. */
export type MeteredPolicy =
  /** Not counted. */
  | 'EXCLUDE'
  /** Counted by the average of the last three months. */
  | 'INCLUDE_TRAILING_AVERAGE';

/** What a metric is about. */
export type MetricFamily =
  /** What customers bring beside what they cost. */
  | 'ECONOMICS'
  /** What people answered. */
  | 'FEEDBACK'
  /** How customers are doing. */
  | 'HEALTH'
  /** How the product is used. */
  | 'PRODUCT'
  /** Contracts that come up for renewal, and revenue at risk. */
  | 'RENEWALS'
  /** Recurring revenue. */
  | 'REVENUE'
  /** How fast help comes, and how much of it is asked for. */
  | 'SUPPORT'
  /** What customers achieve with the product, and whether they speak for it. */
  | 'VALUE';

/** A metric of the catalogue. */
export type MetricKey =
  /** Adoption breadth: Σ features used of those in the plan ÷ Σ features in the plan. */
  | 'ADOPTION_BREADTH'
  /** Advocacy rate: customers with an act of advocacy ÷ customers. */
  | 'ADVOCACY'
  /** Average revenue per account: MRR ÷ customers. */
  | 'ARPA'
  /** Annual recurring revenue: 12 × MRR, at the end of the period. */
  | 'ARR'
  /** ARR per CSM: ARR ÷ Σ FTE of ramped CSMs, at the end of the period. */
  | 'ARR_PER_CSM'
  /** Customer acquisition cost: acquisition cost ÷ customers won. */
  | 'CAC'
  /** CAC payback: CAC ÷ (ARPA × margin), in months. */
  | 'CAC_PAYBACK'
  /** Customer effort score: found it easy ÷ answered. */
  | 'CES'
  /** Churned MRR: Σ MRR of accounts on the day nothing was left. */
  | 'CHURNED_MRR'
  /** Committed monthly recurring revenue: (recurring revenue a year − what is set to cancel) ÷ 12, at the end of the period. */
  | 'CMRR'
  /** Contraction MRR: Σ decreases of MRR of accounts that stayed. */
  | 'CONTRACTION_MRR'
  /** Cost to carry: (success + support + product cost) ÷ recurring revenue over the period. */
  | 'COST_TO_CARRY'
  /** Customer retention cost: retention cost ÷ customers kept. */
  | 'CRC'
  /** Customer retention cost per ARR: retention cost ÷ Σ min(ARR at the start, ARR at the end). */
  | 'CRC_PER_ARR'
  /** Customer satisfaction: satisfied ÷ answered. */
  | 'CSAT'
  /** Customers: paying accounts, at the end of the period. */
  | 'CUSTOMERS'
  /** Expansion MRR: Σ increases of MRR of paying accounts. */
  | 'EXPANSION_MRR'
  /** Expansion rate: expansion ÷ start. */
  | 'EXPANSION_RATE'
  /** Feature adoption: users of the feature ÷ active users. */
  | 'FEATURE_ADOPTION'
  /** First resolution time: median of first resolution − creation. */
  | 'FIRST_RESOLUTION_TIME'
  /** First response time: median of first public reply − creation. */
  | 'FIRST_RESPONSE_TIME'
  /** Full resolution time: median of latest resolution − creation. */
  | 'FULL_RESOLUTION_TIME'
  /** FX MRR: Σ changes of MRR from exchange rates. */
  | 'FX_MRR'
  /** Gross MRR churn: (churn + contraction) ÷ start. */
  | 'GROSS_MRR_CHURN'
  /** Gross revenue retention: Σ over accounts of min(start, end) ÷ Σ start. */
  | 'GRR'
  /** Customer health: Σ health scores ÷ accounts with a score. */
  | 'HEALTH'
  /** Logo churn: customers lost ÷ customers at the start. */
  | 'LOGO_CHURN'
  /** Logo retention: customers kept ÷ customers at the start. */
  | 'LOGO_RETENTION'
  /** Losses to wins: customers lost ÷ customers won. */
  | 'LOSS_TO_WIN'
  /** Customer lifetime value: ARPA × margin ÷ monthly churn. */
  | 'LTV'
  /** LTV to CAC: LTV ÷ CAC. */
  | 'LTV_TO_CAC'
  /** Monthly recurring revenue: recurring revenue a year ÷ 12, at the end of the period. */
  | 'MRR'
  /** MRR after churn: MRR − churned MRR. */
  | 'NET_MRR_AFTER_CHURN'
  /** Net MRR churn: (churn + contraction − expansion − reactivation) ÷ start. */
  | 'NET_MRR_CHURN'
  /** Net new MRR: new + expansion + reactivation − contraction − churn + FX. */
  | 'NET_NEW_MRR'
  /** New MRR: Σ MRR of first purchases in the period. */
  | 'NEW_MRR'
  /** Net Promoter Score: 100 × (promoters − detractors) ÷ answered. */
  | 'NPS'
  /** Net revenue retention: (start + expansion − contraction − churn) ÷ start. */
  | 'NRR'
  /** Product adoption: active users ÷ licensed seats. */
  | 'PRODUCT_ADOPTION'
  /** Quick ratio: (new + expansion) ÷ (contraction + churn). */
  | 'QUICK_RATIO'
  /** Reactivation MRR: Σ MRR of returns in the period. */
  | 'REACTIVATION_MRR'
  /** Renewal rate: Σ min(renewed, due) ÷ Σ due, of contracts with their renewal day in the period. */
  | 'RENEWAL_RATE'
  /** Logo renewal rate: customers who renewed ÷ customers with a contract due. */
  | 'RENEWAL_RATE_LOGOS'
  /** Response rate: answered ÷ shown. */
  | 'RESPONSE_RATE'
  /** Revenue at risk: ARR of accounts in a bad health band, at the end of the period. */
  | 'REVENUE_AT_RISK'
  /** Session time: median of the seconds of each session. */
  | 'SESSION_TIME'
  /** Stickiness (DAU/MAU): user-days ÷ (active users × days). */
  | 'STICKINESS'
  /** Weekly stickiness (WAU/MAU): user-weeks ÷ (active users × weeks). */
  | 'STICKINESS_WEEKLY'
  /** Tickets opened: tickets created in the period. */
  | 'TICKETS'
  /** Tickets per account: tickets of paying accounts ÷ paying accounts. */
  | 'TICKETS_PER_ACCOUNT'
  /** Time to first value: median of the days from the start to the first value, of those who reached it in the period. */
  | 'TIME_TO_FIRST_VALUE'
  /** User adoption: users active in at least k of the last n weeks ÷ users active in those weeks. */
  | 'USER_ADOPTION'
  /** Value realization: outcomes reached ÷ outcomes due. */
  | 'VALUE_REALIZATION';

/** How a number stands against its target. */
export type MetricStatus =
  /** The target is missed. */
  | 'BAD'
  /** The target is met. */
  | 'GOOD'
  /** The target is missed, but not by much. */
  | 'WATCH';

/** What a value is measured in. */
export type MetricUnit =
  /** A head count, or another plain number. */
  | 'COUNT'
  /** Days. */
  | 'DAYS'
  /** Seconds. */
  | 'DURATION'
  /** A share: 0.965 is 96.5 %. */
  | 'FRACTION'
  /** Major units of the workspace’s currency; `money` has it exactly. */
  | 'MONEY'
  /** Months. */
  | 'MONTHS'
  /** How many times over. */
  | 'MULTIPLE'
  /** −100 to 100. */
  | 'POINTS'
  /** 0 to 100. */
  | 'SCORE';

/** A half-open range of amounts in the workspace’s currency. */
export type MoneyRange = {
  /** This much or more, such as "250.00". */
  readonly atLeast?: string | null | undefined;
  /** Less than this. */
  readonly below?: string | null | undefined;
  /** The currency the amounts are in; refused unless it is the workspace’s, which is meant when left out. */
  readonly currency?: string | null | undefined;
};

/** Which answers of one respondent count in NPS. */
export type NpsAnswer =
  /** Every answer. */
  | 'EVERY'
  /** The latest of each respondent. */
  | 'LATEST_PER_RESPONDENT';

/** How NRR is worked out. */
export type NrrMethod =
  /** Movements of the opening customers. */
  | 'PERIODIC'
  /** Customers of 12 months ago, now over then. */
  | 'TRAILING_12_COHORT';

/** Whether returns count in NRR. */
export type NrrReactivation =
  /** Not counted. */
  | 'EXCLUDE'
  /** Counted. */
  | 'INCLUDE';

/** Whether subscriptions whose payment is late count. */
export type PastDuePolicy =
  /** Counted. */
  | 'COUNT'
  /** Not counted. */
  | 'DROP';

/** What a paused subscription is worth. */
export type PausedPolicy =
  /** Counted. */
  | 'COUNT'
  /** Worth nothing while paused. */
  | 'ZERO';

/** A period, named in exactly one way. Periods are half-open, in the workspace’s time zone and at most 50 years long. */
export type PeriodInput =
  {   /** The unfinished unit that holds today. */
  readonly current: PeriodUnit; readonly fiscalYear?: never; readonly last?: never; readonly month?: never; readonly range?: never; readonly year?: never; }
  |  { readonly current?: never;   /** A fiscal year of the workspace, by the calendar year in which it ends: 2026 for FY2026. */
  readonly fiscalYear: number; readonly last?: never; readonly month?: never; readonly range?: never; readonly year?: never; }
  |  { readonly current?: never; readonly fiscalYear?: never;   /** The last complete calendar units. */
  readonly last: LastPeriods; readonly month?: never; readonly range?: never; readonly year?: never; }
  |  { readonly current?: never; readonly fiscalYear?: never; readonly last?: never;   /** A calendar month. */
  readonly month: string; readonly range?: never; readonly year?: never; }
  |  { readonly current?: never; readonly fiscalYear?: never; readonly last?: never; readonly month?: never;   /** Explicit days. */
  readonly range: DateRange; readonly year?: never; }
  |  { readonly current?: never; readonly fiscalYear?: never; readonly last?: never; readonly month?: never; readonly range?: never;   /** A calendar year. */
  readonly year: number; };

/** A calendar unit. Weeks begin on Monday, fiscal years in the month that the workspace says (`Workspace.fiscalYearStartsIn`). */
export type PeriodUnit =
  /** A day. */
  | 'DAY'
  /** A quarter of the workspace’s fiscal year. */
  | 'FISCAL_QUARTER'
  /** A fiscal year of the workspace. */
  | 'FISCAL_YEAR'
  /** A calendar month. */
  | 'MONTH'
  /** A calendar quarter. */
  | 'QUARTER'
  /** A week from Monday. */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** Policy switches, to override for one question or to set for the workspace; those left out stay as they are. */
export type PolicyInput = {
  /** When the revenue of somebody who cancels goes. */
  readonly churnAt?: ChurnAt | null | undefined;
  /** What lost customers are divided by. */
  readonly churnDenominator?: ChurnDenominator | null | undefined;
  /** Whether CMRR counts what is signed and starts later. */
  readonly cmrrSigned?: CmrrSigned | null | undefined;
  /** Which discounts lower recurring revenue. */
  readonly discounts?: DiscountPolicy | null | undefined;
  /** What counts as the first response to a ticket. */
  readonly firstResponse?: FirstResponse | null | undefined;
  /** At which rate other currencies are held. */
  readonly fx?: FxPolicy | null | undefined;
  /** The longest lifetime that LTV counts with, in months; null: no limit. Give a whole number from 1 to 1200, or null for none. */
  readonly ltvCapMonths?: number | null | undefined;
  /** Months that churn is averaged over in LTV. Give a whole number from 1 to 60. */
  readonly ltvChurnMonths?: number | null | undefined;
  /** What a customer is worth. */
  readonly ltvMethod?: LtvMethod | null | undefined;
  /** Whether metered charges count as recurring revenue. */
  readonly metered?: MeteredPolicy | null | undefined;
  /** Fewest answers a score is given for. Give a whole number of 1 or more. */
  readonly minimumSample?: number | null | undefined;
  /** Which answers of one respondent count in NPS. */
  readonly npsAnswer?: NpsAnswer | null | undefined;
  /** How NRR is worked out. */
  readonly nrrMethod?: NrrMethod | null | undefined;
  /** Whether returns count in NRR. */
  readonly nrrReactivation?: NrrReactivation | null | undefined;
  /** Whether subscriptions whose payment is late count. */
  readonly pastDue?: PastDuePolicy | null | undefined;
  /** What a paused subscription is worth. */
  readonly paused?: PausedPolicy | null | undefined;
  /** A return after more than this many days counts as new; null: never. Give a whole number of 1 or more, or null for none. */
  readonly reactivationWindowDays?: number | null | undefined;
  /** Whether customers won and lost within one period count as lost. */
  readonly samePeriodChurn?: SamePeriodChurn | null | undefined;
  /** In which time support is measured. */
  readonly supportHours?: SupportHours | null | undefined;
  /** Whether a trial counts before it converts. */
  readonly trial?: TrialPolicy | null | undefined;
  /** In how many of those weeks a user must have been active; no more than there are. Give a whole number from 1 to 520. */
  readonly userAdoptionAtLeast?: number | null | undefined;
  /** How many weeks back user adoption looks. Give a whole number from 1 to 520. */
  readonly userAdoptionWeeks?: number | null | undefined;
};

/** The viewer saw a survey. */
export type RecordSurveyExposureInput = {
  /** Whether it was put aside without an answer. */
  readonly dismissed?: boolean;
  /** Key of the survey. */
  readonly survey: string;
};

/** Whether customers won and lost within one period count as lost. */
export type SamePeriodChurn =
  /** Counted as lost. */
  | 'COUNT'
  /** Not counted as lost. */
  | 'IGNORE';

/** A half-open range of scores. */
export type ScoreRange = {
  /** This or more. */
  readonly atLeast?: number | null | undefined;
  /** Less than this. */
  readonly below?: number | null | undefined;
};

/** Accounts by saved segment. Refused to tokens for some accounts. */
export type SegmentFilter = {
  /** Keys of segments; the account is in at least one of them. */
  readonly in: ReadonlyArray<string>;
};

/** Accounts by the stage they are in. */
export type StageFilter = {
  /** Any of these stages, by key. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Whether accounts in no stage count too. */
  readonly none?: boolean;
  /** On which day; today when left out, and at the latest. */
  readonly on?: string | null | undefined;
};

/** An answer. Who answers, and for which account, comes from the token. */
export type SubmitSurveyResponseInput = {
  /** A whole number of the survey’s scale. */
  readonly answer: number;
  /** What they wrote, at most 10,000 characters. */
  readonly comment?: string | null | undefined;
  /** Chosen by the respondent once per answer, 1 to 200 characters; sending the same answer again with it changes nothing, however much later. The header `Idempotency-Key` is another key, which covers the whole request for 24 hours. */
  readonly idempotencyKey: string;
  /** Key of the survey. */
  readonly survey: string;
};

/** In which time support is measured. */
export type SupportHours =
  /** Business hours. */
  | 'BUSINESS'
  /** Calendar time. */
  | 'CALENDAR';

/** Accounts by their tags. Parts given together must all hold. */
export type TagsFilter = {
  /** Every one of these. */
  readonly all?: ReadonlyArray<string> | null | undefined;
  /** At least one of these; an empty list holds for no account. */
  readonly any?: ReadonlyArray<string> | null | undefined;
  /** Not one of these. */
  readonly none?: ReadonlyArray<string> | null | undefined;
};

/** Where in the formula a term stands. */
export type TermSide =
  /** Below the line. */
  | 'DENOMINATOR'
  /** Above the line. */
  | 'NUMERATOR'
  /** In no line: a statistic of the single values behind a median (`MEDIAN`, `P90`, `MEAN`, `COUNT`), or a count beside them. */
  | 'STATISTIC';

/** Whether a term is added or taken off. */
export type TermSign =
  /** Taken off. */
  | 'MINUS'
  /** Added. */
  | 'PLUS';

/** Accounts by the value of a trait. */
export type TraitFilter = {
  /** Any of these values; "" stands for accounts without the trait. */
  readonly in: ReadonlyArray<string>;
  /** The trait’s key, such as `plan`. */
  readonly key: string;
  /** As the value was on this day; as it is now when left out. The first value that is known holds before it too. */
  readonly on?: string | null | undefined;
};

/** Whether a trial counts before it converts. */
export type TrialPolicy =
  /** Not counted before they convert. */
  | 'EXCLUDE'
  /** Counted from their first day. */
  | 'INCLUDE';

/** Why there is no number. */
export type UndefinedReason =
  /** Fewer answers than the policy gives a score for. */
  | 'BELOW_MINIMUM_SAMPLE'
  /** The metric has no meaning for this subject. */
  | 'NOT_APPLICABLE'
  /** Nothing to divide by. */
  | 'NO_BASE'
  /** Nobody left, and nothing limits a lifetime. */
  | 'NO_CHURN'
  /** No cost that it needs is known. */
  | 'NO_COST_DATA'
  /** Nothing was lost in the period. */
  | 'NO_LOSSES'
  /** Serving customers costs all that they bring. */
  | 'NO_MARGIN'
  /** No contract came up for renewal. */
  | 'NO_RENEWALS_DUE'
  /** Nobody answered in the period. */
  | 'NO_RESPONSES'
  /** No business hours are known to count in. */
  | 'NO_SCHEDULE'
  /** Nothing is known about the accounts. */
  | 'NO_SCORES'
  /** There are no tickets to read it from. */
  | 'NO_TICKETS'
  /** No use of the product is known for the period. */
  | 'NO_USAGE_DATA';

export type HealthBandPartsFragment = { readonly key: string, readonly label: string, readonly from: number, readonly to: number, readonly tone: BandTone };

export type HealthPartsFragment = { readonly score: number | null, readonly reason: UndefinedReason | null, readonly coverage: number, readonly asOf: string, readonly model: string | null, readonly revision: string, readonly band: { readonly key: string, readonly label: string, readonly from: number, readonly to: number, readonly tone: BandTone } | null, readonly bands: ReadonlyArray<{ readonly key: string, readonly label: string, readonly from: number, readonly to: number, readonly tone: BandTone }>, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly weight: number, readonly effectiveWeight: number, readonly score: number | null, readonly value: string | null, readonly contribution: number, readonly missing: boolean, readonly stale: boolean, readonly observedOn: string | null, readonly band: { readonly key: string, readonly label: string, readonly from: number, readonly to: number, readonly tone: BandTone } | null }>, readonly change: { readonly amount: number, readonly since: string, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly amount: number }> } | null };

export type AccountHealthQueryVariables = Exact<{
  externalId: string;
}>;


export type AccountHealthQuery = { readonly account: { readonly id: string, readonly name: string, readonly health: { readonly score: number | null, readonly reason: UndefinedReason | null, readonly coverage: number, readonly asOf: string, readonly model: string | null, readonly revision: string, readonly band: { readonly key: string, readonly label: string, readonly from: number, readonly to: number, readonly tone: BandTone } | null, readonly bands: ReadonlyArray<{ readonly key: string, readonly label: string, readonly from: number, readonly to: number, readonly tone: BandTone }>, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly weight: number, readonly effectiveWeight: number, readonly score: number | null, readonly value: string | null, readonly contribution: number, readonly missing: boolean, readonly stale: boolean, readonly observedOn: string | null, readonly band: { readonly key: string, readonly label: string, readonly from: number, readonly to: number, readonly tone: BandTone } | null }>, readonly change: { readonly amount: number, readonly since: string, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly amount: number }> } | null } } | null };

export type PeriodPartsFragment = { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null };

export type MoneyPartsFragment = { readonly amount: string, readonly currency: string };

export type DefinitionPartsFragment = { readonly key: MetricKey, readonly name: string, readonly shortName: string, readonly formula: string, readonly unit: MetricUnit, readonly family: MetricFamily, readonly balance: boolean, readonly policySwitches: ReadonlyArray<string>, readonly undefinedReasons: ReadonlyArray<{ readonly reason: UndefinedReason, readonly title: string, readonly explanation: string }> };

export type ReadingPartsFragment = { readonly value: number | null, readonly reason: UndefinedReason | null, readonly status: MetricStatus | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly lowSample: boolean, readonly coverage: number, readonly revision: string, readonly asOf: string, readonly definition: { readonly key: MetricKey, readonly name: string, readonly shortName: string, readonly formula: string, readonly unit: MetricUnit, readonly family: MetricFamily, readonly balance: boolean, readonly policySwitches: ReadonlyArray<string>, readonly undefinedReasons: ReadonlyArray<{ readonly reason: UndefinedReason, readonly title: string, readonly explanation: string }> }, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null, readonly terms: ReadonlyArray<{ readonly key: string, readonly label: string, readonly side: TermSide, readonly sign: TermSign, readonly unit: MetricUnit, readonly value: number, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly unit: MetricUnit, readonly value: number | null, readonly capped: boolean, readonly side: FactorOperation, readonly sign: FactorOperation, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly previous: { readonly value: number | null, readonly revision: string, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null } } | null, readonly change: { readonly absolute: number, readonly relative: number | null, readonly direction: ChangeDirection, readonly assessment: Assessment, readonly withinMargin: boolean } | null, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly explanation: string, readonly count: number }>, readonly policy: { readonly summary: ReadonlyArray<{ readonly key: string, readonly value: string, readonly label: string, readonly isDefault: boolean }> } };

export type SeriesPartsFragment = { readonly granularity: PeriodUnit, readonly revision: string, readonly points: ReadonlyArray<{ readonly value: number | null, readonly reason: UndefinedReason | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null }> };

export type PortfolioMetricQueryVariables = Exact<{
  key: MetricKey;
  period?: PeriodInput | null | undefined;
  compare?: Comparison;
  policy?: PolicyInput | null | undefined;
  filter?: AccountFilter | null | undefined;
  seriesPeriod?: PeriodInput | null | undefined;
  granularity?: PeriodUnit;
  trailing?: number;
}>;


export type PortfolioMetricQuery = { readonly portfolio: { readonly metric: { readonly accountCount: number, readonly value: number | null, readonly reason: UndefinedReason | null, readonly status: MetricStatus | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly lowSample: boolean, readonly coverage: number, readonly revision: string, readonly asOf: string, readonly definition: { readonly key: MetricKey, readonly name: string, readonly shortName: string, readonly formula: string, readonly unit: MetricUnit, readonly family: MetricFamily, readonly balance: boolean, readonly policySwitches: ReadonlyArray<string>, readonly undefinedReasons: ReadonlyArray<{ readonly reason: UndefinedReason, readonly title: string, readonly explanation: string }> }, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null, readonly terms: ReadonlyArray<{ readonly key: string, readonly label: string, readonly side: TermSide, readonly sign: TermSign, readonly unit: MetricUnit, readonly value: number, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly unit: MetricUnit, readonly value: number | null, readonly capped: boolean, readonly side: FactorOperation, readonly sign: FactorOperation, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly previous: { readonly value: number | null, readonly revision: string, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null } } | null, readonly change: { readonly absolute: number, readonly relative: number | null, readonly direction: ChangeDirection, readonly assessment: Assessment, readonly withinMargin: boolean } | null, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly explanation: string, readonly count: number }>, readonly policy: { readonly summary: ReadonlyArray<{ readonly key: string, readonly value: string, readonly label: string, readonly isDefault: boolean }> } }, readonly series: { readonly granularity: PeriodUnit, readonly revision: string, readonly points: ReadonlyArray<{ readonly value: number | null, readonly reason: UndefinedReason | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null }> } } };

export type AccountMetricQueryVariables = Exact<{
  externalId: string;
  key: MetricKey;
  period?: PeriodInput | null | undefined;
  compare?: Comparison;
  policy?: PolicyInput | null | undefined;
  seriesPeriod?: PeriodInput | null | undefined;
  granularity?: PeriodUnit;
  trailing?: number;
}>;


export type AccountMetricQuery = { readonly account: { readonly id: string, readonly name: string, readonly metric: { readonly value: number | null, readonly reason: UndefinedReason | null, readonly status: MetricStatus | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly lowSample: boolean, readonly coverage: number, readonly revision: string, readonly asOf: string, readonly definition: { readonly key: MetricKey, readonly name: string, readonly shortName: string, readonly formula: string, readonly unit: MetricUnit, readonly family: MetricFamily, readonly balance: boolean, readonly policySwitches: ReadonlyArray<string>, readonly undefinedReasons: ReadonlyArray<{ readonly reason: UndefinedReason, readonly title: string, readonly explanation: string }> }, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null, readonly terms: ReadonlyArray<{ readonly key: string, readonly label: string, readonly side: TermSide, readonly sign: TermSign, readonly unit: MetricUnit, readonly value: number, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly unit: MetricUnit, readonly value: number | null, readonly capped: boolean, readonly side: FactorOperation, readonly sign: FactorOperation, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly previous: { readonly value: number | null, readonly revision: string, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null } } | null, readonly change: { readonly absolute: number, readonly relative: number | null, readonly direction: ChangeDirection, readonly assessment: Assessment, readonly withinMargin: boolean } | null, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly explanation: string, readonly count: number }>, readonly policy: { readonly summary: ReadonlyArray<{ readonly key: string, readonly value: string, readonly label: string, readonly isDefault: boolean }> } }, readonly series: { readonly granularity: PeriodUnit, readonly revision: string, readonly points: ReadonlyArray<{ readonly value: number | null, readonly reason: UndefinedReason | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null }> } } | null };

export type DistributionPartsFragment = { readonly answered: number, readonly shown: number, readonly responseRate: number | null, readonly buckets: ReadonlyArray<{ readonly bucket: AnswerBucket, readonly count: number, readonly share: number | null }> };

export type NpsScoreQueryVariables = Exact<{
  survey: string;
  period?: PeriodInput | null | undefined;
  compare?: Comparison;
  filter?: AccountFilter | null | undefined;
  policy?: PolicyInput | null | undefined;
  trendPeriod?: PeriodInput | null | undefined;
  granularity?: PeriodUnit;
}>;


export type NpsScoreQuery = { readonly survey: { readonly id: string, readonly key: string, readonly name: string, readonly score: { readonly value: number | null, readonly reason: UndefinedReason | null, readonly status: MetricStatus | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly lowSample: boolean, readonly coverage: number, readonly revision: string, readonly asOf: string, readonly definition: { readonly key: MetricKey, readonly name: string, readonly shortName: string, readonly formula: string, readonly unit: MetricUnit, readonly family: MetricFamily, readonly balance: boolean, readonly policySwitches: ReadonlyArray<string>, readonly undefinedReasons: ReadonlyArray<{ readonly reason: UndefinedReason, readonly title: string, readonly explanation: string }> }, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null, readonly terms: ReadonlyArray<{ readonly key: string, readonly label: string, readonly side: TermSide, readonly sign: TermSign, readonly unit: MetricUnit, readonly value: number, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly factors: ReadonlyArray<{ readonly key: string, readonly label: string, readonly unit: MetricUnit, readonly value: number | null, readonly capped: boolean, readonly side: FactorOperation, readonly sign: FactorOperation, readonly money: { readonly amount: string, readonly currency: string } | null }>, readonly previous: { readonly value: number | null, readonly revision: string, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null } } | null, readonly change: { readonly absolute: number, readonly relative: number | null, readonly direction: ChangeDirection, readonly assessment: Assessment, readonly withinMargin: boolean } | null, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly explanation: string, readonly count: number }>, readonly policy: { readonly summary: ReadonlyArray<{ readonly key: string, readonly value: string, readonly label: string, readonly isDefault: boolean }> } }, readonly distribution: { readonly answered: number, readonly shown: number, readonly responseRate: number | null, readonly buckets: ReadonlyArray<{ readonly bucket: AnswerBucket, readonly count: number, readonly share: number | null }> }, readonly trend: { readonly granularity: PeriodUnit, readonly revision: string, readonly points: ReadonlyArray<{ readonly value: number | null, readonly reason: UndefinedReason | null, readonly sampleSize: number | null, readonly marginOfError: number | null, readonly period: { readonly start: string, readonly end: string, readonly open: boolean, readonly daysLeft: number, readonly unit: PeriodUnit | null, readonly count: number | null }, readonly money: { readonly amount: string, readonly currency: string } | null }> } } | null };

export type SurveyRespondedSubscriptionVariables = Exact<{
  survey?: string | null | undefined;
}>;


export type SurveyRespondedSubscription = { readonly surveyResponded: { readonly revision: string, readonly survey: { readonly id: string } } };

export type SurveyPartsFragment = { readonly id: string, readonly key: string, readonly name: string, readonly question: string, readonly lowLabel: string, readonly highLabel: string, readonly thanks: string, readonly open: boolean, readonly followUps: ReadonlyArray<{ readonly bucket: AnswerBucket, readonly question: string }> };

export type NpsSurveyQueryVariables = Exact<{
  survey: string;
}>;


export type NpsSurveyQuery = { readonly survey: { readonly id: string, readonly key: string, readonly name: string, readonly question: string, readonly lowLabel: string, readonly highLabel: string, readonly thanks: string, readonly open: boolean, readonly eligibility: { readonly eligible: boolean, readonly reason: IneligibleReason | null, readonly respondedAt: string | null }, readonly followUps: ReadonlyArray<{ readonly bucket: AnswerBucket, readonly question: string }> } | null };

export type SubmitSurveyResponseMutationVariables = Exact<{
  input: SubmitSurveyResponseInput;
}>;


export type SubmitSurveyResponseMutation = { readonly submitSurveyResponse:
    | { readonly __typename: 'IdempotencyConflictError', readonly message: string }
    | { readonly __typename: 'InvalidAnswerError', readonly message: string }
    | { readonly __typename: 'SubmitSurveyResponsePayload', readonly duplicate: boolean, readonly revision: string, readonly response: { readonly id: string, readonly answer: number, readonly bucket: AnswerBucket } }
    | { readonly __typename: 'SurveyClosedError', readonly message: string }
    | { readonly __typename: 'SurveyNotFoundError', readonly message: string }
   };

export type RecordSurveyExposureMutationVariables = Exact<{
  input: RecordSurveyExposureInput;
}>;


export type RecordSurveyExposureMutation = { readonly recordSurveyExposure:
    | { readonly __typename: 'RecordSurveyExposurePayload', readonly recorded: boolean }
    | { readonly __typename: 'SurveyClosedError', readonly message: string }
    | { readonly __typename: 'SurveyNotFoundError', readonly message: string }
   };

export const HealthBandPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HealthBandParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HealthBand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"tone"}}]}}]} as unknown as DocumentNode<HealthBandPartsFragment, unknown>;
export const HealthPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HealthParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountHealth"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"band"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HealthBandParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HealthBandParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveWeight"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"contribution"}},{"kind":"Field","name":{"kind":"Name","value":"band"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HealthBandParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"observedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HealthBandParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HealthBand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"tone"}}]}}]} as unknown as DocumentNode<HealthPartsFragment, unknown>;
export const DefinitionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DefinitionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"policySwitches"}},{"kind":"Field","name":{"kind":"Name","value":"undefinedReasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}}]} as unknown as DocumentNode<DefinitionPartsFragment, unknown>;
export const PeriodPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PeriodParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]} as unknown as DocumentNode<PeriodPartsFragment, unknown>;
export const MoneyPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<MoneyPartsFragment, unknown>;
export const ReadingPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReadingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricReading"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DefinitionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"sign"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","alias":{"kind":"Name","value":"side"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","alias":{"kind":"Name","value":"sign"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"absolute"}},{"kind":"Field","name":{"kind":"Name","value":"relative"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"}},{"kind":"Field","name":{"kind":"Name","value":"withinMargin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}},{"kind":"Field","name":{"kind":"Name","value":"lowSample"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"}},{"kind":"Field","name":{"kind":"Name","value":"excluded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PeriodParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DefinitionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"policySwitches"}},{"kind":"Field","name":{"kind":"Name","value":"undefinedReasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}}]} as unknown as DocumentNode<ReadingPartsFragment, unknown>;
export const SeriesPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SeriesParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricSeries"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"granularity"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PeriodParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<SeriesPartsFragment, unknown>;
export const DistributionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DistributionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResponseDistribution"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answered"}},{"kind":"Field","name":{"kind":"Name","value":"shown"}},{"kind":"Field","name":{"kind":"Name","value":"responseRate"}}]}}]} as unknown as DocumentNode<DistributionPartsFragment, unknown>;
export const SurveyPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SurveyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Survey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"lowLabel"}},{"kind":"Field","name":{"kind":"Name","value":"highLabel"}},{"kind":"Field","name":{"kind":"Name","value":"thanks"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"followUps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}}]}}]} as unknown as DocumentNode<SurveyPartsFragment, unknown>;
export const AccountHealthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HealthParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HealthBandParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HealthBand"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"tone"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HealthParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountHealth"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"band"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HealthBandParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bands"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HealthBandParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveWeight"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"contribution"}},{"kind":"Field","name":{"kind":"Name","value":"band"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HealthBandParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"observedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}}]} as unknown as DocumentNode<AccountHealthQuery, AccountHealthQueryVariables>;
export const PortfolioMetricDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortfolioMetric"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MetricKey"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}},"defaultValue":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"policy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AccountFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seriesPeriod"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"granularity"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodUnit"}}},"defaultValue":{"kind":"EnumValue","value":"MONTH"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"trailing"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portfolio"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"Argument","name":{"kind":"Name","value":"policy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"policy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReadingParts"}},{"kind":"Field","name":{"kind":"Name","value":"accountCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seriesPeriod"}}},{"kind":"Argument","name":{"kind":"Name","value":"granularity"},"value":{"kind":"Variable","name":{"kind":"Name","value":"granularity"}}},{"kind":"Argument","name":{"kind":"Name","value":"trailing"},"value":{"kind":"Variable","name":{"kind":"Name","value":"trailing"}}},{"kind":"Argument","name":{"kind":"Name","value":"policy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"policy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SeriesParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PeriodParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DefinitionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"policySwitches"}},{"kind":"Field","name":{"kind":"Name","value":"undefinedReasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReadingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricReading"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DefinitionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"sign"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","alias":{"kind":"Name","value":"side"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","alias":{"kind":"Name","value":"sign"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"absolute"}},{"kind":"Field","name":{"kind":"Name","value":"relative"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"}},{"kind":"Field","name":{"kind":"Name","value":"withinMargin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}},{"kind":"Field","name":{"kind":"Name","value":"lowSample"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"}},{"kind":"Field","name":{"kind":"Name","value":"excluded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SeriesParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricSeries"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"granularity"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}}]}}]}}]} as unknown as DocumentNode<PortfolioMetricQuery, PortfolioMetricQueryVariables>;
export const AccountMetricDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountMetric"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MetricKey"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}},"defaultValue":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"policy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seriesPeriod"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"granularity"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodUnit"}}},"defaultValue":{"kind":"EnumValue","value":"MONTH"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"trailing"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"metric"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"Argument","name":{"kind":"Name","value":"policy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"policy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReadingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seriesPeriod"}}},{"kind":"Argument","name":{"kind":"Name","value":"granularity"},"value":{"kind":"Variable","name":{"kind":"Name","value":"granularity"}}},{"kind":"Argument","name":{"kind":"Name","value":"trailing"},"value":{"kind":"Variable","name":{"kind":"Name","value":"trailing"}}},{"kind":"Argument","name":{"kind":"Name","value":"policy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"policy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SeriesParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PeriodParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DefinitionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"policySwitches"}},{"kind":"Field","name":{"kind":"Name","value":"undefinedReasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReadingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricReading"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DefinitionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"sign"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","alias":{"kind":"Name","value":"side"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","alias":{"kind":"Name","value":"sign"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"absolute"}},{"kind":"Field","name":{"kind":"Name","value":"relative"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"}},{"kind":"Field","name":{"kind":"Name","value":"withinMargin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}},{"kind":"Field","name":{"kind":"Name","value":"lowSample"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"}},{"kind":"Field","name":{"kind":"Name","value":"excluded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SeriesParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricSeries"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"granularity"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}}]}}]}}]} as unknown as DocumentNode<AccountMetricQuery, AccountMetricQueryVariables>;
export const NpsScoreDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NpsScore"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"survey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}},"defaultValue":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AccountFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"policy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PolicyInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"trendPeriod"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"granularity"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodUnit"}}},"defaultValue":{"kind":"EnumValue","value":"QUARTER"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"survey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"survey"}}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"NPS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"score"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"policy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"policy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReadingParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"distribution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DistributionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trend"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"trendPeriod"}}},{"kind":"Argument","name":{"kind":"Name","value":"granularity"},"value":{"kind":"Variable","name":{"kind":"Name","value":"granularity"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"policy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"policy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SeriesParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PeriodParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Period"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DefinitionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"policySwitches"}},{"kind":"Field","name":{"kind":"Name","value":"undefinedReasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReadingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricReading"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DefinitionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"sign"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","alias":{"kind":"Name","value":"side"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","alias":{"kind":"Name","value":"sign"},"name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"capped"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"change"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"absolute"}},{"kind":"Field","name":{"kind":"Name","value":"relative"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"assessment"}},{"kind":"Field","name":{"kind":"Name","value":"withinMargin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}},{"kind":"Field","name":{"kind":"Name","value":"lowSample"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"}},{"kind":"Field","name":{"kind":"Name","value":"excluded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SeriesParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricSeries"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"granularity"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PeriodParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"money"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"sampleSize"}},{"kind":"Field","name":{"kind":"Name","value":"marginOfError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DistributionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResponseDistribution"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"share"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answered"}},{"kind":"Field","name":{"kind":"Name","value":"shown"}},{"kind":"Field","name":{"kind":"Name","value":"responseRate"}}]}}]} as unknown as DocumentNode<NpsScoreQuery, NpsScoreQueryVariables>;
export const SurveyRespondedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SurveyResponded"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"survey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"surveyResponded"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"survey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"survey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"survey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SurveyRespondedSubscription, SurveyRespondedSubscriptionVariables>;
export const NpsSurveyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NpsSurvey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"survey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"survey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"survey"}}},{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"EnumValue","value":"NPS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SurveyParts"}},{"kind":"Field","name":{"kind":"Name","value":"eligibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eligible"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SurveyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Survey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"lowLabel"}},{"kind":"Field","name":{"kind":"Name","value":"highLabel"}},{"kind":"Field","name":{"kind":"Name","value":"thanks"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"followUps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}}]}}]} as unknown as DocumentNode<NpsSurveyQuery, NpsSurveyQueryVariables>;
export const SubmitSurveyResponseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitSurveyResponse"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitSurveyResponseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitSurveyResponse"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitSurveyResponsePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"response"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"bucket"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Failure"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitSurveyResponseMutation, SubmitSurveyResponseMutationVariables>;
export const RecordSurveyExposureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordSurveyExposure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSurveyExposureInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordSurveyExposure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordSurveyExposurePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recorded"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Failure"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RecordSurveyExposureMutation, RecordSurveyExposureMutationVariables>;