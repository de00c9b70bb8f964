import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectAll } from '../../ledger/selection.ts';
import { defaultPolicy } from '../../policy.ts';
import { type EventLine, type TicketLine, ticketLedger } from '../../testing/worked-tickets.ts';
import { support } from './support.ts';
import type { SupportFacts } from './support-facts.ts';

const firstDay = 20_000;
const instant = (hours: number): string => new Date((firstDay * 24 + hours) * 3_600_000).toISOString().slice(0, 16);
const hours = fc.integer({ min: 0, max: 40 * 24 });

const tickets: fc.Arbitrary<readonly TicketLine[]> = fc.array(
  fc.record({
    account: fc.constantFrom('acme', 'bolt', 'former'),
    createdAt: hours.map(instant),
    events: fc.array(
      fc
        .tuple(
          hours.map(instant),
          fc.constantFrom('agent', 'bot', 'customer'),
          fc.constantFrom('publicReply', 'resolved', 'reopened', 'closed', 'privateNote', 'merged'),
        )
        .map((parts): EventLine => `${parts[0]} ${parts[1]} ${parts[2]}`),
      { maxLength: 6 },
    ),
  }),
  { maxLength: 12 },
);
const window = fc
  .tuple(fc.integer({ min: -2, max: 42 }), fc.nat({ max: 20 }))
  .map(([start, days]) => ({ start: firstDay + start, end: firstDay + start + days }));

/** Facts with single values in order, since a group's are put together in any. */
function sum(all: readonly SupportFacts[]): unknown {
  const waits = (of: (facts: SupportFacts) => SupportFacts['firstResponses']) => ({
    seconds: all.flatMap((facts) => of(facts).seconds).sort((a, b) => a - b),
    unknown: all.reduce((total, facts) => total + of(facts).unknown, 0),
  });
  const counts = [
    'tracked',
    'opened',
    'openedByPaying',
    'paying',
    'resolved',
    'reopened',
    'merged',
    'openAtEnd',
    'waiting',
    'mergedUnanswered',
  ] as const;
  return {
    ...Object.fromEntries(counts.map((key) => [key, all.reduce((total, facts) => total + facts[key], 0)])),
    firstResponses: waits((facts) => facts.firstResponses),
    firstResolutions: waits((facts) => facts.firstResolutions),
    fullResolutions: waits((facts) => facts.fullResolutions),
  };
}

describe('support facts', () => {
  const policies = fc.record({
    firstResponse: fc.constantFrom('publicAgentReply', 'anyPublicReply'),
    supportHours: fc.constantFrom('calendar', 'business'),
  });

  it('of a selection are those of its accounts put together', () => {
    fc.assert(
      fc.property(tickets, window, policies, (lines, asked, switches) => {
        const ledger = ticketLedger(lines);
        const question = { ledger, selection: selectAll(ledger), policy: { ...defaultPolicy, ...switches } };
        const each = [...question.selection.indices].map((account) => support.collectAccount(question, account, asked));
        expect(sum(support.collect(question, [asked]))).toEqual(sum(each));
      }),
    );
  });

  it('roll forward: open before + opened + reopened − resolved − merged are open at the end', () => {
    fc.assert(
      fc.property(tickets, window, (lines, asked) => {
        const ledger = ticketLedger(lines);
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        const [before, within] = support.collect(question, [{ start: asked.start - 1000, end: asked.start }, asked]);
        if (before === undefined || within === undefined) throw new Error('two windows give two sets of facts');
        const { opened, reopened, resolved, merged } = within;
        expect(before.openAtEnd + opened + reopened - resolved - merged).toBe(within.openAtEnd);
        expect(within.openAtEnd).toBeGreaterThanOrEqual(0);
        const { firstResponses, waiting, mergedUnanswered } = within;
        expect(firstResponses.seconds.length + firstResponses.unknown + waiting + mergedUnanswered).toBe(opened);
      }),
      { numRuns: 500 },
    );
  });
});
