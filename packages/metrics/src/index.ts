export {
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  formatDay,
  monthsBetween,
  parseDay,
  partsOf,
} from './calendar/day.ts';
export { InvalidPeriod } from './calendar/invalid-period.ts';
export {
  longestPeriodDays,
  mostPoints,
  type Period,
  type PeriodSpec,
  previousPeriod,
  resolvePeriod,
  splitPeriod,
  yearBefore,
} from './calendar/period.ts';
export { periodLabel } from './calendar/period-label.ts';
export { addUnits, type PeriodUnit, periodUnits, startOfUnit } from './calendar/unit.ts';
export { dayInZone, isTimeZone } from './calendar/zone.ts';
export { npsMargin } from './catalogue/feedback/nps-margin.ts';
export { type AnyMetric, catalogue, type MetricKey, metricKeys, metricOf } from './catalogue.ts';
export { type ContractOutcome, contractOutcomes } from './contracts/contract-outcome.ts';
export { type CostCategory, costCategories } from './costs/cost-category.ts';
export { feedback } from './facts/feedback/feedback.ts';
export { type AnswerTally, type FeedbackFacts, givenAnswers, tallyOf } from './facts/feedback/feedback-facts.ts';
export { product } from './facts/product/product.ts';
export type { ProductFacts } from './facts/product/product-facts.ts';
export { openTicketsOn } from './facts/support/support.ts';
export { checkHealthModel, checkHealthModels, InvalidHealthModel } from './health/check-health-model.ts';
export { type HealthChange, healthChange } from './health/health-change.ts';
export {
  bandOf,
  type FactorSource,
  type HealthBand,
  type HealthFactorModel,
  type HealthModel,
  type MetricSource,
  type TraitCondition,
} from './health/health-model.ts';
export {
  type HealthAnswer,
  type HealthInputs,
  healthObservations,
  timelineObservations,
} from './health/health-observations.ts';
export {
  type HealthScore,
  type Observation,
  type Observations,
  type ScoredFactor,
  scoreHealth,
} from './health/health-score.ts';
export { healthTimeline } from './health/health-timeline.ts';
export type { LookBack } from './health/look-back.ts';
export { MetricReadings } from './health/metric-readings.ts';
export { inModelOrder, modelFor } from './health/model-for.ts';
export { isMeasured, type MeasuredFamily } from './health/reading-rhythm.ts';
export type { AccountFilter, Range } from './ledger/account-filter.ts';
export { type AccountLedger, AccountLedgers } from './ledger/account-ledger.ts';
export { bandOn, churnedOn, firstPaidOn, healthOn } from './ledger/account-measures.ts';
export { type AccountRef, compareNames, compareRefs, refOf } from './ledger/account-ref.ts';
export type { LedgerAccount } from './ledger/account-rows.ts';
export { type AdvocacyKind, advocacyKinds } from './ledger/advocacy-columns.ts';
export type { ContractColumns, LedgerContract } from './ledger/contract-columns.ts';
export { createdOn, unknownDay } from './ledger/created-on.ts';
export { type CsmColumns, csmColumns, csmTrait, type LedgerCsm, leftOnOf } from './ledger/csm-columns.ts';
export { filterReads } from './ledger/filter-reads.ts';
export type { HealthColumns, LedgerHealthBand } from './ledger/health-columns.ts';
export { balanceBefore, type Ledger, type LedgerFeature, type TraitColumn } from './ledger/ledger.ts';
export { LedgerBuilder } from './ledger/ledger-builder.ts';
export type { LedgerExtent } from './ledger/ledger-extent.ts';
export type { LedgerPart, LedgerReads } from './ledger/ledger-part.ts';
export { type LedgerMilestone, type MilestoneRole, milestoneRoles } from './ledger/milestone-columns.ts';
export type { LedgerOutcome } from './ledger/outcome-columns.ts';
export { type Selection, selectAccount, selectAll, selectWhere } from './ledger/selection.ts';
export {
  type LedgerStage,
  type StageColumns,
  type StageOnDay,
  type StageStay,
  stageCodeOn,
  stageOn,
  staysBy,
} from './ledger/stage-columns.ts';
export { joinTags, noTags, splitTags, tagSeparator, tagsOf } from './ledger/tag-column.ts';
export { noWait, type ResolutionColumns, type TicketColumns, unknownWait } from './ledger/ticket-columns.ts';
export type { LedgerResolution, LedgerTicket } from './ledger/ticket-table.ts';
export { type TraitHistoryColumns, traitColumn, traitPast } from './ledger/trait-history.ts';
export { checkLifecycle, InvalidLifecycle } from './lifecycle/check-lifecycle.ts';
export { defaultLifecycle, type Lifecycle, type LifecycleStage } from './lifecycle/lifecycle-model.ts';
export type { StageInputs } from './lifecycle/stage-inputs.ts';
export { activeDays, inputsOf, type StageInput, type StageRule } from './lifecycle/stage-rule.ts';
export { type StageEntry, stageTimeline } from './lifecycle/stage-timeline.ts';
export type {
  Distribution,
  Exclusion,
  Factor,
  FactSource,
  Formula,
  Gathering,
  Mean,
  Measure,
  Metric,
  MetricUnit,
  Question,
  Quotient,
  Sample,
  Statistic,
  SubjectKind,
  Term,
  UndefinedReason,
  Window,
} from './metric.ts';
export { MetricsError } from './metrics-error.ts';
export { currencyExponent } from './money/currency.ts';
export { formatDecimal, parseDecimal } from './money/decimal.ts';
export { divideHalfEven } from './money/divide.ts';
export { type ExchangeRate, ExchangeRates } from './money/exchange-rates.ts';
export { formatMoney, type Money } from './money/money.ts';
export { annualise, type Interval, intervals, largestAnnualMinor } from './money/recurring-amount.ts';
export {
  type AccountMovements,
  accountMovements,
  type Level,
  type RecurringSpan,
} from './movements/account-movements.ts';
export { type Movement, type MovementKind, movementCode, movementKinds } from './movements/movement.ts';
export { defaultPolicy, type Policy, type PolicySwitch, policySwitches } from './policy.ts';
export { type PolicyFault, policyFault, switchValues } from './policy-fault.ts';
export { type AccountListOrder, accountReport } from './reading/account-list.ts';
export type { Answer, AnsweredTerm } from './reading/answer.ts';
export { type BreakdownGroup, type BreakdownMoment, breakdown, breakdownDay } from './reading/breakdown.ts';
export { type Change, type Comparison, changeBetween, changeFromTarget, comparedPeriod } from './reading/change.ts';
export { type Cohort, type CohortCell, cohortReport, cohorts, maxCohortAges, maxCohorts } from './reading/cohorts.ts';
export { collect } from './reading/collect.ts';
export type { Contributor, ContributorOrder, Contributors, Remainder } from './reading/contributor.ts';
export { contributorReport, contributorsOf } from './reading/contributors.ts';
export type { AnsweredFactor } from './reading/factor.ts';
export {
  type HealthDistribution,
  type HealthFlow,
  type HealthGroup,
  healthDistribution,
  healthDistributionReport,
} from './reading/health-distribution.ts';
export {
  type LifecycleReport,
  lifecycle,
  lifecycleReport,
  type StageReport,
  type StayLength,
} from './reading/lifecycle.ts';
export type { Listing } from './reading/listing.ts';
export { type AccountMovement, type MovementChoice, movementReport, movementsOf } from './reading/movement-list.ts';
export { answerEach, type Reading, read, readEach, windowsOf } from './reading/reading.ts';
export {
  type Renewal,
  type RenewalList,
  type RenewalState,
  renewalReport,
  renewalsOf,
} from './reading/renewal-list.ts';
export { type Report, work } from './reading/report.ts';
export type { StageFlow, StageFlowKind } from './reading/stage-flow.ts';
export { type TraitSummary, traitReport, traitValueReport } from './reading/trait-summary.ts';
export { type Waterfall, type WaterfallStep, waterfall, waterfallReport } from './reading/waterfall.ts';
export { windowOf } from './reading/window.ts';
export type { Commitment } from './recognition/commitment.ts';
export { type RecognisedRevenue, recognise } from './recognition/recognise.ts';
export {
  defaultRecognition,
  type Recognition,
  recognisesAlike,
  recognitionKeys,
  recognitionOf,
} from './recognition/recognition.ts';
export {
  type MeteredTerms,
  type RecurringDiscount,
  type RecurringTerms,
  type SubscriptionKind,
  type SubscriptionStatus,
  type SubscriptionTerms,
  subscriptionKinds,
  subscriptionStatuses,
} from './recognition/subscription-terms.ts';
export { half, nineTenths, quantile, type Share } from './statistics/quantile.ts';
export { OpenTime } from './support/open-time.ts';
export { defaultSchedule, type OpenHours, type ScheduleVersion } from './support/schedule.ts';
export {
  type Resolution,
  type TicketActor,
  type TicketEvent,
  type TicketEventKind,
  type TicketTimeline,
  ticketActors,
  ticketEventKinds,
  ticketTimeline,
  type Wait,
} from './support/ticket-timeline.ts';
export { type AnswerBucket, answerBucket, answerBuckets, type NpsBucket, npsBucket } from './surveys/answer-bucket.ts';
export {
  npsScale,
  type ScaleDirection,
  type ScaleKey,
  type SurveyKind,
  type SurveyScale,
  scaleKey,
  scaleKeys,
  surveyKinds,
  surveyScales,
} from './surveys/survey-scale.ts';
