import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../calendar/local-time.ts';
import { day } from '../testing/worked-ledger.ts';
import { OpenTime } from './open-time.ts';
import { aroundTheClock, type OpenHours, type ScheduleVersion } from './schedule.ts';

const at = (text: string): number => Date.parse(text);

/** Hours of some weekdays, such as `weekly('1-5', '09:00-17:00')`. */
function weekly(days: `${number}-${number}`, ...stretches: readonly string[]): readonly OpenHours[] {
  const [first = 1, last = 7] = days.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((weekday) =>
    stretches.map((stretch) => {
      const [opens = 0, closes = 0] = stretch.split('-').map((time) => {
        const [hour = 0, minute = 0] = time.split(':').map(Number);
        return 60 * hour + minute;
      });
      return { weekday, opens, closes };
    }),
  );
}

function version(changes: Partial<ScheduleVersion>): ScheduleVersion {
  return { validFrom: day('2000-01-01'), timeZone: 'UTC', hours: aroundTheClock, holidays: [], ...changes };
}

const nineToFive = version({ hours: weekly('1-5', '09:00-17:00') });
const hour = 3600;

describe('instantOf', () => {
  it.each([
    ['2026-03-28', 150, 'Europe/Berlin', '2026-03-28T01:30:00Z'],
    // Clocks go from 02:00 to 03:00: 02:30 is skipped.
    ['2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-03-29', 180, 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-03-29', 1440, 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    // Clocks go from 03:00 to 02:00: 02:30 is shown twice, 03:00 once.
    ['2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25', 180, 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    // Midnight itself was skipped.
    ['2018-11-04', 0, 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    // The whole day was skipped.
    ['2011-12-30', 0, 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['2011-12-31', 0, 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['2026-06-01', 540, 'Asia/Kathmandu', '2026-06-01T03:15:00Z'],
  ] as const)('%s at minute %d in %s is %s', (text, minute, zone, expected) => {
    expect(new Date(instantOf(day(text), minute, zone)).toISOString().replace('.000', '')).toBe(expected);
  });
});

describe('what others worked and published', () => {
  it.each([
    [
      'https://crm.switchlabs.dev/guide/slas/business-hours: Thursday at three to Friday at eleven',
      nineToFive,
      '2026-11-19T15:00:00Z',
      '2026-11-20T11:00:00Z',
      4 * hour,
    ],
    [
      'https://airclou.com/docs/helpdesk/admin/business-hours: Friday at four to Monday noon',
      nineToFive,
      '2026-11-20T16:00:00Z',
      '2026-11-23T12:00:00Z',
      4 * hour,
    ],
    [
      // The page has Tuesday at eleven; from Friday at four on, Monday alone has room for the three hours that are left.
      'https://www.nineminds.com/documentation/113-setting-up-business-hours: Friday at four, four hours on',
      version({ hours: weekly('1-5', '08:00-17:00') }),
      '2026-11-20T16:00:00Z',
      '2026-11-23T11:00:00Z',
      4 * hour,
    ],
    [
      'https://docs.eccentex.com/doc1/business-hours-setup: Tuesday at eleven to Wednesday at eleven',
      nineToFive,
      '2026-11-17T11:00:00Z',
      '2026-11-18T11:00:00Z',
      8 * hour,
    ],
    [
      'https://www.keeping.com/help/articles/calculating-first-response-time/: six in the evening, hours from seven',
      version({ hours: weekly('1-7', '07:00-17:00') }),
      '2026-11-17T18:00:00Z',
      '2026-11-18T08:00:00Z',
      1 * hour,
    ],
    [
      'https://www.keeping.com/help/articles/calculating-first-response-time/: the same around the clock',
      version({}),
      '2026-11-17T18:00:00Z',
      '2026-11-18T08:00:00Z',
      14 * hour,
    ],
    [
      'https://github.com/bokmann/business_time test_calculating_business_duration.rb: three hours on Saturdays too',
      version({
        hours: [...weekly('1-1', '09:00-17:00'), ...weekly('5-5', '09:00-17:00'), ...weekly('6-6', '10:00-15:00')],
      }),
      '2010-12-24T15:00:00Z',
      '2010-12-27T11:00:00Z',
      9 * hour,
    ],
    [
      'https://github.com/bokmann/business_time test_calculating_business_duration.rb: with an offset, to the second',
      version({ hours: weekly('1-3', '09:00-18:00') }),
      '2012-05-28T11:04:26+03:00',
      '2012-05-29T17:56:45+03:00',
      53_805,
    ],
    [
      'https://github.com/bokmann/business_time test_calculating_business_duration.rb: whole days',
      version({
        hours: [...weekly('1-1', '00:00-24:00'), ...weekly('5-5', '00:00-24:00'), ...weekly('6-6', '11:00-15:00')],
      }),
      '2010-12-24T15:00:00Z',
      '2010-12-27T11:00:00Z',
      24 * hour,
    ],
    [
      'https://github.com/bokmann/business_time test_calculating_business_duration.rb: around the clock',
      version({}),
      '2010-12-24T15:00:00Z',
      '2010-12-27T11:00:00Z',
      68 * hour,
    ],
    [
      'https://github.com/bokmann/business_time test_calculating_business_duration.rb: over night',
      version({ hours: weekly('1-2', '08:00-20:00') }),
      '2014-05-12T20:50:00Z',
      '2014-05-13T08:10:00Z',
      600,
    ],
    [
      'https://github.com/slawosz/business_seconds test_time_extensions.rb: all of Monday before a holiday',
      version({ hours: weekly('1-5', '09:00-17:00'), holidays: [day('2010-08-24')] }),
      '2010-08-22T11:50:00Z',
      '2010-08-24T13:50:00Z',
      8 * hour,
    ],
  ])('%s', (_, schedule, from, until, expected) => {
    expect(new OpenTime([schedule]).secondsBetween(at(from), at(until))).toBe(expected);
  });
});

describe('days on which clocks move', () => {
  const berlin = (hours: readonly OpenHours[]) => new OpenTime([version({ timeZone: 'Europe/Berlin', hours })]);

  it('are as long as they are', () => {
    const wholeDay = berlin(aroundTheClock);
    expect(wholeDay.secondsBetween(at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z'))).toBe(23 * hour);
    expect(wholeDay.secondsBetween(at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z'))).toBe(25 * hour);
  });

  it('open when the clock first reaches the hour', () => {
    const atNight = berlin(weekly('7-7', '01:30-02:30'));
    expect(atNight.secondsBetween(at('2026-03-28T00:00:00Z'), at('2026-03-30T00:00:00Z'))).toBe(1800);
    expect(atNight.secondsBetween(at('2026-10-24T00:00:00Z'), at('2026-10-26T00:00:00Z'))).toBe(hour);
    const inGap = berlin(weekly('7-7', '02:00-03:00'));
    expect(inGap.secondsBetween(at('2026-03-28T00:00:00Z'), at('2026-03-30T00:00:00Z'))).toBe(0);
  });

  it('keep nine to five at eight hours, an hour earlier by UTC', () => {
    const office = berlin(weekly('1-5', '09:00-17:00'));
    expect(office.secondsBetween(at('2026-03-27T08:00:00Z'), at('2026-03-27T16:00:00Z'))).toBe(8 * hour);
    expect(office.secondsBetween(at('2026-03-30T07:00:00Z'), at('2026-03-30T15:00:00Z'))).toBe(8 * hour);
  });
});

describe('versions', () => {
  const later = version({ validFrom: day('2026-11-18'), hours: weekly('1-5', '08:00-20:00') });

  it('count from the day on which they come into force, and never before', () => {
    const times = new OpenTime([later, nineToFive]);
    expect(times.secondsBetween(at('2026-11-17T00:00:00Z'), at('2026-11-18T00:00:00Z'))).toBe(8 * hour);
    expect(times.secondsBetween(at('2026-11-18T00:00:00Z'), at('2026-11-19T00:00:00Z'))).toBe(12 * hour);
    expect(times.secondsBetween(at('2026-11-17T16:00:00Z'), at('2026-11-18T09:00:00Z'))).toBe(2 * hour);
  });

  it('say nothing about the time before the first of them', () => {
    expect(new OpenTime([later]).secondsBetween(at('2026-11-17T23:59:59Z'), at('2026-11-18T09:00:00Z'))).toBeNull();
    expect(new OpenTime([]).secondsBetween(0, 1000)).toBeNull();
  });

  it('begin at midnight of their own zones', () => {
    const moved = version({ validFrom: day('2026-11-18'), timeZone: 'Asia/Tokyo', hours: [] });
    const times = new OpenTime([version({}), moved]);
    expect(times.secondsBetween(at('2026-11-17T00:00:00Z'), at('2026-11-19T00:00:00Z'))).toBe(15 * hour);
  });
});

describe('open time', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Casablanca',
  ];
  const stretches = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 4 })
    .map((marks) => marks.sort((a, b) => a - b))
    .map((marks) => (marks.length === 3 ? marks.slice(0, 2) : marks))
    .map((marks) =>
      marks.flatMap((opens, index) => (index % 2 === 0 ? [{ opens, closes: marks[index + 1] ?? 1440 }] : [])),
    );
  const hours = fc
    .array(stretches, { minLength: 7, maxLength: 7 })
    .map((week) => week.flatMap((day, index) => day.map((stretch) => ({ ...stretch, weekday: index + 1 }))));
  const versions = fc.uniqueArray(
    fc.record({
      validFrom: fc.integer({ min: day('2011-12-20'), max: day('2012-06-01') }),
      timeZone: fc.constantFrom(...zones),
      hours,
      holidays: fc.array(fc.integer({ min: day('2011-12-20'), max: day('2012-06-01') }), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 3, selector: ({ validFrom }) => validFrom },
  );
  const instant = fc.integer({ min: at('2011-12-25T00:00:00Z') / 1000, max: at('2012-07-01T00:00:00Z') / 1000 });
  const three = fc.tuple(instant, instant, instant).map((all) => all.sort((a, b) => a - b).map((one) => one * 1000));

  it('adds up over any split, and is never more than the time there is', () => {
    fc.assert(
      fc.property(versions, three, (all, [from = 0, middle = 0, until = 0]) => {
        const times = new OpenTime(all);
        const whole = times.secondsBetween(from, until);
        const first = times.secondsBetween(from, middle);
        if (whole === null || first === null) return;
        expect(first + (times.secondsBetween(middle, until) ?? Number.NaN)).toBe(whole);
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual((until - from) / 1000);
      }),
      { numRuns: 400 },
    );
  });

  it('around the clock is calendar time in every zone, whatever clocks do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), three, (timeZone, [from = 0, , until = 0]) => {
        expect(new OpenTime([version({ timeZone })]).secondsBetween(from, until)).toBe((until - from) / 1000);
      }),
      { numRuns: 200 },
    );
  });

  it('without some of the hours is less by just those', () => {
    fc.assert(
      fc.property(hours, fc.constantFrom(...zones), three, (week, timeZone, [from = 0, , until = 0]) => {
        const mornings = week.filter(({ closes }) => closes <= 720);
        const others = week.filter(({ closes }) => closes > 720);
        const seconds = (some: readonly OpenHours[]) =>
          new OpenTime([version({ timeZone, hours: some })]).secondsBetween(from, until) ?? Number.NaN;
        expect(seconds(mornings) + seconds(others)).toBe(seconds(week));
      }),
      { numRuns: 200 },
    );
  });
});
