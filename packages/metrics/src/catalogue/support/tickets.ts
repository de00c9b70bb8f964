import { support } from '../../facts/support/support.ts';
import type { SupportFacts } from '../../facts/support/support-facts.ts';
import type { Metric } from '../../metric.ts';
import { merged, openAtEnd, opened, reopened, resolved } from './support-terms.ts';

/** Tickets. */
export const tickets: Metric<SupportFacts> = {
  key: 'TICKETS',
  name: 'Tickets opened',
  shortName: 'Tickets',
  description:
    'Tickets created in the period. Beside it stand how often tickets were resolved and opened again, those merged into another and those open at the end, so that the open ones can be followed: open before + opened + reopened − resolved − merged = open at the end.',
  formula: 'tickets created in the period',
  unit: 'COUNT',
  better: 'NEITHER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: support,
  terms: () => ({ numerator: [opened], beside: [reopened, resolved, merged, openAtEnd] }),
  undefinedBecause: ({ tracked }) => (tracked === 0 ? 'NO_TICKETS' : null),
  reasons: {
    NO_TICKETS: {
      title: 'No tickets known',
      explanation: 'No ticket was reported by the end of this period. That is no proof that there were none.',
    },
  },
  switches: [],
};
