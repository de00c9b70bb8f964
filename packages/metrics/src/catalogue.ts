import { adoptionBreadth } from './catalogue/adoption-breadth.ts';
import { advocacy } from './catalogue/advocacy.ts';
import { arpa } from './catalogue/arpa.ts';
import { arr } from './catalogue/arr.ts';
import { arrPerCsm } from './catalogue/arr-per-csm.ts';
import { cac } from './catalogue/cac.ts';
import { cacPayback } from './catalogue/cac-payback.ts';
import { ces } from './catalogue/ces.ts';
import { churnedMrr } from './catalogue/churned-mrr.ts';
import { cmrr } from './catalogue/cmrr.ts';
import { contractionMrr } from './catalogue/contraction-mrr.ts';
import { costToCarry } from './catalogue/cost-to-carry.ts';
import { crc } from './catalogue/crc.ts';
import { crcPerArr } from './catalogue/crc-per-arr.ts';
import { csat } from './catalogue/csat.ts';
import { customers } from './catalogue/customers.ts';
import { expansionMrr } from './catalogue/expansion-mrr.ts';
import { expansionRate } from './catalogue/expansion-rate.ts';
import { featureAdoption } from './catalogue/feature-adoption.ts';
import { firstResolutionTime } from './catalogue/first-resolution-time.ts';
import { firstResponseTime } from './catalogue/first-response-time.ts';
import { fullResolutionTime } from './catalogue/full-resolution-time.ts';
import { fxMrr } from './catalogue/fx-mrr.ts';
import { grossMrrChurn } from './catalogue/gross-mrr-churn.ts';
import { grr } from './catalogue/grr.ts';
import { health } from './catalogue/health.ts';
import { logoChurn } from './catalogue/logo-churn.ts';
import { logoRetention } from './catalogue/logo-retention.ts';
import { lossToWin } from './catalogue/loss-to-win.ts';
import { ltv } from './catalogue/ltv.ts';
import { ltvToCac } from './catalogue/ltv-to-cac.ts';
import { mrr } from './catalogue/mrr.ts';
import { netMrrAfterChurn } from './catalogue/net-mrr-after-churn.ts';
import { netMrrChurn } from './catalogue/net-mrr-churn.ts';
import { netNewMrr } from './catalogue/net-new-mrr.ts';
import { newMrr } from './catalogue/new-mrr.ts';
import { nps } from './catalogue/nps.ts';
import { nrr } from './catalogue/nrr.ts';
import { productAdoption } from './catalogue/product-adoption.ts';
import { quickRatio } from './catalogue/quick-ratio.ts';
import { reactivationMrr } from './catalogue/reactivation-mrr.ts';
import { renewalRate } from './catalogue/renewal-rate.ts';
import { renewalRateLogos } from './catalogue/renewal-rate-logos.ts';
import { responseRate } from './catalogue/response-rate.ts';
import { revenueAtRisk } from './catalogue/revenue-at-risk.ts';
import { sessionTime } from './catalogue/session-time.ts';
import { stickiness } from './catalogue/stickiness.ts';
import { stickinessWeekly } from './catalogue/stickiness-weekly.ts';
import { tickets } from './catalogue/tickets.ts';
import { ticketsPerAccount } from './catalogue/tickets-per-account.ts';
import { timeToFirstValue } from './catalogue/time-to-first-value.ts';
import { userAdoption } from './catalogue/user-adoption.ts';
import { valueRealization } from './catalogue/value-realization.ts';
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
