import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { type SentColumns, sentRows } from '../../schema/sent-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
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

const keyColumns = {
  account_id: ['uuid', (row) => row.accountId],
  day: ['date', (row) => row.day],
  user_no: ['int', (row) => row.userNo],
  feature_no: ['smallint', (row) => row.featureNo],
} as const satisfies SentColumns<UsageDayKey>;

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
    sql`from (select distinct * from (select ${sentRows(wanted, keyColumns)}) as wanted) as asked
        join usage_day as stored
          on stored.workspace_id = ${tx.workspace} and stored.account_id = asked.account_id
          and stored.day = asked.day and stored.user_no = asked.user_no
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
  await insertRows(
    tx,
    'usage_day',
    days,
    {
      ...keyColumns,
      events: ['int', (row) => row.events],
      sessions: ['int', (row) => row.sessions],
      seconds: ['int', (row) => row.seconds],
    },
    Object.keys(keyColumns),
  );
}
