import { day } from '../testing/worked-ledger.ts';
import { metered, monthly } from '../testing/worked-terms.ts';
import type { Example } from './example.ts';

const stripeCoupons =
  'https://support.stripe.com/questions/impact-of-discounts-and-coupons-on-monthly-recurring-revenue-mrr-in-billing';
const stripeTrials =
  'https://support.stripe.com/questions/impact-of-subscription-trial-periods-on-monthly-recurring-revenue-mrr-in-billing';
const fincome = 'https://help.fincome.co/en/understanding-the-numbers/impact-of-exchange-rates-fx';
const fincomeMoves = 'https://help.fincome.co/en/article/1ad0vbd/';
const metering =
  'https://support.chargebee.com/support/solutions/articles/249722-how-is-metered-billing-calculated-in-mrr-';
const january = { kind: 'month', month: '2024-01' } as const;
const march = { kind: 'month', month: '2024-03' } as const;
// €1 was $1.07 at the end of January and $1.15 at the end of March.
const rates = [
  { currency: 'USD', day: day('2024-01-01'), rate: '0.934579439252' },
  { currency: 'USD', day: day('2024-03-01'), rate: '0.869565217391' },
];
const dollars = { one: [monthly('2024-01-10', null, 10_000, { currency: 'USD' })] };
const inEuro = { currency: 'EUR', rates, terms: dollars } as const;
const halfOff = (until: string | null) => ({ one: [monthly('2025-01-01', null, 10_000, { off: [5_000, until] })] });
const charged = {
  base: [monthly('2025-01-05', null, 2_000)],
  usage: [metered('2025-01-01', '2025-02-01', 3_000)],
} as const;

/** What counts as recurring revenue, and when. */
export const recognition: readonly Example[] = [
  {
    source: stripeCoupons,
    title: 'Stripe: 50 % off for ever halves MRR',
    policy: { discounts: 'subtractForeverOnly' },
    terms: halfOff(null),
    expected: { MRR: '50.00' },
  },
  {
    source: stripeCoupons,
    title: 'Stripe: a coupon that ends leaves MRR as it is',
    policy: { discounts: 'subtractForeverOnly' },
    terms: halfOff('2025-07-01'),
    expected: { MRR: '100.00' },
  },
  {
    source: fincomeMoves,
    title: 'Fincome: the end of a discount is expansion',
    period: { kind: 'month', month: '2025-07' },
    terms: halfOff('2025-07-01'),
    expected: { MRR: '100.00', EXPANSION_MRR: '50.00', NEW_MRR: '0.00' },
  },
  {
    source: fincomeMoves,
    title: 'Fincome: who comes back from a pause is a reactivation',
    terms: {
      one: [
        monthly('2024-01-01', '2025-01-01', 10_000),
        monthly('2025-01-01', '2025-03-01', 10_000, { status: 'paused' }),
        monthly('2025-03-01', null, 10_000),
      ],
    },
    expected: { REACTIVATION_MRR: '100.00', EXPANSION_MRR: '0.00' },
  },
  {
    source: 'https://www.zoho.com/uk/billing/kb/subscriptions/how-to-pause.html',
    title: 'Zoho: a pause is no churn',
    policy: { paused: 'count' },
    terms: {
      one: [monthly('2024-01-01', '2025-03-10', 10_000), monthly('2025-03-10', null, 10_000, { status: 'paused' })],
    },
    expected: { LOGO_CHURN: '0%', CHURNED_MRR: '0.00', MRR: '100.00' },
  },
  {
    source: stripeTrials,
    title: 'Stripe: a trial is not in MRR',
    terms: { one: [monthly('2025-03-20', '2025-04-03', 10_000, { status: 'trialing' })] },
    expected: { MRR: '0.00', CUSTOMERS: '0' },
  },
  {
    source: stripeTrials,
    title: 'Stripe: a trial that ends counts although its first invoice is unpaid, and then is churn',
    period: { kind: 'month', month: '2025-04' },
    terms: {
      one: [
        monthly('2025-03-01', '2025-03-15', 10_000, { status: 'trialing' }),
        monthly('2025-03-15', '2025-04-15', 10_000, { status: 'pastDue' }),
      ],
    },
    expected: { CHURNED_MRR: '100.00', LOGO_CHURN: '100%' },
  },
  {
    source: 'https://support.recurly.com/hc/en-us/articles/360027350412-Does-MRR-prorate-',
    title: 'Recurly: opened on 29 March at $100 a month it is $100 at the month’s end',
    subscriptions: ['one 2025-03-29 - 10000'],
    expected: { MRR: '100.00', NEW_MRR: '100.00' },
  },
  {
    source:
      'https://support.recurly.com/hc/en-us/articles/360029630811-How-Is-My-MRR-Affected-When-I-Add-a-User-Mid-Month',
    title: 'Recurly: a user at $10 a month added on 15 June is charged $5 for the rest of it',
    period: { kind: 'month', month: '2025-06' },
    subscriptions: ['one 2025-01-01 - 5000', 'one 2025-06-15 - 1000'],
    expected: { EXPANSION_MRR: '10.00', MRR: '60.00' },
    differs: {
      key: 'EXPANSION_MRR',
      value: '5.00',
      why: 'A proration is what is invoiced for part of a month; what recurs from then on is $10, as they say of a whole subscription.',
    },
  },
  {
    source: fincome,
    title: 'Fincome: $100 a month are €93.46 in January',
    period: january,
    policy: { fx: 'revalueMonthly' },
    ...inEuro,
    expected: { MRR: '93.46', NEW_MRR: '93.46' },
  },
  {
    source: fincome,
    title: 'Fincome: and €86.96 in March, −€6.50 of FX',
    period: march,
    policy: { fx: 'revalueMonthly' },
    ...inEuro,
    expected: { MRR: '86.96', FX_MRR: '-6.50', CONTRACTION_MRR: '0.00', NRR: '100%', GRR: '93%' },
  },
  {
    source: fincome,
    title: 'Fincome: what is billed once a year keeps the rate of its invoice, €93.46 in March',
    period: march,
    ...inEuro,
    expected: { MRR: '93.46', FX_MRR: '0.00' },
  },
  {
    source: metering,
    title: 'Chargebee: January has the base charge of $20 alone',
    period: { kind: 'month', month: '2025-01' },
    terms: charged,
    expected: { MRR: '20.00' },
  },
  {
    source: metering,
    title: 'Chargebee: February has January’s $30 of usage too',
    period: { kind: 'month', month: '2025-02' },
    policy: { metered: 'includeTrailingAverage' },
    terms: charged,
    expected: { MRR: '30.00' },
    differs: {
      key: 'MRR',
      value: '50.00',
      why: 'One month’s usage is taken for what recurs; ours is the average of three, and none unless the policy says so.',
    },
  },
  {
    source: 'https://bigdelta.com/library/metrics/committed-mrr',
    title: 'Big Delta: $25,000 with $500 signed and $3,000 of notice given are $22,500',
    policy: { cmrrSigned: 'include' },
    terms: {
      stays: [monthly('2024-01-01', null, 2_200_000)],
      leaves: [monthly('2024-01-01', '2025-06-01', 300_000, { cancelledOn: '2025-03-10' })],
      comes: [monthly('2025-05-01', null, 50_000, { signedOn: '2025-03-20' })],
    },
    expected: { MRR: '25000.00', CMRR: '22500.00' },
  },
];
