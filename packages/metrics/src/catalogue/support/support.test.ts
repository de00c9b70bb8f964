import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { type MetricKey, metricOf } from '../../catalogue.ts';
import { openTicketsOn } from '../../facts/support/support.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { selectAll } from '../../ledger/selection.ts';
import { defaultPolicy, type Policy } from '../../policy.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { day } from '../../testing/worked-ledger.ts';
import { type TicketLine, ticketLedger } from '../../testing/worked-tickets.ts';

const today = day('2025-06-15');
const hour = 3600;

function reading(ledger: Ledger, key: MetricKey, policy: Partial<Policy> = {}, month = '2025-03'): Reading {
  const question = { ledger, selection: selectAll(ledger), policy: { ...defaultPolicy, ...policy } };
  return read(metricOf(key), question, resolvePeriod({ kind: 'month', month }, today), today);
}

const termsOf = ({ terms }: Reading) => Object.fromEntries(terms.map(({ key, value }) => [key, value]));

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1020 }));
const office = [{ validFrom: day('2025-03-05'), timeZone: 'UTC', hours: weekdays, holidays: [] }];

// March 2025 began on a Saturday; the 7th was a Friday.
const march: readonly TicketLine[] = [
  // From before: first resolved in February, opened again and resolved in March.
  {
    account: 'acme',
    createdAt: '2025-02-27T10:00',
    events: [
      '2025-02-27T12:00 agent publicReply',
      '2025-02-28T10:00 agent resolved',
      '2025-03-02T10:00 customer reopened',
      '2025-03-03T10:00 agent resolved',
    ],
  },
  {
    account: 'acme',
    createdAt: '2025-03-07T16:00',
    events: [
      '2025-03-07T16:01 bot publicReply',
      '2025-03-10T10:00 agent publicReply',
      '2025-03-10T17:00 agent resolved',
    ],
  },
  {
    account: 'bolt',
    createdAt: '2025-03-12T09:00',
    events: [
      '2025-03-12T10:00 agent publicReply',
      '2025-03-12T13:00 agent resolved',
      // After the month: it was resolved at its end all the same.
      '2025-04-02T09:00 customer reopened',
    ],
  },
  // Answered after the month, and open at its end.
  { account: 'bolt', createdAt: '2025-03-31T12:00', events: ['2025-04-01T12:00 agent publicReply'] },
  { account: 'bolt', createdAt: '2025-03-31T15:00', events: ['2025-03-31T15:05 bot publicReply'] },
  { account: 'former', createdAt: '2025-03-20T08:00', events: ['2025-03-20T09:00 agent merged'] },
];

const ledger = ticketLedger(march, office, ['quiet']);

describe('first response time', () => {
  it('is about the tickets created in the period, whenever the reply came, and says who is still waiting', () => {
    const found = reading(ledger, 'FIRST_RESPONSE_TIME');
    // 66 hours from Friday at four to Monday at ten, 1 hour and 24 hours.
    expect(found).toMatchObject({ value: 24 * hour, numerator: 91 * hour, denominator: 3, coverage: 0.75 });
    expect(termsOf(found)).toEqual({
      MEDIAN: 24 * hour,
      P90: 57.6 * hour,
      MEAN: (91 * hour) / 3,
      COUNT: 3,
      STILL_WAITING: 1,
    });
    expect(found.excluded).toEqual([expect.objectContaining({ reason: 'MERGED', count: 1 })]);
  });

  it('firstResponse: a bot’s reply counts when told so', () => {
    const found = reading(ledger, 'FIRST_RESPONSE_TIME', { firstResponse: 'anyPublicReply' });
    // 1 minute, 1 hour, 24 hours and 5 minutes.
    expect(found).toMatchObject({ value: (300 + hour) / 2, denominator: 4, coverage: 1 });
    expect(termsOf(found)).toMatchObject({ STILL_WAITING: 0 });
  });

  it('supportHours: nights and weekends do not count in business hours', () => {
    const found = reading(ledger, 'FIRST_RESPONSE_TIME', { supportHours: 'business' });
    // 2 hours, 1 hour, and from noon to noon 8 hours.
    expect(found).toMatchObject({ value: 2 * hour, numerator: 11 * hour });
  });

  it('leaves out what has no schedule in force, and says so', () => {
    const policy = { supportHours: 'business' } as const;
    const early = ticketLedger(
      [{ account: 'acme', createdAt: '2025-03-04T10:00', events: ['2025-03-06T10:00 agent publicReply'] }],
      office,
    );
    expect(reading(early, 'FIRST_RESPONSE_TIME').value).toBe(48 * hour);
    const found = reading(early, 'FIRST_RESPONSE_TIME', policy);
    expect(found).toMatchObject({ value: null, reason: 'NO_SCHEDULE', coverage: 0 });
    expect(found.excluded).toEqual([expect.objectContaining({ reason: 'NO_SCHEDULE', count: 1 })]);
    expect(reading(ticketLedger(march), 'FULL_RESOLUTION_TIME', policy).reason).toBe('NO_SCHEDULE');
  });

  it('has no value while nobody has replied', () => {
    const waiting = ticketLedger([{ account: 'acme', createdAt: '2025-03-04T10:00', events: [] }]);
    const found = reading(waiting, 'FIRST_RESPONSE_TIME');
    expect(found).toMatchObject({ value: null, reason: 'NO_TICKETS' });
    expect(termsOf(found)).toEqual({ COUNT: 0, STILL_WAITING: 1 });
  });
});

