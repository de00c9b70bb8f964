import type {
  AccountStageRecord,
  AdvocacyActRecord,
  ContractRecord,
  CostRecord,
  CsmRecord,
  ExposureRecord,
  MilestoneRecord,
  OutcomeProgressRecord,
  OutcomeRecord,
  ResponseRecord,
  SeatsRecord,
  TicketEventRecord,
  TicketRecord,
  TraitHistoryRecord,
  UsageDayRecord,
} from '@plimsoll/store';

/** What Harbor sells, cheapest first. */
export const plans = ['Starter', 'Team', 'Business', 'Enterprise'] as const;

/** One of {@link plans}. */
export type Plan = (typeof plans)[number];

/** Where Harbor's customers are. */
export const regions = ['Europe', 'North America', 'Asia Pacific', 'Latin America'] as const;

/** One of {@link regions}. */
export type Region = (typeof regions)[number];

/** A customer of Harbor. */
export interface DemoAccount {
  readonly externalId: string;
  readonly name: string;
  readonly traits: {
    readonly plan: Plan;
    readonly region: Region;
    readonly industry: string;
    readonly csm: string;
  };
  readonly tags: readonly string[];
  readonly createdOn: string;
}

/** Somebody who works at a customer and is asked in surveys. */
export interface DemoPerson {
  readonly externalId: string;
  readonly accountExternalId: string;
  readonly name: string;
}

/**
 * What one subscription was worth over the days `[startsOn, endsOn)`. A change of seats, plan or price ends one span and
 * begins the next under the same `subscriptionId`.
 */
export interface DemoSubscription {
  readonly subscriptionId: string;
  readonly accountExternalId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Price of one seat per interval in major units. */
  readonly amount: string;
  readonly currency: 'USD' | 'EUR';
  readonly interval: 'month' | 'year';
  readonly quantity: number;
  readonly plan: string;
  /** @default 'active' */
  readonly status?: 'trialing' | 'paused' | 'pastDue';
  readonly cancelledOn?: string;
  readonly discountPercent?: string;
  readonly discountEndsOn?: string;
}

/** One unit of `currency` in US dollars from `day` on. */
export interface DemoExchangeRate {
  readonly currency: 'EUR';
  readonly day: string;
  readonly rate: string;
}

/** Numbers that Harbor reports about its customers each month. */
export const numberKeys = ['product_use', 'support_burden', 'outcomes'] as const;

/** A month's number of one account, known from `day` on. */
export interface DemoNumber {
  readonly accountExternalId: string;
  readonly key: (typeof numberKeys)[number];
  readonly day: string;
  readonly value: number;
}

/** The survey was put in front of somebody. */
export interface DemoExposure {
  readonly accountExternalId: string;
  readonly respondent: string;
  readonly shownAt: string;
}

/** Somebody answered. */
export interface DemoResponse {
  readonly externalId: string;
  readonly accountExternalId: string;
  readonly respondent: string;
  readonly answer: number;
  readonly comment?: string;
  readonly respondedAt: string;
}

/** Everything the demo workspace is filled with. */
export interface DemoRecords {
  readonly accounts: readonly DemoAccount[];
  readonly people: readonly DemoPerson[];
  readonly subscriptions: readonly DemoSubscription[];
  readonly exchangeRates: readonly DemoExchangeRate[];
  readonly numbers: readonly DemoNumber[];
  readonly exposures: readonly DemoExposure[];
  readonly responses: readonly DemoResponse[];
  /** Showings of the surveys that follow a moment, and the answers to them. */
  readonly momentExposures: readonly ExposureRecord[];
  readonly momentResponses: readonly ResponseRecord[];
  readonly csms: readonly CsmRecord[];
  readonly traitHistory: readonly TraitHistoryRecord[];
  readonly costs: readonly CostRecord[];
  readonly contracts: readonly ContractRecord[];
  readonly seats: readonly SeatsRecord[];
  readonly usageDays: readonly UsageDayRecord[];
  readonly milestones: readonly MilestoneRecord[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly outcomeProgress: readonly OutcomeProgressRecord[];
  readonly advocacyActs: readonly AdvocacyActRecord[];
  readonly stages: readonly AccountStageRecord[];
  readonly tickets: readonly TicketRecord[];
  readonly ticketEvents: readonly TicketEventRecord[];
}
