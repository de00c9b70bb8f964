import { value } from '../../facts/value/value.ts';
import type { ValueFacts } from '../../facts/value/value-facts.ts';
import type { Metric } from '../../metric.ts';

/** Value realization. */
export const valueRealization: Metric<ValueFacts> = {
  key: 'VALUE_REALIZATION',
  name: 'Value realization',
  shortName: 'Value realization',
  description:
    'Of the outcomes that were to be achieved by a day in the period, the share that was achieved when the period ended. Those achieved after their day count and stand apart, so that the share achieved in time can be told from the same terms. Each outcome counts once, whatever it is worth. Beside it stands how far the due outcomes were on average from their baselines to their targets: two readings of one half may be all half-way there, or half of them done and half not begun. What was achieved stays achieved, even if a later value falls back.',
  formula: 'outcomes reached ÷ outcomes due',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  source: value,
  terms: () => ({
    numerator: [
      {
        key: 'REACHED',
        label: 'Reached by their day',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.outcomesReached,
      },
      {
        key: 'REACHED_LATE',
        label: 'Reached later, within the period',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.outcomesReachedLate,
      },
    ],
    denominator: [{ key: 'DUE', label: 'Outcomes due', sign: 1, measure: 'COUNT', of: (facts) => facts.outcomesDue }],
    beside: [
      {
        key: 'PROGRESS',
        label: 'Mean progress from baseline to target',
        unit: 'FRACTION',
        total: (facts) => facts.outcomeProgress,
        count: (facts) => facts.outcomesDue,
      },
    ],
  }),
  reasons: {
    NO_BASE: {
      title: 'No outcomes due',
      explanation: 'No outcome was due in this period. The number comes with the first that is.',
    },
  },
  switches: [],
  coverage: ({ outcomesDue, outcomesUnmeasured }) =>
    outcomesDue === 0 ? 0 : (outcomesDue - outcomesUnmeasured) / outcomesDue,
};
