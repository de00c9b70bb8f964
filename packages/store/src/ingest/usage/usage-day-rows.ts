import type { Day } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dateOf, dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { noteRows } from '../note-rows.ts';
import { touchPart } from '../touch-part.ts';

/** A user's day with a feature, or with none named. */
export interface UsageDayKey {
  readonly accountId: string;
  readonly userNo: number;
  /** 0: without a feature named. */
  readonly featureNo: number;
  readonly day: Day;
}

/** What somebody did on a day. */
export interface UsageDay extends UsageDayKey {
  readonly events: number;
  readonly sessions: number;
  readonly seconds: number;
}

/** A key as one text. */
export function keyOf({ accountId, day, userNo, featureNo }: UsageDayKey): string {
  return `${accountId} ${day} ${userNo} ${featureNo}`;
}

/** Those of the days asked for that are stored, by {@link keyOf}. */
export async function loadUsageDays(
  tx: WriteTransaction,
  wanted: readonly UsageDayKey[],
): Promise<Map<string, UsageDay>> {
  if (wanted.length === 0) return new Map();
  const rows = await packedRows<readonly [string, Day, number, number, number, number, number]>(
    tx.trx,
    sql`stored.account_id, ${dayNumber('stored.day')}, stored.user_no, stored.feature_no, stored.events,
        stored.sessions, stored.seconds`,
    sql`from (
          select distinct * from unnest(${keyColumns(wanted)}) as wanted (account_id, day, user_no, feature_no)
        ) as asked
        join usage_day as stored
          on stored.workspace_id = ${tx.workspace} and stored.account_id = asked.account_id
          and stored.day = ${dateOf(sql`asked.day`)} and stored.user_no = asked.user_no
          and stored.feature_no = asked.feature_no`,
  );
  return new Map(
    rows.map(([accountId, day, userNo, featureNo, events, sessions, seconds]) => {
      const stored = { accountId, day, userNo, featureNo, events, sessions, seconds };
      return [keyOf(stored), stored];
    }),
  );
}

/** Writes days in place of those that are there. */
export async function saveUsageDays(tx: WriteTransaction, days: readonly UsageDay[]): Promise<void> {
  if (days.length === 0) return;
  touchPart(tx, 'usage');
  noteRows(tx, 'usage_day', days.length);
  await sql`
    insert into usage_day (workspace_id, account_id, day, user_no, feature_no, events, sessions, seconds)
    select ${tx.workspace}, new.account_id, ${dateOf(sql`new.day`)}, new.user_no, new.feature_no, new.events,
      new.sessions, new.seconds
    from unnest(
      ${keyColumns(days)},
      ${arrayOf(
        'int',
        days.map(({ events }) => events),
      )},
      ${arrayOf(
        'int',
        days.map(({ sessions }) => sessions),
      )},
      ${arrayOf(
        'int',
        days.map(({ seconds }) => seconds),
      )}
    ) as new (account_id, day, user_no, feature_no, events, sessions, seconds)
    on conflict (workspace_id, account_id, day, user_no, feature_no) do update set
      events = excluded.events, sessions = excluded.sessions, seconds = excluded.seconds`.execute(tx.trx);
}

function keyColumns(keys: readonly UsageDayKey[]): RawBuilder<unknown> {
  const accountIds = keys.map(({ accountId }) => accountId);
  const days = keys.map(({ day }) => day);
  const userNos = keys.map(({ userNo }) => userNo);
  const featureNos = keys.map(({ featureNo }) => featureNo);
  return sql`${arrayOf('uuid', accountIds)}, ${arrayOf('int', days)}, ${arrayOf('int', userNos)},
      ${arrayOf('smallint', featureNos)}`;
}
