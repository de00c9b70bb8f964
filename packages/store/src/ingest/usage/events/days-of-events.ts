import type { Day } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { dayNumber } from '../../../schema/days.ts';
import { packedRows } from '../../../schema/packed-rows.ts';
import { type SentColumns, sentRows } from '../../../schema/sent-rows.ts';
import { insertRows } from '../../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../../transactions/workspace-transaction.ts';
import { type DayEvent, rollUpDay } from './roll-up-day.ts';

/** A user's day, with whatever feature. */
export interface UserDay {
  readonly accountId: string;
  readonly userNo: number;
  readonly day: Day;
}

const dayColumns = {
  account_id: ['uuid', (row) => row.accountId],
  day: ['date', (row) => row.day],
  user_no: ['int', (row) => row.userNo],
} as const satisfies SentColumns<UserDay>;

/** A user's day as one text. */
export function userDayKey({ accountId, userNo, day }: UserDay): string {
  return `${accountId} ${day} ${userNo}`;
}

/** Those of some users' days that are added up from events, by {@link userDayKey}. */
export function loadDaysOfEvents(tx: WriteTransaction, wanted: readonly UserDay[]): Promise<ReadonlySet<string>> {
  return loadDays(tx, wanted, sql`and stored.from_events`);
}

/**
 * Adds users' days up anew, from all their events. What was reported for them goes.
 *
 * @param days the days, each with those of its events that are written just now
 * @param writes store those
 */
export async function rollUpDays(
  tx: WriteTransaction,
  days: readonly (UserDay & { readonly written: readonly DayEvent[] })[],
  writes: readonly (() => Promise<void>)[],
): Promise<void> {
  if (days.length === 0) return;
  const known = await loadDays(tx, days, sql``);
  const fresh = days.filter((day) => !known.has(userDayKey(day)));
  const others = days.filter((day) => known.has(userDayKey(day)));
  for (const write of writes) await tx.writes.send(write());
  // A day that nothing was known of has no other events than these.
  await tx.writes.send(
    saveDays(
      tx,
      fresh,
      fresh.map(({ written }) => written),
    ),
  );
  if (others.length === 0) return;
  const events = await loadEvents(tx, others);
  await tx.writes.send(deleteDays(tx, others));
  await tx.writes.send(saveDays(tx, others, events));
}

async function loadDays(
  tx: WriteTransaction,
  wanted: readonly UserDay[],
  which: RawBuilder<unknown>,
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set();
  const rows = await packedRows<readonly [string, Day, number]>(
    tx.trx,
    sql`account_id, ${dayNumber('day')}, user_no`,
    sql`from (
          select distinct stored.account_id, stored.day, stored.user_no
          from (select ${sentRows(wanted, dayColumns)}) as asked
          join usage_day as stored
            on stored.workspace_id = ${tx.workspace} and stored.account_id = asked.account_id
            and stored.day = asked.day and stored.user_no = asked.user_no ${which}
        ) as days`,
  );
  return new Set(rows.map(([accountId, day, userNo]) => userDayKey({ accountId, day, userNo })));
}

async function deleteDays(tx: WriteTransaction, days: readonly UserDay[]): Promise<void> {
  await sql`
    delete from usage_day as stored
    using (select ${sentRows(days, dayColumns)}) as asked
    where stored.workspace_id = ${tx.workspace} and stored.account_id = asked.account_id
      and stored.day = asked.day and stored.user_no = asked.user_no`.execute(tx.ahead);
}

async function saveDays(
  tx: WriteTransaction,
  days: readonly UserDay[],
  events: readonly (readonly DayEvent[])[],
): Promise<void> {
  const rows = days.flatMap(({ accountId, userNo, day }, place) =>
    rollUpDay(events[place] ?? []).map((use) => ({ accountId, userNo, day, ...use })),
  );
  await insertRows(tx, 'usage_day', rows, {
    ...dayColumns,
    feature_no: ['smallint', (row) => row.featureNo],
    events: ['int', (row) => row.events],
    sessions: ['int', (row) => row.sessions],
    seconds: ['int', (row) => row.seconds],
    from_events: ['boolean', () => true],
  });
}

/** The events of users' days, each day's at its place. */
async function loadEvents(tx: WriteTransaction, days: readonly UserDay[]): Promise<readonly (readonly DayEvent[])[]> {
  const events: DayEvent[][] = days.map(() => []);
  // Looked up day by day: a table that has just been filled has no statistics to make a better plan from.
  const rows = await packedRows<readonly [number, number, number, number | null, number]>(
    tx.trx,
    sql`asked.place, stored.feature_no, stored.at, stored.session_key, stored.seconds`,
    sql`from (select ${sentRows(
      days.map((day, place) => ({ ...day, place })),
      { ...dayColumns, place: ['int', ({ place }) => place] },
    )}) as asked
        cross join lateral (
          select feature_no, at, session_key, seconds from usage_event
          where workspace_id = ${tx.workspace} and account_id = asked.account_id
            and day = asked.day and user_no = asked.user_no
          offset 0
        ) as stored`,
  );
  for (const [place, featureNo, at, session, seconds] of rows) {
    events[place]?.push({ featureNo, at, session, seconds });
  }
  return events;
}
