import { dayInZone, dayOf, formatDay } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openWorkspace } from '../open-workspace.ts';
import { describeSessions } from '../testing/sessions.ts';
import { createWorkspace } from './workspaces.ts';

/** From −11 to +14, by the half and the three quarters of an hour, with summers of an hour, of half an hour and of none. */
const zones = [
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'America/St_Johns',
  'America/New_York',
  'America/Santiago',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  // Which had no 30 December 2011.
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

/** A year of instants, a little more than seven hours apart, so that they come round to every hour of the day. */
function instantsFrom(start: string): readonly number[] {
  return Array.from({ length: 1_250 }, (_, index) => Date.parse(start) + index * 25_237_000);
}

/** Midnights of months and of days on which clocks change, there or elsewhere, a second before and after. */
const edges = [
  '2024-02-29',
  '2024-03-01',
  '2025-03-09',
  '2025-03-30',
  '2025-10-26',
  '2025-11-02',
  '2026-01-01',
  '2026-04-05',
].flatMap((day) =>
  Array.from({ length: 27 }, (_, hour) => Date.parse(`${day}T00:00:00Z`) + (hour - 14) * 3_600_000).flatMap((at) => [
    at - 1_000,
    at,
    at + 1_800_000,
    at + 2_700_000,
  ]),
);

describeSessions('time zones', (session) => {
  test.each(zones)('days of %s are those that the database knows', async (zone) => {
    const instants = [...instantsFrom('2011-06-01T00:00:00Z'), ...instantsFrom('2025-01-01T00:00:00Z'), ...edges];
    const { rows } = await sql<{ readonly day: string }>`
      select (to_timestamp(at::float8 / 1000) at time zone ${zone})::date::text as day
      from unnest(${instants}::float8[]) with ordinality as instant (at, place) order by place`.execute(
      session().backend.db,
    );
    expect(instants.map((at) => formatDay(dayInZone(at, zone)))).toEqual(rows.map(({ day }) => day));
  });

  test.each(zones)('what happens around a midnight of %s is of the day that it is there', async (zone) => {
    const key = zone.toLowerCase().replaceAll(/[^a-z]/g, '-');
    await createWorkspace(session(), { key, name: zone, currency: 'USD', timeZone: zone });
    const workspace = openWorkspace(session(), key);
    // The last seconds of a February with 29 days and the first of March, wherever those are.
    const marchBegins = edges.find(
      (at) => at >= Date.parse('2024-02-28T00:00Z') && dayInZone(at, zone) === dayOf(2024, 3, 1),
    );
    if (marchBegins === undefined) throw new Error(`The edges miss the first of March in ${zone}.`);
    const instants = Array.from({ length: 49 }, (_, quarter) => marchBegins + (quarter - 24) * 900_000);
    await workspace.upsertAccounts([{ externalId: 'acme' }]);
    await workspace.recordUsageEvents(
      instants.map((at, index) => ({
        eventId: `e${index}`,
        accountExternalId: 'acme',
        user: `u${index}`,
        at: new Date(at).toISOString(),
      })),
    );
    const { rows } = await sql<{ readonly day: string }>`
      select (to_timestamp(at::float8 / 1000) at time zone ${zone})::date::text as day
      from unnest(${instants}::float8[]) with ordinality as instant (at, place) order by place`.execute(
      session().backend.db,
    );
    const { usage } = await workspace.ledger();
    const days = [...usage.days].map(formatDay);
    expect(days.toSorted()).toEqual(rows.map(({ day }) => day).toSorted());
    expect(new Set(days)).toEqual(new Set(['2024-02-29', '2024-03-01']));
  });
});
