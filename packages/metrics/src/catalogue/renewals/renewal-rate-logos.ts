import type { RenewalFacts } from '../../facts/renewals/renewal-facts.ts';
import type { Metric } from '../../metric.ts';
import { besideRenewals, defineRenewalMetric, noRenewalsDue, ofRenewals } from './define-renewal-metric.ts';

/** Renewal rate by customers. */
export const renewalRateLogos: Metric<RenewalFacts> = defineRenewalMetric({
  key: 'RENEWAL_RATE_LOGOS',
  name: 'Logo renewal rate',
  shortName: 'Logo renewal rate',
  description:
    'Of the customers with a contract whose renewal day lies in the period, the share that renewed any of them by its end, for less too: a customer who renews one of two contracts stays a customer. Contracts are counted beside it. Early, late and undecided renewals are as in the renewal rate.',
  formula: 'customers who renewed ÷ customers with a contract due',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [ofRenewals('CUSTOMERS_RENEWED', 'Customers who renewed', 'COUNT', 'renewedAccounts')],
    denominator: [ofRenewals('CUSTOMERS_DUE', 'Customers with a contract due', 'COUNT', 'dueAccounts')],
    beside: besideRenewals,
  }),
  undefinedBecause: ({ dueAccounts }) => (dueAccounts === 0 ? 'NO_RENEWALS_DUE' : null),
  reasons: { NO_RENEWALS_DUE: noRenewalsDue },
  switches: [],
  neutral: 1,
  see: 'https://www.chargebee.com/resources/glossaries/what-is-renewal-rate/',
});
