import type { OpenHours } from '../support/schedule.ts';
import { day } from '../testing/worked-ledger.ts';
import type { Example } from './example.ts';

const workingHours =
  'https://github.com/Intrepidd/working_hours/blob/0204a5cc695d72be268d2ac33de2a8f73e70cf4a/spec/working_hours/computation_spec.rb';
const decisions =
  'https://github.com/fivetran/dbt_zendesk/blob/03225d14ef7c5ba149a4589f7479baa4229af311/DECISIONLOG.md';

/** The same hours on some weekdays, in minutes since midnight. */
function hours(weekdays: readonly number[], ...stretches: readonly (readonly [number, number])[]): OpenHours[] {
  return weekdays.flatMap((weekday) => stretches.map(([opens, closes]) => ({ weekday, opens, closes })));
}

const workdays = [1, 2, 3, 4, 5];
const everyDay = [...workdays, 6, 7];

function open(weekly: OpenHours[], timeZone = 'UTC'): Pick<Example, 'policy' | 'schedule'> {
  const version = { validFrom: day('2000-01-01'), timeZone, hours: weekly, holidays: [] };
  return { policy: { supportHours: 'business' }, schedule: [version] };
}

const nineToFive = open(hours(workdays, [540, 1020]));

/** One ticket with its first reply. */
function replied(createdAt: string, at: string): Pick<Example, 'tickets'> {
  return { tickets: [[createdAt, `${at} agent publicReply`]] };
}

/** Tickets that waited so many minutes for their first reply, a minute apart. */
function waits(...minutes: readonly number[]): Pick<Example, 'tickets'> {
  return {
    tickets: minutes.map((waited, index) => {
      const at = (minute: number): string =>
        new Date(Date.parse('2025-03-03T09:00Z') + 60_000 * minute).toISOString().slice(0, 16);
      return [at(index), `${at(index + waited)} agent publicReply`] as const;
    }),
  };
}

