import { ballot, scores } from './ballot.ts';
import { logos, many } from './book.ts';
import type { Example, PricedLine } from './example.ts';

const butterOfTheMonth = logos({ start: 1_000, lost: 50, won: 500, wonAndLost: 12 });
const profitWell = 'https://www.paddle.com/help/profitwell-metrics/measure/compare/profitwell-vs-chargebee';
const maxio = 'https://www.paddle.com/help/profitwell-metrics/measure/compare/profitwell-vs-maxio';
const backWithin = (leftOn: string): readonly PricedLine[] => [
  `back 2024-01-01 ${leftOn} 10000`,
  'back 2025-03-10 - 10000',
  'stays 2024-01-01 - 10000',
];

/** Rules that others publish in words alone. The numbers are ours, worked by hand from the rule. */
export const rules: readonly Example[] = [
  {
    source: 'https://support.stripe.com/questions/calculating-subscriber-churn-rate-in-billing',
    title: 'Stripe: churned, newcomers too, over active at the start plus new: 62 of 1,500',
    policy: { samePeriodChurn: 'count', churnDenominator: 'startPlusNew' },
    subscriptions: butterOfTheMonth,
    expected: { LOGO_CHURN: '4.13%' },
  },
  {
    source: 'https://changelog.baremetrics.com/churn-update-4pqo9O',
    title: 'Baremetrics: who signs up and cancels within the window is in the churn rate',
    policy: { samePeriodChurn: 'count' },
    subscriptions: butterOfTheMonth,
    expected: { LOGO_CHURN: '6.2%' },
  },
  {
    source: profitWell,
    title: 'ProfitWell: who signs up and churns in one month is left out of the metrics entirely, churn',
    subscriptions: butterOfTheMonth,
    expected: { LOGO_CHURN: '5.0%', CHURNED_MRR: '620.00' },
    differs: {
      key: 'CHURNED_MRR',
      value: '500.00',
      why: 'Our movements always hold both; samePeriodChurn changes rates, not movements.',
    },
  },
  {
    source: profitWell,
    title: 'ProfitWell: who signs up and churns in one month is left out of the metrics entirely, new',
    subscriptions: butterOfTheMonth,
    expected: { NEW_MRR: '5000.00', NET_NEW_MRR: '4380.00' },
    differs: { key: 'NEW_MRR', value: '4880.00', why: 'As above. What is net new is the same either way.' },
  },
  {
    source:
      'https://support.chargebee.com/support/solutions/articles/252188-what-is-quick-ratio-metric-in-revenuestory-',
    title: 'Chargebee: the quick ratio does not consider cancellations in the month of activation',
    subscriptions: butterOfTheMonth,
    expected: { QUICK_RATIO: '8.06' },
    differs: {
      key: 'QUICK_RATIO',
      value: '10.00',
      why: '5,000 over 500 rather than over 620: the quick ratio does not heed samePeriodChurn.',
    },
  },
  {
    source: 'https://help.chartmogul.com/hc/en-us/articles/6886664393500-Chart-Net-MRR-Retention',
    title: 'ChartMogul: net retention excludes new business and reactivation, net churn is offset by it',
    flows: { start: 100, new: 30, expansion: 10, contraction: 10, churn: 10, reactivation: 10 },
    expected: { NRR: '90%', NET_MRR_CHURN: '0%' },
  },
  {
    source: 'https://calliper.app/metric-dictionary/net-retention-rate-nrr',
    title: 'Calliper: net retention is all MRR but that of new customers over the start, returns too',
    policy: { nrrReactivation: 'include' },
    flows: { start: 100, new: 30, expansion: 10, contraction: 10, churn: 10, reactivation: 10 },
    expected: { NRR: '100%' },
  },
  {
    source: 'https://posthog.com/handbook/growth/revops/retention-metrics',
    title: 'PostHog: GDR is Σ min(now, then) ÷ Σ then, NDR Σ now ÷ Σ then',
    period: { kind: 'year', year: 2025 },
    policy: { nrrMethod: 'trailing12Cohort' },
    subscriptions: [
      'up 2024-01-01 2025-05-01 60000',
      'up 2025-05-01 - 90000',
      'down 2024-01-01 2025-06-01 30000',
      'down 2025-06-01 - 20000',
      'gone 2024-01-01 2025-07-01 10000',
      'new 2025-08-01 - 50000',
    ],
    expected: { GRR: '80%', NRR: '110%' },
  },
  {
    source: maxio,
    title: 'Maxio: back within 90 days is a reactivation',
    policy: { reactivationWindowDays: 90 },
    subscriptions: backWithin('2024-12-10'),
    expected: { REACTIVATION_MRR: '100.00', NEW_MRR: '0.00' },
  },
  {
    source: maxio,
    title: 'Maxio: back after more than 90 days is new',
    policy: { reactivationWindowDays: 90 },
    subscriptions: backWithin('2024-12-09'),
    expected: { REACTIVATION_MRR: '0.00', NEW_MRR: '100.00' },
  },
  {
    source: 'https://support.recurly.com/hc/en-us/articles/360041810792-How-can-I-calculate-Reactivation-MRR-',
    title: 'Recurly: a return needs a gap of a month to be a reactivation',
    subscriptions: backWithin('2025-03-05'),
    expected: { REACTIVATION_MRR: '100.00', CHURNED_MRR: '100.00', NET_NEW_MRR: '0.00' },
    differs: {
      key: 'REACTIVATION_MRR',
      value: '0.00',
      why: 'A gap of five days is churn and a return to us; we have a longest gap, no shortest.',
    },
  },
  {
    source: 'https://www.paddle.com/help/manage/reporting/how-is-monthly-recurring-revenue-calculated',
    title: 'Paddle: a week is multiplied by 4.33',
    subscriptions: ['one 2024-01-01 - 10000/week'],
    expected: { MRR: '433.33' },
    differs: { key: 'MRR', value: '433.00', why: 'Ours is 52 ÷ 12, which 4.33 rounds.' },
  },
  {
    source: 'https://docs.apphud.com/docs/mrr',
    title: 'Apphud: a week is multiplied by 4',
    subscriptions: ['one 2024-01-01 - 10000/week'],
    expected: { MRR: '433.33' },
    differs: { key: 'MRR', value: '400.00', why: 'That makes a year of 48 weeks.' },
  },
  {
    source: 'https://cloudblue.com/glossary/gross-dollar-retention',
    title: 'CloudBlue: gross retention with gains from expansion, and churn taken off the end once more',
    flows: { start: 100, expansion: 20, churn: 10 },
    expected: { GRR: '90%', NRR: '110%' },
    publishedWrong: {
      key: 'GRR',
      value: '100%',
      why: '(110 − 10) ÷ 100: the end has lost the churn already, and gross retention knows no gains.',
    },
  },
  {
    source: 'https://creativeg.gr/glossary/mrr-expansion-rate-a-k-a-net-revenue-retention-rate/',
    title: 'Creative Glossary: expansion over the start under the name of net retention',
    flows: { start: 100, expansion: 20, churn: 10 },
    expected: { NRR: '110%', EXPANSION_RATE: '20%' },
    publishedWrong: { key: 'NRR', value: '20%', why: 'That is the expansion rate; it does not say what is retained.' },
  },
  {
    source: 'https://support.nicereply.com/article/266-how-is-nps-calculated',
    title: 'Nicereply: detractors answer lower than 6, passives 7 or 8',
    answers: scores([9, 9, 8, 6, 6]),
    expected: { NPS: '0' },
    publishedWrong: { key: 'NPS', value: '40', why: 'Who answers 6 is in no group; detractors reach to 6.' },
  },
  {
    source: 'https://www.aspenanalytics.io/path/glossary/net-promoter-score/',
    title: 'Aspen: detractors are the answers 1 to 6',
    answers: scores([10, 10, 8, 0, 0]),
    expected: { NPS: '0' },
    publishedWrong: { key: 'NPS', value: '40', why: 'Who answers 0 is in no group; the scale starts at 0.' },
  },
  {
    source: 'https://rdrr.io/github/liam-c-smith/secretsauce/man/net_promoter.html',
    title: 'secretsauce: with include_na, who did not answer is neutral',
    answers: ballot(4, 0, 2),
    shown: 12,
    expected: { NPS: '33.3', RESPONSE_RATE: '50%' },
    differs: { key: 'NPS', value: '16.7', why: 'Silence draws any score towards 0; we keep it for the response rate.' },
  },
  {
    source: 'https://help.chartmogul.com/hc/en-us/articles/203299912',
    title: 'ChartMogul: cancelling one of two subscriptions is contraction, not churn',
    subscriptions: [
      'one 2024-01-01 - 10000',
      'one 2024-06-01 2025-03-10 4000',
      ...many('other', 3, '2024-01-01', '-', '10000'),
    ],
    expected: { CONTRACTION_MRR: '40.00', CHURNED_MRR: '0.00', LOGO_CHURN: '0%', GROSS_MRR_CHURN: '9.1%' },
  },
  {
    source: 'https://support.stripe.com/questions/calculating-churn-rate-in-billing',
    title: 'Stripe: who ends, comes back and ends again within the 30 days is a second churn',
    policy: { samePeriodChurn: 'count', churnDenominator: 'startPlusNew' },
    subscriptions: [
      ...many('stays', 9, '2024-01-01', '-', '1000'),
      'twice 2024-01-01 2025-03-05 1000',
      'twice 2025-03-10 2025-03-20 1000',
    ],
    expected: { LOGO_CHURN: '10%', CHURNED_MRR: '20.00' },
    differs: {
      key: 'LOGO_CHURN',
      value: '20%',
      why: 'We count customers of the start who are not there at the end, each once; Stripe counts departures.',
    },
  },
  {
    source: 'https://support.stripe.com/questions/calculating-churn-rate-in-billing',
    title: 'Stripe: who ends and comes back within the 30 days has churned all the same',
    policy: { samePeriodChurn: 'count', churnDenominator: 'startPlusNew' },
    subscriptions: [
      ...many('stays', 9, '2024-01-01', '-', '1000'),
      'back 2024-01-01 2025-03-05 1000',
      'back 2025-03-10 - 1000',
    ],
    expected: { LOGO_CHURN: '0%', CHURNED_MRR: '10.00', REACTIVATION_MRR: '10.00' },
    differs: { key: 'LOGO_CHURN', value: '10%', why: 'As above: at the end the customer is there.' },
  },
  {
    source: 'https://calculator.academy/customer-retention-cost-calculator/',
    title: 'Calculator Academy: the cost less the number of new customers over customers at the start',
    subscriptions: [...many('kept', 500, '2024-01-01', '-', '1000'), ...many('new', 100, '2025-03-05', '-', '1000')],
    costs: ['- retention 2025-03-01 2025-04-01 1000000'],
    expected: { CRC: '20.00' },
    publishedWrong: { key: 'CRC', value: '19.80', why: 'Customers cannot be taken from dollars. Numbers are ours.' },
  },
];
