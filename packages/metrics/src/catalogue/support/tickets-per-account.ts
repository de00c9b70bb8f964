import { support } from '../../facts/support/support.ts';
import type { SupportFacts } from '../../facts/support/support-facts.ts';
import type { Metric } from '../../metric.ts';
import { some } from './define-support-time.ts';
import { openedByPaying, paying } from './support-terms.ts';

/** Tickets per account. */
export const ticketsPerAccount: Metric<SupportFacts> = {
  key: 'TICKETS_PER_ACCOUNT',
  name: 'Tickets per account',
  shortName: 'Per account',
  description:
    'Tickets that paying accounts opened in the period, over those accounts, whether they asked for help or not. Tickets of accounts that do not pay at its end are left out and counted in the exclusions: above the line without being below it, they would make the others look needier.',
  formula: 'tickets of paying accounts ÷ paying accounts',
  unit: 'MULTIPLE',
  better: 'LOWER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: support,
  terms: () => ({ numerator: [openedByPaying], denominator: [paying] }),
  undefinedBecause: ({ tracked, paying: accounts }) => {
    if (tracked === 0) return 'NO_TICKETS';
    return accounts === 0 ? 'NO_BASE' : null;
  },
  reasons: {
    NO_TICKETS: {
      title: 'No tickets known',
      explanation: 'No ticket was reported by the end of this period. That is no proof that there were none.',
    },
    NO_BASE: { title: 'No paying accounts', explanation: 'Nobody pays at the end of this period.' },
  },
  switches: [],
  excluded: (facts) =>
    some(
      'NOT_PAYING',
      'Tickets of accounts that do not pay at the end of the period.',
      facts.opened - facts.openedByPaying,
    ),
};