/** Response and resolution times. The days are ours where a page names weekdays; 3 March 2025 was a Monday. */
export const supportTimes: readonly Example[] = [
  {
    source: 'https://gist.github.com/lperrin/542f5dce8e797dec2091',
    title: 'lperrin: Tuesday at 4:45 pm to Wednesday at ten, open from nine to five, is 1 h 15',
    ...nineToFive,
    ...replied('2025-03-04T16:45', '2025-03-05T10:00'),
    expected: { FIRST_RESPONSE_TIME: '1:15' },
  },
  {
    source: 'https://gist.github.com/lperrin/542f5dce8e797dec2091',
    title: 'lperrin: Monday at eight to Monday at ten is one hour',
    ...nineToFive,
    ...replied('2025-03-03T08:00', '2025-03-03T10:00'),
    expected: { FIRST_RESPONSE_TIME: '1:00' },
  },
  {
    source: 'https://timetoreply.com/knowledgebase/business-hours-changing-business-hours/',
    title: 'timetoreply: 8:30 to 9:15 on a Monday is 15 minutes and not 45',
    ...nineToFive,
    ...replied('2025-03-03T08:30', '2025-03-03T09:15'),
    expected: { FIRST_RESPONSE_TIME: '0:15' },
  },
  {
    source: 'https://support.jitbit.com/helpdesk/KB/View/4029776-timing-terminology',
    title: 'Jitbit: Sunday evening to Monday at ten is one hour',
    ...nineToFive,
    ...replied('2025-03-02T20:00', '2025-03-03T10:00'),
    expected: { FIRST_RESPONSE_TIME: '1:00' },
  },
  {
    source: 'https://www.keeping.com/help/articles/calculating-first-response-time/',
    title: 'Keeping: what comes and is answered while nobody works took no time',
    ...nineToFive,
    ...replied('2025-03-03T20:00', '2025-03-03T22:00'),
    expected: { FIRST_RESPONSE_TIME: '0:00', 'FIRST_RESPONSE_TIME.COUNT': '1' },
  },
  {
    source: 'https://docs.keeping.com/help/reporting-and-analytics/classic-reports/first-response-time',
    title: 'Keeping: four in the afternoon to six, open until five, is in no average',
    ...open(hours(workdays, [480, 1020])),
    ...replied('2025-03-03T16:00', '2025-03-03T18:00'),
    expected: { FIRST_RESPONSE_TIME: '1:00', 'FIRST_RESPONSE_TIME.COUNT': '1' },
    differs: {
      key: 'FIRST_RESPONSE_TIME.COUNT',
      value: '0',
      why: 'The customer waited an open hour; to leave the ticket out makes slow teams look quick.',
    },
  },
  {
    source: 'https://github.com/zendesk/biz/blob/1b8915b5f391e3dab473e0994f5ef51d050907c7/spec/biz_spec.rb',
    title: 'Zendesk’s biz: Sunday at 11:30 to the next, open on Sundays from eleven to noon, is one hour',
    period: { kind: 'month', month: '2006-01' },
    ...open(hours([7], [660, 720]), 'Africa/Abidjan'),
    ...replied('2006-01-01T11:30', '2006-01-08T11:30'),
    expected: { FIRST_RESPONSE_TIME: '1:00' },
  },
  {
    source: workingHours,
    title: 'working_hours: from one lunch to the next Monday, 11 hours',
    period: { kind: 'month', month: '2014-04' },
    ...open(hours([1], [420, 720], [780, 1080])),
    ...replied('2014-04-07T11:00', '2014-04-14T13:00'),
    expected: { FIRST_RESPONSE_TIME: '11:00' },
  },
  {
    source: workingHours,
    title: 'working_hours: 11:59 to 13:01 over a closed lunch is two minutes',
    period: { kind: 'month', month: '2014-04' },
    ...open(hours([1], [420, 720], [780, 1080])),
    ...replied('2014-04-07T11:59', '2014-04-07T13:01'),
    expected: { FIRST_RESPONSE_TIME: '0:02' },
  },
  {
    source: workingHours,
    title: 'working_hours: two years with a leap day, open on all of each Monday, are 105 days',
    period: { kind: 'month', month: '2014-04' },
    ...open(hours([1], [0, 1440])),
    ...replied('2014-04-06T12:00', '2016-04-06T12:00'),
    expected: { FIRST_RESPONSE_TIME: '2520:00' },
  },
  {
    source: workingHours,
    title: 'working_hours: Friday evening to Monday early is nothing',
    period: { kind: 'month', month: '2014-04' },
    ...nineToFive,
    ...replied('2014-04-11T20:00', '2014-04-14T05:00'),
    expected: { FIRST_RESPONSE_TIME: '0:00' },
  },
  {
    source: decisions,
    title: 'Fivetran: ticket 941606 waited 959.46 minutes by Chicago’s hours',
    period: { kind: 'month', month: '2020-09' },
    ...open(hours(everyDay, [420, 1260]), 'America/Chicago'),
    ...replied('2020-09-29T17:01:38', '2020-09-30T19:01:46'),
    expected: { FIRST_RESPONSE_TIME: '16:00:08' },
    publishedWrong: {
      key: 'FIRST_RESPONSE_TIME',
      value: '15:59:28',
      why: 'Seconds are read as hundredths of minutes (46 as .46) and 17:01:38 as 17:02. For 21 seconds another schedule was open as well, which changes nothing.',
    },
  },
  {
    source: decisions,
    title: 'Fivetran: by the last schedule, San Francisco’s, the same ticket waited 689.46 minutes in Zendesk',
    period: { kind: 'month', month: '2020-09' },
    // 15:00 to 00:30 by UTC, on the days after Sunday.
    ...open(hours([1, 2, 3, 4, 5], [480, 1050]), 'America/Los_Angeles'),
    ...replied('2020-09-29T17:01:38', '2020-09-30T19:01:46'),
    expected: { FIRST_RESPONSE_TIME: '11:30:08' },
    publishedWrong: { key: 'FIRST_RESPONSE_TIME', value: '11:29:28', why: 'As above; 448.37 and 241.77 are 690.13.' },
  },
  {
    source:
      'https://help.zoho.com/portal/en/kb/desk/reports-and-dashboards/response-and-resolution-times/articles/response-and-resolution-times-glossary',
    title: 'Zoho: ten to 11:30 on a Monday is an hour and a half',
    ...replied('2025-03-03T10:00', '2025-03-03T11:30'),
    expected: { FIRST_RESPONSE_TIME: '1:30' },
  },
  {
    source: 'https://throughscan.com/writing/your-average-response-time-is-lying',
    title: 'Throughscan: ten answers within an hour and one after four days, mean nine and a half, median one',
    ...waits(60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 4 * 24 * 60),
    expected: {
      FIRST_RESPONSE_TIME: '1:00',
      'FIRST_RESPONSE_TIME.MEAN': '9:38',
      'FIRST_RESPONSE_TIME.P90': '1:00',
    },
  },
  {
    source: 'https://www.geckoboard.com/learn/kpi-examples/customer-support-kpis/first-response-time/',
    title: 'Geckoboard: 45, 70, 62, 80, 58, 113 and 65 minutes are 70.4 on average',
    ...waits(45, 70, 62, 80, 58, 113, 65),
    expected: { FIRST_RESPONSE_TIME: '1:05', 'FIRST_RESPONSE_TIME.MEAN': '1:10' },
    publishedWrong: {
      key: 'FIRST_RESPONSE_TIME.MEAN',
      value: '1:03',
      why: 'The text says 63.3, the mean without the 113; the sum printed below it has all seven.',
    },
  },
  {
    source: 'https://ticketboard.cc/blog/first-vs-full-resolution-time/',
    title: 'TicketBoard: a first solve stays the first one, and the full time runs to the last, reopening and all',
    tickets: [
      [
        '2025-03-03T10:00',
        '2025-03-03T12:00 agent resolved',
        '2025-03-04T10:00 customer reopened',
        '2025-03-04T11:00 agent resolved',
      ],
    ],
    expected: { FIRST_RESOLUTION_TIME: '2:00', FULL_RESOLUTION_TIME: '25:00', 'FULL_RESOLUTION_TIME.REOPENED': '1' },
  },
  {
    source:
      'https://help.zoho.com/portal/en/kb/desk/reports-and-dashboards/response-and-resolution-times/articles/resolution-time-cases-example-and-important-notes',
    title: 'Zoho: resolution time leaves out how long the ticket was closed before it was opened again',
    tickets: [
      [
        '2025-03-03T10:00',
        '2025-03-03T12:00 agent closed',
        '2025-03-04T10:00 customer reopened',
        '2025-03-04T11:00 agent closed',
      ],
    ],
    expected: { FULL_RESOLUTION_TIME: '25:00' },
    differs: {
      key: 'FULL_RESOLUTION_TIME',
      value: '3:00',
      why: 'Zendesk’s full resolution time, which ours follows, counts the time between a resolution and a reopening. Numbers are ours.',
    },
  },
];
