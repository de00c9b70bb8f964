import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayEvent, rollUpDay } from './roll-up-day.ts';

/** An event at so many minutes past nine. */
function event(minute: number, options: Partial<DayEvent> = {}): DayEvent {
  return { featureNo: 0, at: Date.UTC(2026, 5, 1, 9, minute), session: null, seconds: 0, ...options };
}

describe('a day of events', () => {
  it('begins another session after more than 30 minutes without any', () => {
    expect(rollUpDay([event(0), event(30), event(60)])).toEqual([
      { featureNo: 0, events: 3, sessions: 1, seconds: 3_600 },
    ]);
    expect(rollUpDay([event(0), event(31)])).toEqual([{ featureNo: 0, events: 2, sessions: 2, seconds: 0 }]);
  });

  it.each([
    // 11:30 to 11:37, and again at 12:08 and at 12:06: https://resources.admost.com/knowledge-base/how-we-define-a-session
    ['31 minutes away are too long', [0, 7, 38], 2, 7 * 60],
    ['29 minutes away are not', [0, 7, 36], 1, 36 * 60],
  ] as const)('as others publish it: %s', (_, minutes, sessions, seconds) => {
    expect(rollUpDay(minutes.map((minute) => event(minute)))).toMatchObject([{ sessions, seconds }]);
  });

  it('counts the pause from the end of what took time', () => {
    expect(rollUpDay([event(0, { seconds: 40 * 60 }), event(69, { seconds: 30 })])).toMatchObject([
      { sessions: 1, seconds: 69 * 60 + 30 },
    ]);
    // A short event within a long one ends nothing.
    expect(rollUpDay([event(0, { seconds: 3_000 }), event(1, { seconds: 1 })])).toMatchObject([{ seconds: 3_000 }]);
  });

  it('takes the sessions that the host names, whatever their pauses', () => {
    const events = [
      event(0, { session: 1 }),
      event(5, { session: 2 }),
      event(10),
      event(50, { session: 1 }),
      event(52, { session: 2 }),
    ];
    expect(rollUpDay(events)).toEqual([{ featureNo: 0, events: 5, sessions: 3, seconds: 50 * 60 + 47 * 60 }]);
  });

  it('gives a session to the feature it began with, so that features add up to the day', () => {
    expect(
      rollUpDay([event(0, { featureNo: 2 }), event(4, { featureNo: 1 }), event(9), event(50, { featureNo: 1 })]),
    ).toEqual([
      { featureNo: 2, events: 1, sessions: 1, seconds: 540 },
      { featureNo: 1, events: 2, sessions: 1, seconds: 0 },
      { featureNo: 0, events: 1, sessions: 0, seconds: 0 },
    ]);
  });

  it('is the same in whatever order events come, and loses none', () => {
    const events = fc.array(
      fc.record({
        featureNo: fc.nat({ max: 2 }),
        at: fc.nat({ max: 86_399 }).map((second) => second * 1_000),
        session: fc.option(fc.nat({ max: 3 })),
        seconds: fc.nat({ max: 4_000 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const found = rollUpDay(given);
        expect(rollUpDay(shuffled)).toEqual(found);
        expect(found.reduce((sum, { events }) => sum + events, 0)).toBe(given.length);
        const sessions = found.reduce((sum, use) => sum + use.sessions, 0);
        expect(sessions).toBeLessThanOrEqual(given.length);
        expect(sessions > 0).toBe(given.length > 0);
      }),
    );
  });
});