describe('resolution times', () => {
  it('first: of the tickets first resolved in the period', () => {
    // 73 hours and 4 hours; the one first resolved in February is February’s.
    expect(reading(ledger, 'FIRST_RESOLUTION_TIME')).toMatchObject({ value: 38.5 * hour, denominator: 2 });
    expect(reading(ledger, 'FIRST_RESOLUTION_TIME', {}, '2025-02')).toMatchObject({ value: 24 * hour, denominator: 1 });
  });

  it('full: to the latest resolution, all of the time counting, of what is resolved at the end', () => {
    // 96, 73 and 4 hours; what was opened again in April was resolved in March.
    expect(reading(ledger, 'FULL_RESOLUTION_TIME')).toMatchObject({ value: 73 * hour, denominator: 3 });
    expect(reading(ledger, 'FULL_RESOLUTION_TIME', {}, '2025-02')).toMatchObject({ value: 24 * hour, denominator: 1 });
    expect(reading(ledger, 'FULL_RESOLUTION_TIME', {}, '2025-04').reason).toBe('NO_TICKETS');
    expect(termsOf(reading(ledger, 'FULL_RESOLUTION_TIME'))).toMatchObject({ REOPENED: 1, OPEN_AT_END: 2 });
  });

  it('count the hours of the schedule in force', () => {
    // Friday at four to Monday at five, and four hours; what began before the schedule is left out.
    const found = reading(ledger, 'FULL_RESOLUTION_TIME', { supportHours: 'business' });
    expect(found).toMatchObject({ value: 6.5 * hour, denominator: 2, coverage: 2 / 3 });
  });
});

describe('tickets', () => {
  it('are those created, with what became of the open ones beside them', () => {
    const found = reading(ledger, 'TICKETS');
    expect(found.value).toBe(5);
    expect(termsOf(found)).toEqual({ OPENED: 5, REOPENED: 1, RESOLVED: 3, MERGED: 1, OPEN_AT_END: 2 });
  });

  it('per account: over the paying ones, the quiet ones among them', () => {
    const found = reading(ledger, 'TICKETS_PER_ACCOUNT');
    expect(found).toMatchObject({ value: 4 / 3, numerator: 4, denominator: 3 });
    expect(found.excluded).toEqual([expect.objectContaining({ reason: 'NOT_PAYING', count: 1 })]);
  });

  it('are not known before the first was told of', () => {
    expect(reading(ledger, 'TICKETS', {}, '2025-01')).toMatchObject({ value: null, reason: 'NO_TICKETS' });
    expect(reading(ledger, 'TICKETS_PER_ACCOUNT', {}, '2025-01').reason).toBe('NO_TICKETS');
    expect(reading(ledger, 'TICKETS', {}, '2025-05').value).toBe(0);
  });

  it('open on a day are told of each account', () => {
    const open = (text: string) => ledger.accounts.names.map((_, account) => openTicketsOn(ledger, account, day(text)));
    expect(open('2025-03-01')).toEqual([0, 0, 0, 0]);
    expect(open('2025-03-02')).toEqual([1, 0, 0, 0]);
    expect(open('2025-03-31')).toEqual([0, 2, 0, 0]);
    expect(open('2025-04-02')).toEqual([0, 3, 0, 0]);
  });
});
