import { type MetricKey, metricOf } from '../catalogue.ts';
import { isMeasured } from './reading-rhythm.ts';

/** Metrics that an account's records alone do not give, each with what else goes into it. */
const notOfOneAccount: Readonly<Partial<Record<MetricKey, string>>> = {
  REVENUE_AT_RISK: 'hangs on the account’s own health, so that the score would follow itself',
  ARR_PER_CSM: 'shares a CSM’s time among all of their accounts, and cannot be read of one account by itself',
  HEALTH: 'is the score itself',
};

/** Why a metric cannot be a factor of health, as the end of a sentence about it; `null` for one that can. */
export function factorRefusal(key: MetricKey): string | null {
  const known = notOfOneAccount[key];
  if (known !== undefined) return known;
  return isMeasured(metricOf(key).source.family) ? null : 'cannot be followed day by day';
}
