import { value } from '../../facts/value/value.ts';
import type { ValueFacts } from '../../facts/value/value-facts.ts';
import { advocacyKinds } from '../../ledger/advocacy-columns.ts';
import type { Metric } from '../../metric.ts';

const kinds: Readonly<Record<(typeof advocacyKinds)[number], readonly [key: string, label: string]>> = {
  reference: ['REFERENCES', 'References given'],
  referral: ['REFERRALS', 'Referrals made'],
  review: ['REVIEWS', 'Reviews written'],
  caseStudy: ['CASE_STUDIES', 'Case studies'],
};

/** Advocacy. */
export const advocacy: Metric<ValueFacts> = {
  key: 'ADVOCACY',
  name: 'Advocacy rate',
  shortName: 'Advocacy',
  description:
    'Of the customers at the end of the period, the share that spoke for the product at least once in it: gave a reference, made a referral, wrote a review or took part in a case study. Customers are counted, not people or acts: ten reviews from one customer make one advocate, and the acts stand beside by kind. It is what customers did, where NPS is what they say they would do; promoters who never did anything are no advocates here.',
  formula: 'customers with an act of advocacy ÷ customers',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  source: value,
  terms: () => ({
    numerator: [
      {
        key: 'ADVOCATES',
        label: 'Customers who spoke for the product',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.advocates,
      },
    ],
    denominator: [
      { key: 'CUSTOMERS', label: 'Customers at the end', sign: 1, measure: 'COUNT', of: (facts) => facts.customers },
    ],
    beside: advocacyKinds.map((kind, code) => ({
      key: kinds[kind][0],
      label: kinds[kind][1],
      sign: 1,
      measure: 'COUNT',
      of: (facts) => facts.acts[code] ?? 0,
    })),
  }),
  reasons: {
    NO_BASE: { title: 'No customers', explanation: 'Nobody pays at the end of this period.' },
  },
  switches: [],
  excluded: ({ advocatesNotPaying }) =>
    advocatesNotPaying === 0
      ? []
      : [
          {
            reason: 'NOT_PAYING',
            explanation: 'Accounts that spoke for the product in the period and do not pay at its end.',
            count: advocatesNotPaying,
          },
        ],
};
