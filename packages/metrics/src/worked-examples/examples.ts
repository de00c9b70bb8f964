import { annualising, runRates } from './annualising.ts';
import { logoChurn, revenueChurn } from './churn.ts';
import { economics } from './economics.ts';
import { effort, satisfaction } from './effort-and-satisfaction.ts';
import type { Example } from './example.ts';
import { promoterScores, responseRates } from './feedback.ts';
import { averages, quickRatios } from './growth.ts';
import { movements } from './movements.ts';
import { recognition } from './recognition.ts';
import { renewalRates } from './renewals.ts';
import { expansionRates, grossRetention, netRetention } from './retention.ts';
import { supportTimes } from './support-times.ts';
import { productUse } from './usage.ts';
import { customerValue } from './value.ts';

/**
 * Every published example, by topic. Numbers are the publishers', down to their decimals; where a page gives totals or
 * shares only, the book or ballot behind them is ours.
 */
export const examples: readonly Example[] = [
  ...annualising,
  ...runRates,
  ...movements,
  ...netRetention,
  ...grossRetention,
  ...expansionRates,
  ...revenueChurn,
  ...logoChurn,
  ...quickRatios,
  ...averages,
  ...promoterScores,
  ...responseRates,
  ...satisfaction,
  ...effort,
  ...renewalRates,
  ...recognition,
  ...economics,
  ...supportTimes,
  ...productUse,
  ...customerValue,
];
