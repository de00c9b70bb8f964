import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Measure, Term } from '../../metric.ts';

type Fact = keyof RevenueFacts;

/** A fact added to a formula. */
export function plus(key: string, label: string, measure: Measure, fact: Fact): Term<RevenueFacts> {
  return { key, label, sign: 1, measure, of: (facts) => facts[fact] };
}

/** A fact taken off. */
export function minus(key: string, label: string, measure: Measure, fact: Fact): Term<RevenueFacts> {
  return { key, label, sign: -1, measure, of: (facts) => facts[fact] };
}

/** Recurring revenue at the start of the period, per month. */
export const startMrr: Term<RevenueFacts> = plus('START_MRR', 'MRR at the start', 'MRR', 'start');

/** Accounts that paid at the start of the period. */
export const customersAtStart: Term<RevenueFacts> = plus(
  'CUSTOMERS_AT_START',
  'Customers at the start',
  'COUNT',
  'customersStart',
);

/** What to say where a rate has no opening base. */
export const noBase: { readonly title: string; readonly explanation: string } = {
  title: 'No customers at the start',
  explanation:
    'Nobody paid when the period began, so there is nothing to compare with. It returns with the first full period.',
};
