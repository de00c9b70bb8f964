import { arrPerCsm } from './catalogue/economics/arr-per-csm.ts';
import { cac } from './catalogue/economics/cac.ts';
import { cacPayback } from './catalogue/economics/cac-payback.ts';
import { costToCarry } from './catalogue/economics/cost-to-carry.ts';
import { crc } from './catalogue/economics/crc.ts';
import { crcPerArr } from './catalogue/economics/crc-per-arr.ts';
import { ltv } from './catalogue/economics/ltv.ts';
import { ltvToCac } from './catalogue/economics/ltv-to-cac.ts';
import { ces } from './catalogue/feedback/ces.ts';
import { csat } from './catalogue/feedback/csat.ts';
import { nps } from './catalogue/feedback/nps.ts';
import { responseRate } from './catalogue/feedback/response-rate.ts';
import { health } from './catalogue/health/health.ts';
import { adoptionBreadth } from './catalogue/product/adoption-breadth.ts';
import { featureAdoption } from './catalogue/product/feature-adoption.ts';
import { productAdoption } from './catalogue/product/product-adoption.ts';
import { sessionTime } from './catalogue/product/session-time.ts';
import { stickiness } from './catalogue/product/stickiness.ts';
import { stickinessWeekly } from './catalogue/product/stickiness-weekly.ts';
import { userAdoption } from './catalogue/product/user-adoption.ts';
import { renewalRate } from './catalogue/renewals/renewal-rate.ts';
import { renewalRateLogos } from './catalogue/renewals/renewal-rate-logos.ts';
import { revenueAtRisk } from './catalogue/renewals/revenue-at-risk.ts';
import { arpa } from './catalogue/revenue/arpa.ts';
import { arr } from './catalogue/revenue/arr.ts';
import { churnedMrr } from './catalogue/revenue/churned-mrr.ts';
import { cmrr } from './catalogue/revenue/cmrr.ts';
import { contractionMrr } from './catalogue/revenue/contraction-mrr.ts';
import { customers } from './catalogue/revenue/customers.ts';
import { expansionMrr } from './catalogue/revenue/expansion-mrr.ts';
import { expansionRate } from './catalogue/revenue/expansion-rate.ts';
import { fxMrr } from './catalogue/revenue/fx-mrr.ts';
import { grossMrrChurn } from './catalogue/revenue/gross-mrr-churn.ts';
import { grr } from './catalogue/revenue/grr.ts';
import { logoChurn } from './catalogue/revenue/logo-churn.ts';
import { logoRetention } from './catalogue/revenue/logo-retention.ts';
import { lossToWin } from './catalogue/revenue/loss-to-win.ts';
import { mrr } from './catalogue/revenue/mrr.ts';
import { netMrrAfterChurn } from './catalogue/revenue/net-mrr-after-churn.ts';
import { netMrrChurn } from './catalogue/revenue/net-mrr-churn.ts';
import { netNewMrr } from './catalogue/revenue/net-new-mrr.ts';
import { newMrr } from './catalogue/revenue/new-mrr.ts';
import { nrr } from './catalogue/revenue/nrr.ts';
import { quickRatio } from './catalogue/revenue/quick-ratio.ts';
import { reactivationMrr } from './catalogue/revenue/reactivation-mrr.ts';
import { firstResolutionTime } from './catalogue/support/first-resolution-time.ts';
import { firstResponseTime } from './catalogue/support/first-response-time.ts';
import { fullResolutionTime } from './catalogue/support/full-resolution-time.ts';
import { tickets } from './catalogue/support/tickets.ts';
import { ticketsPerAccount } from './catalogue/support/tickets-per-account.ts';
import { advocacy } from './catalogue/value/advocacy.ts';
import { timeToFirstValue } from './catalogue/value/time-to-first-value.ts';
import { valueRealization } from './catalogue/value/value-realization.ts';
import type { Metric } from './metric.ts';

/** Every metric by its key, in the order they are listed to people. Registering one here makes it known everywhere. */
export const catalogue = {
  MRR: mrr,
  ARR: arr,
  CMRR: cmrr,
  NEW_MRR: newMrr,
  EXPANSION_MRR: expansionMrr,
  CONTRACTION_MRR: contractionMrr,
  CHURNED_MRR: churnedMrr,
  REACTIVATION_MRR: reactivationMrr,
  FX_MRR: fxMrr,
  NET_NEW_MRR: netNewMrr,
  NRR: nrr,
  GRR: grr,
  LOGO_RETENTION: logoRetention,
  LOGO_CHURN: logoChurn,
  GROSS_MRR_CHURN: grossMrrChurn,
  NET_MRR_CHURN: netMrrChurn,
  EXPANSION_RATE: expansionRate,
  LOSS_TO_WIN: lossToWin,
  NET_MRR_AFTER_CHURN: netMrrAfterChurn,
  QUICK_RATIO: quickRatio,
  CUSTOMERS: customers,
  ARPA: arpa,
  LTV: ltv,
  CAC: cac,
  LTV_TO_CAC: ltvToCac,
  CAC_PAYBACK: cacPayback,
  CRC: crc,
  CRC_PER_ARR: crcPerArr,
  COST_TO_CARRY: costToCarry,
  ARR_PER_CSM: arrPerCsm,
  PRODUCT_ADOPTION: productAdoption,
  FEATURE_ADOPTION: featureAdoption,
  ADOPTION_BREADTH: adoptionBreadth,
  STICKINESS: stickiness,
  STICKINESS_WEEKLY: stickinessWeekly,
  USER_ADOPTION: userAdoption,
  SESSION_TIME: sessionTime,
  TIME_TO_FIRST_VALUE: timeToFirstValue,
  VALUE_REALIZATION: valueRealization,
  RENEWAL_RATE: renewalRate,
  RENEWAL_RATE_LOGOS: renewalRateLogos,
  REVENUE_AT_RISK: revenueAtRisk,
  NPS: nps,
  CSAT: csat,
  CES: ces,
  RESPONSE_RATE: responseRate,
  ADVOCACY: advocacy,
  FIRST_RESPONSE_TIME: firstResponseTime,
  FIRST_RESOLUTION_TIME: firstResolutionTime,
  FULL_RESOLUTION_TIME: fullResolutionTime,
  TICKETS: tickets,
  TICKETS_PER_ACCOUNT: ticketsPerAccount,
  HEALTH: health,
} as const;

/** A key of the {@link catalogue}. */
export type MetricKey = keyof typeof catalogue;

/** Every key, in catalogue order. */
// Object.keys loses the key type of a closed object.
export const metricKeys: readonly MetricKey[] = Object.keys(catalogue) as MetricKey[];

/** A metric whose facts are its own affair: they go from its source to its terms and nowhere else. */
export type AnyMetric = Metric<unknown>;

/** The metric of a key. */
export function metricOf(key: MetricKey): AnyMetric {
  // Each metric takes only the facts of its own source, so forgetting their type cannot mix two families.
  return catalogue[key] as unknown as AnyMetric;
}
