import { value } from '../../facts/value/value.ts';
import type { ValueFacts } from '../../facts/value/value-facts.ts';
import type { Metric } from '../../metric.ts';

/** Time to first value. */
export const timeToFirstValue: Metric<ValueFacts> = {
  key: 'TIME_TO_FIRST_VALUE',
  name: 'Time to first value',
  shortName: 'Time to value',
  description:
    'How many days customers took from their start to the milestone that is marked as the first value: the median over those who reached it in the period, with the 90th percentile beside it. The start is the milestone marked as such, or without one the first day paid. Those who are still waiting have no time yet, and leaving them out makes every such median look better than the wait is, the more so the younger the customers: they are counted beside it with how long they have waited, and so are those who left without. Read the three together: a median that falls while the waiting pile up is no improvement. It is not the time to go live nor the time to adopt, unless these are the milestone.',
  formula: 'median of the days from the start to the first value, of those who reached it in the period',
  unit: 'DAYS',
  better: 'LOWER',
  balance: false,
  source: value,
  terms: () => ({
    kind: 'DISTRIBUTION',
    samples: (facts) => facts.firstValueDays,
    beside: [
      {
        key: 'STILL_WAITING',
        label: 'Still waiting at the end',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.waiting,
      },
      {
        key: 'WAITING_DAYS',
        label: 'Days these have waited, together',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.waitingDays,
      },
      {
        key: 'LEFT_WITHOUT',
        label: 'Left in the period without it',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.leftWithout,
      },
    ],
  }),
  undefinedBecause: (facts) => {
    if (facts.accounts > 0 && facts.asked === 0) return 'NOT_APPLICABLE';
    return facts.firstValueDays.length === 0 ? 'NO_BASE' : null;
  },
  reasons: {
    NOT_APPLICABLE: {
      title: 'No first value defined',
      explanation: 'No milestone is marked as the first value. Mark the one that customers buy the product for.',
    },
    NO_BASE: {
      title: 'Nobody reached it',
      explanation: 'Nobody reached the first value in this period. How many are waiting for it is counted beside.',
    },
  },
  switches: [],
  coverage: ({ firstValueDays, unstarted, waiting, leftWithout }) => {
    const all = firstValueDays.length + unstarted + waiting + leftWithout;
    return all === 0 ? 0 : firstValueDays.length / all;
  },
  excluded: ({ unstarted, waiting, waitingDays, leftWithout }) => [
    ...(waiting === 0
      ? []
      : [
          {
            reason: 'STILL_WAITING',
            explanation: `Customers who had started and not reached the first value when the period ended, after ${Math.round(waitingDays / waiting)} days on average.`,
            count: waiting,
          },
        ]),
    ...(leftWithout === 0
      ? []
      : [
          {
            reason: 'LEFT_WITHOUT',
            explanation: 'Customers who left in the period without ever having reached the first value.',
            count: leftWithout,
          },
        ]),
    ...(unstarted === 0
      ? []
      : [
          {
            reason: 'NO_START',
            explanation:
              'Accounts that reached the first value and neither paid nor have a milestone that starts them.',
            count: unstarted,
          },
        ]),
  ],
};
