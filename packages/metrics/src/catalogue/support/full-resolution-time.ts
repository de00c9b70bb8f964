import type { SupportFacts } from '../../facts/support/support-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineSupportTime } from './define-support-time.ts';
import { openAtEnd, reopened } from './support-terms.ts';

/** Full resolution time. */
export const fullResolutionTime: Metric<SupportFacts> = defineSupportTime({
  key: 'FULL_RESOLUTION_TIME',
  name: 'Full resolution time',
  shortName: 'Full resolution',
  description:
    'The median time from the creation of a ticket to its latest resolution, of the tickets resolved in the period and still so at its end. All of the time counts, that between a resolution and a reopening too. A ticket that was opened again is not in it until it is resolved again, then with all of its time. Tickets still open at the end are counted beside it.',
  formula: 'median of latest resolution − creation',
  waits: (facts) => facts.fullResolutions,
  beside: [reopened, openAtEnd],
  switches: [],
  noTickets: 'No ticket was resolved in this period and still so at its end.',
  see: 'https://support.zendesk.com/hc/en-us/articles/4408834848154',
});
