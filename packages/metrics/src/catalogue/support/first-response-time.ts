import type { SupportFacts } from '../../facts/support/support-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineSupportTime, some } from './define-support-time.ts';
import { stillWaiting } from './support-terms.ts';

/** First response time. */
export const firstResponseTime: Metric<SupportFacts> = defineSupportTime({
  key: 'FIRST_RESPONSE_TIME',
  name: 'First response time',
  shortName: 'First response',
  description:
    'The median time from the creation of a ticket to the first public reply by an agent: no private note, no bot unless the policy says so, and not the ticket’s own first message. It is about the tickets created in the period, whenever the reply came. Those still waiting have no time yet: they are counted beside it and taken from the coverage, and while there are many of them the median flatters, for it knows only those that were quick. Business hours, where the policy counts in them, are those of the schedule in force at each moment; Zendesk applies one schedule to all of a wait.',
  formula: 'median of first public reply − creation',
  waits: (facts) => facts.firstResponses,
  pending: (facts) => facts.waiting,
  beside: [stillWaiting],
  switches: ['firstResponse'],
  excluded: (facts) =>
    some(
      'MERGED',
      'Tickets that were merged into another before anybody replied; they are answered there.',
      facts.mergedUnanswered,
    ),
  noTickets: 'No ticket created in this period has a reply so far. The time comes with the first one.',
  see: 'https://support.zendesk.com/hc/en-us/articles/4408821871642',
});
