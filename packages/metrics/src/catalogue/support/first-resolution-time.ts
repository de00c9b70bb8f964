import type { SupportFacts } from '../../facts/support/support-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineSupportTime } from './define-support-time.ts';
import { openAtEnd } from './support-terms.ts';

/** First resolution time. */
export const firstResolutionTime: Metric<SupportFacts> = defineSupportTime({
  key: 'FIRST_RESOLUTION_TIME',
  name: 'First resolution time',
  shortName: 'First resolution',
  description:
    'The median time from the creation of a ticket to the first time it was resolved, of the tickets first resolved in the period, whenever they were created. A ticket that was opened again afterwards keeps its first time: see full resolution time for all of it. Closing a ticket resolves it; merging it into another does not. Tickets still open at the end are counted beside it.',
  formula: 'median of first resolution − creation',
  waits: (facts) => facts.firstResolutions,
  beside: [openAtEnd],
  switches: [],
  noTickets: 'No ticket was resolved for the first time in this period.',
  see: 'https://support.zendesk.com/hc/en-us/articles/4408834848154',
});
