import { day } from '../testing/worked-ledger.ts';
import type { Example } from './example.ts';

const codingAce = 'https://codingace.net/crmp/renewal_percentage.html';
const opex = 'https://www.opexengine.com/question/renewal-rate-definition/';

/** Customers with a contract of $10 each due in March 2025, of whom some renew. */
function due(count: number, renewed: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index < renewed ? `c-${index} 2025-03-15 10 renewed 2025-03-15 10` : `c-${index} 2025-03-15 10 lost 2025-03-01`,
  );
}

// Two contracts of $100, in January and February; the first was signed in February only.
const lateOnes = ['a 2025-01-20 100 renewed 2025-02-10 100', 'b 2025-02-20 100 renewed 2025-02-20 100'];

/** Renewal rates, by amount and by customers. */
export const renewalRates: readonly Example[] = [
  {
    source: 'https://www.chargebee.com/resources/glossaries/what-is-renewal-rate/',
    title: 'Chargebee: 90 of 100 customers renew',
    contracts: due(100, 90),
    expected: { RENEWAL_RATE_LOGOS: '90%' },
  },
  {
    source: 'https://creativeg.gr/glossary/retention-rate-vs-renewal-rate/',
    title: 'Creative G: $200,000 of $250,000 exposed is 80 %',
    contracts: ['kept 2025-03-10 200000 renewed 2025-03-10 200000', 'lost 2025-03-20 50000 lost 2025-03-20'],
    expected: { RENEWAL_RATE: '80%' },
  },
  {
    source: 'https://churnzero.com/churnopedia/renewal-rate/',
    title: 'ChurnZero: 98 of 100 customers',
    contracts: due(100, 98),
    expected: { RENEWAL_RATE_LOGOS: '98%' },
  },
  {
    source: 'https://churnzero.com/churnopedia/renewal-rate/',
    title: 'ChurnZero: a negative churn of 5 %',
    contracts: ['grown 2025-03-10 100 renewed 2025-03-10 105'],
    expected: { RENEWAL_RATE: '100%' },
    differs: {
      key: 'RENEWAL_RATE',
      value: '105%',
      why: 'What a renewal brings on top is EXPANDED: in the rate it would make up for contracts that were lost.',
    },
  },
  ...(
    [
      ['January', 120, 102, 8, 4, '85.00%', '88.33%'],
      ['February', 135, 118, 9, 3, '87.41%', '91.85%'],
      ['March', 150, 126, 12, 5, '84.00%', '88.67%'],
      ['April', 140, 124, 10, 2, '88.57%', '94.29%'],
    ] as const
  ).map(
    ([month, base, renewed, expansion, , gross, net]): Example => ({
      source: codingAce,
      title: `CodingAce: ${renewed} of ${base} due in ${month}`,
      contracts: [
        `grown 2025-03-05 ${renewed} renewed 2025-03-05 ${renewed + expansion}`,
        `gone 2025-03-06 ${base - renewed} lost 2025-03-06`,
      ],
      expected: { RENEWAL_RATE: gross },
      differs: {
        key: 'RENEWAL_RATE',
        value: net,
        why: 'The net rate adds expansion and takes contraction off what had renewed; ours is the gross one.',
      },
    }),
  ),
  {
    source: opex,
    title: 'Adaptive Insights: a contract of January signed in February is none in January',
    period: { kind: 'month', month: '2025-01' },
    contracts: lateOnes,
    expected: { RENEWAL_RATE: '0%' },
  },
  {
    source: opex,
    title: 'Adaptive Insights: both contracts are renewed in the first quarter',
    period: { kind: 'range', start: day('2025-01-01'), end: day('2025-04-01') },
    contracts: lateOnes,
    expected: { RENEWAL_RATE: '100%' },
  },
  {
    source: opex,
    title: 'Adaptive Insights: February has its own contract only',
    period: { kind: 'month', month: '2025-02' },
    contracts: lateOnes,
    expected: { RENEWAL_RATE: '100%' },
    differs: {
      key: 'RENEWAL_RATE',
      value: '200%',
      why: 'The late renewal counts as a windfall, over a base that does not hold its contract.',
    },
  },
  {
    source: 'https://agilebrandguide.com/wiki/metrics/available-to-renew-atr',
    title: 'Agile Brand Guide: $5,000, $7,000 and $3,000 up for renewal are $15,000',
    contracts: [
      'a 2025-03-10 5000 renewed 2025-03-10 5000',
      'b 2025-03-12 7000 renewed 2025-03-12 7000',
      'c 2025-03-14 3000 lost 2025-03-14',
    ],
    expected: { 'RENEWAL_RATE.DUE': '15000.00', RENEWAL_RATE: '80%' },
  },
  {
    source: 'https://help.clientsuccess.com/en/articles/1594546-renewal-performance',
    title: 'ClientSuccess: renewed without upsell over renewable; upsell is gained above the base amount',
    contracts: [
      'up 2025-03-10 100 renewed 2025-03-10 150',
      'down 2025-03-12 100 renewed 2025-03-12 70',
      'gone 2025-03-14 100 lost 2025-03-14',
    ],
    expected: { RENEWAL_RATE: '56.7%', 'RENEWAL_RATE.EXPANDED': '50.00', RENEWAL_RATE_LOGOS: '66.7%' },
  },
];
