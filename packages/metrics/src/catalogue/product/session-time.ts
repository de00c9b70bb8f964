import { type SessionFacts, sessions } from '../../facts/product/sessions.ts';
import type { Metric } from '../../metric.ts';
import { noUsageData } from './no-usage-data.ts';

/** Session time. */
export const sessionTime: Metric<SessionFacts> = {
  key: 'SESSION_TIME',
  name: 'Session time',
  shortName: 'Session time',
  description:
    'How long a session lasts: the median, with the mean beside it, which few long sessions raise. A session is what the host says it is, or else ends after 30 minutes without an event, and at midnight; it lasts from its first event to the end of its last, so that a single event that took no time makes a session of 0 seconds. The sessions of one user with one feature on one day are known by their number and their time together, and each counts with their mean: the mean of all is exact, the median is that of these means. It is time per session, not per user or day, and longer is not always better: a product that is quicker to use has shorter sessions.',
  formula: 'median of the seconds of each session',
  unit: 'DURATION',
  better: 'NEITHER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: sessions,
  terms: () => ({ kind: 'DISTRIBUTION', samples: (facts) => facts.seconds }),
  undefinedBecause: (facts) => (facts.seconds.length === 0 ? 'NO_USAGE_DATA' : null),
  reasons: { NO_USAGE_DATA: { ...noUsageData, title: 'No sessions yet' } },
  switches: [],
  coverage: (facts) => (facts.userDays === 0 ? 0 : facts.countedDays / facts.userDays),
  excluded: ({ userDays, countedDays }) =>
    userDays === countedDays
      ? []
      : [
          {
            reason: 'NO_SESSION_DATA',
            explanation: 'Days on which a user was active and nobody counted the sessions.',
            count: userDays - countedDays,
          },
        ],
};
