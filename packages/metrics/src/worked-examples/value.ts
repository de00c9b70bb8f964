import { many } from './book.ts';
import type { Example } from './example.ts';

/** Reaching value, and speaking for the product. */
export const customerValue: readonly Example[] = [
  {
    source: 'https://gaspwiki.pages.dev/v1/metrics/onboarding',
    title: 'GASP: the median from the start to the first value; who waits is counted beside it',
    onboarded: [
      'a 2025-03-01 2025-03-03',
      'b 2025-03-01 2025-03-05',
      'c 2025-03-01 2025-03-11',
      'd 2025-02-01 2025-03-13',
      'waits 2025-03-11 -',
      'later 2025-03-01 2025-04-20',
    ],
    // 2, 4, 10 and 40 days; the two that wait have done so for 21 and 31.
    expected: {
      TIME_TO_FIRST_VALUE: '7',
      'TIME_TO_FIRST_VALUE.P90': '31',
      'TIME_TO_FIRST_VALUE.MEAN': '14',
      'TIME_TO_FIRST_VALUE.STILL_WAITING': '2',
      'TIME_TO_FIRST_VALUE.WAITING_DAYS': '52',
    },
  },
  {
    source: 'https://taglab.net/marketing-metrics/customer-advocacy-rate',
    title: 'TagLab: 200 of 1,000 customers who promote the brand are 20 %',
    subscriptions: many('c', 1_000, '2024-01-01', '-', '1000'),
    advocates: Array.from({ length: 200 }, (_, index) => `c-${index}`),
    expected: { ADVOCACY: '20%' },
  },
  {
    source: 'https://taglab.net/marketing-metrics/customer-advocacy-rate',
    title: 'TagLab: 150 of 500 customers who write reviews are 30 %, one of them twice',
    subscriptions: many('c', 500, '2024-01-01', '-', '1000'),
    advocates: [...Array.from({ length: 150 }, (_, index) => `c-${index}`), 'c-0'],
    expected: { ADVOCACY: '30%', 'ADVOCACY.REVIEWS': '151' },
  },
];
