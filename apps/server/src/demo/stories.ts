import type { Customer } from './customer.ts';
import { months } from './timeline.ts';

const now = months - 1;

/**
 * Customers that a newcomer can look up by name: one in good health, one at risk with its renewal two months away, one that
 * left and came back, and the largest.
 */
export const stories: readonly Customer[] = [
  {
    externalId: 'acme',
    name: 'Acme Rockets',
    industry: 'Manufacturing',
    region: 'North America',
    csm: 'Dana Whitfield',
    plan: 'Business',
    seats: 96,
    interval: 'year',
    currency: 'USD',
    firstMonth: -9,
    date: 12,
    affinity: 0.79,
    giant: false,
    story: { stints: [{ from: -9, until: null }], dips: [{ from: 8, low: 10, back: 13, depth: 0.75 }] },
  },
  {
    externalId: 'bluefin',
    name: 'Bluefin Freight Lines',
    industry: 'Logistics',
    region: 'Europe',
    csm: 'Mikkel Strand',
    plan: 'Business',
    seats: 148,
    interval: 'year',
    currency: 'EUR',
    firstMonth: now + 2 - 36,
    date: 18,
    affinity: 0.8,
    giant: false,
    story: {
      stints: [{ from: now + 2 - 36, until: now + 2 }],
      dips: [{ from: now - 6, low: now - 1, back: null, depth: 0.24 }],
    },
  },
  {
    externalId: 'halcyon',
    name: 'Halcyon Hotels',
    industry: 'Hospitality',
    region: 'Europe',
    csm: 'Ines Carvalho',
    plan: 'Team',
    seats: 64,
    interval: 'year',
    currency: 'EUR',
    firstMonth: now - 13 - 24,
    date: 7,
    affinity: 0.78,
    giant: false,
    story: {
      stints: [
        { from: now - 13 - 24, until: now - 13 },
        { from: now - 5, until: null },
      ],
      dips: [{ from: now - 19, low: now - 15, back: null, depth: 0.25 }],
    },
  },
  {
    externalId: 'meridian',
    name: 'Meridian Rail',
    industry: 'Logistics',
    region: 'North America',
    csm: 'Dana Whitfield',
    plan: 'Enterprise',
    seats: 690,
    interval: 'year',
    currency: 'USD',
    firstMonth: 4,
    date: 3,
    affinity: 0.86,
    giant: true,
    story: { stints: [{ from: 4, until: null }], dips: [{ from: 14, low: 16, back: 20, depth: 0.6 }] },
  },
];
