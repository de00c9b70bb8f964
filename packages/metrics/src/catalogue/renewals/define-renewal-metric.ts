import type { RenewalFacts } from '../../facts/renewals/renewal-facts.ts';
import { renewals } from '../../facts/renewals/renewals.ts';
import type { Measure, Metric, Term } from '../../metric.ts';

/** A fact about renewals, in a formula or beside it. */
export function ofRenewals(key: string, label: string, measure: Measure, fact: keyof RenewalFacts): Term<RenewalFacts> {
  return { key, label, sign: 1, measure, of: (facts) => facts[fact] };
}

/** A metric of contracts: those without an exchange rate are said to be left out. */
export function defineRenewalMetric(metric: Omit<Metric<RenewalFacts>, 'source'>): Metric<RenewalFacts> {
  return {
    ...metric,
    source: renewals,
    excluded: (facts, policy) => [
      ...(metric.excluded?.(facts, policy) ?? []),
      ...(facts.unconverted === 0
        ? []
        : [
            {
              reason: 'NO_EXCHANGE_RATE_FOR_CONTRACT',
              explanation: 'Contracts in a currency without an exchange rate on their first day.',
              count: facts.unconverted,
            },
          ]),
    ],
  };
}

/** What is shown beside a renewal rate. */
export const besideRenewals: readonly Term<RenewalFacts>[] = [
  ofRenewals('EXPANDED', 'On top of what was due', 'ARR', 'expanded'),
  ofRenewals('OPEN', 'Due and still open', 'ARR', 'open'),
  ofRenewals('CONTRACTS_DUE', 'Contracts due', 'COUNT', 'dueContracts'),
  ofRenewals('CONTRACTS_RENEWED', 'Contracts renewed', 'COUNT', 'renewedContracts'),
  ofRenewals('CONTRACTS_OPEN', 'Contracts due and still open', 'COUNT', 'openContracts'),
];

/** What to say where nothing was due. */
export const noRenewalsDue: { readonly title: string; readonly explanation: string } = {
  title: 'No renewals due',
  explanation:
    'No contract of these accounts has its renewal day in the period, or those that have are not decided yet. The rate comes with the first decision.',
};
