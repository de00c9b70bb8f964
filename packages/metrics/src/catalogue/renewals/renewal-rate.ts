import type { RenewalFacts } from '../../facts/renewals/renewal-facts.ts';
import type { Metric } from '../../metric.ts';
import { besideRenewals, defineRenewalMetric, noRenewalsDue, ofRenewals } from './define-renewal-metric.ts';

/** Renewal rate by amount. */
export const renewalRate: Metric<RenewalFacts> = defineRenewalMetric({
  key: 'RENEWAL_RATE',
  name: 'Renewal rate',
  shortName: 'Renewal rate',
  description:
    'Of the annual amount of contracts whose renewal day lies in the period, the share that was renewed by its end, of each contract no more than was due: growth at a renewal is EXPANDED and makes up for no loss, where a net renewal rate adds it and can pass 100 %. An early renewal counts in the period it was due in; one signed after the period’s end is not renewed in it. While a period runs, what is due and undecided is OPEN and not yet in the base. It is no retention rate, whose base is all customers: with a part of them up for renewal it is the lower of the two.',
  formula: 'Σ min(renewed, due) ÷ Σ due, of contracts with their renewal day in the period',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [ofRenewals('RENEWED', 'Renewed, up to what was due', 'ARR', 'renewed')],
    denominator: [ofRenewals('DUE', 'Due for renewal', 'ARR', 'due')],
    beside: besideRenewals,
  }),
  undefinedBecause: ({ due }) => (due === 0 ? 'NO_RENEWALS_DUE' : null),
  reasons: { NO_RENEWALS_DUE: noRenewalsDue },
  switches: [],
  neutral: 1,
  see: 'https://support.gainsight.com/ro/Renewal_Center/03User_Guides/Renewal_Center_Metric_Calculations',
});
