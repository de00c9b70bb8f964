import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../testing/worked-ledger.ts';
import { type EventLine, eventOf } from '../testing/worked-tickets.ts';
import { OpenTime } from './open-time.ts';
import { ticketActors, ticketEventKinds, ticketTimeline } from './ticket-timeline.ts';

const createdAt = Date.parse('2026-11-16T10:00Z');
const hour = 3600;

const timeline = (...events: readonly EventLine[]) => ticketTimeline(createdAt, events.map(eventOf), undefined);
const hours = (count: number) => ({ calendar: count * hour, business: null });

const native = 'https://support.zendesk.com/hc/en-us/articles/4408834848154';
const replies = 'https://support.zendesk.com/hc/en-us/articles/4408821871642';

describe('the first response', () => {
  it.each<readonly [string, readonly EventLine[], number | null, number | null]>([
    [
      'https://help.zoho.com/…/response-and-resolution-times-glossary: raised at ten, answered at half past eleven',
      ['2026-11-16T11:30 agent publicReply'],
      1.5,
      1.5,
    ],
    [
      `${replies}: an agent opens the ticket, and the agent’s next public comment ends the time`,
      ['2026-11-16T10:00 agent publicReply', '2026-11-16T12:00 agent publicReply'],
      2,
      2,
    ],
    [
      `${replies}: a call is solved without a comment, the customer reopens, then the agent replies`,
      [
        '2026-11-16T10:00 agent resolved',
        '2026-11-17T09:00 customer publicReply',
        '2026-11-17T09:00 customer reopened',
        '2026-11-17T10:00 agent publicReply',
      ],
      24,
      24,
    ],
    [
      `${replies}: what a bot says does not count`,
      ['2026-11-16T10:01 bot publicReply', '2026-11-16T13:00 agent publicReply'],
      3,
      1 / 60,
    ],
    ['nor does a private note', ['2026-11-16T11:00 agent privateNote'], null, null],
    ['nor what the customer adds', ['2026-11-16T11:00 customer publicReply'], null, null],
    ['nor what was before the ticket', ['2026-11-16T09:00 agent publicReply'], null, null],
  ])('%s', (_, events, agent, any) => {
    const { agentReply, anyReply } = timeline(...events);
    expect(agentReply).toEqual(agent === null ? null : hours(agent));
    expect(anyReply).toEqual(any === null ? null : hours(any));
  });
});

describe('resolutions', () => {
  const first: EventLine = '2026-11-16T14:00 agent resolved';
  const again: EventLine = '2026-11-17T10:00 customer reopened';
  const last: EventLine = '2026-11-18T10:00 agent resolved';

  it.each<readonly [string, readonly EventLine[], readonly (readonly [number | null, boolean])[]]>([
    [
      'https://docs.unthread.io/analytics/Analytics-Performance: reopened and closed again, all of the time counts',
      [first, again, last],
      [
        [4, true],
        [48, false],
      ],
    ],
    [`${native}: closing what is not resolved resolves it`, ['2026-11-16T15:00 bot closed'], [[5, false]]],
    ['resolving twice is resolving once', [first, '2026-11-16T16:00 agent resolved'], [[4, false]]],
    ['closing what is resolved changes nothing', [first, '2026-11-20T10:00 bot closed'], [[4, false]]],
    ['reopening what is open changes nothing', [again], []],
    ['a merge ends a ticket and resolves nothing', ['2026-11-16T12:00 agent merged', first], [[null, false]]],
    [
      'a merge of a resolved ticket leaves its resolution',
      [first, '2026-11-17T09:00 agent merged', again],
      [[4, false]],
    ],
  ])('%s', (_, events, expected) => {
    expect(
      timeline(...events).resolutions.map(({ wait, reopenedAt }) => [
        wait === null ? null : wait.calendar / hour,
        reopenedAt !== null,
      ]),
    ).toEqual(expected);
  });

  it('count in business hours where a schedule is given', () => {
    const monday = [{ weekday: 1, opens: 540, closes: 1020 }];
    const times = new OpenTime([{ validFrom: day('2026-01-01'), timeZone: 'UTC', hours: monday, holidays: [] }]);
    const { resolutions } = ticketTimeline(createdAt, [first, again, last].map(eventOf), times);
    expect(resolutions.map(({ wait }) => wait)).toEqual([
      { calendar: 4 * hour, business: 4 * hour },
      { calendar: 48 * hour, business: 7 * hour },
    ]);
  });

  it('are the same in whatever order events arrive, and never overlap', () => {
    const event = fc.record({
      at: fc.integer({ min: -2, max: 12 }).map((hours) => createdAt + hours * hour * 1000),
      kind: fc.constantFrom(...ticketEventKinds),
      by: fc.constantFrom(...ticketActors),
    });
    fc.assert(
      fc.property(
        fc
          .array(event, { maxLength: 12 })
          .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => {
          const found = ticketTimeline(createdAt, events, undefined);
          expect(ticketTimeline(createdAt, shuffled, undefined)).toEqual(found);
          let before = createdAt;
          for (const { at, reopenedAt } of found.resolutions) {
            expect(at).toBeGreaterThanOrEqual(before);
            before = reopenedAt ?? Number.POSITIVE_INFINITY;
          }
          expect(found.anyReply?.calendar ?? 0).toBeLessThanOrEqual(
            found.agentReply?.calendar ?? Number.POSITIVE_INFINITY,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
