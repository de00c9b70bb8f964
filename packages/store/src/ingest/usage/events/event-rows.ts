import type { Day } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf, type ElementType } from '../../../schema/arrays.ts';
import { dateOf, dayNumber } from '../../../schema/days.ts';
import { packedRows } from '../../../schema/packed-rows.ts';
import type { WriteTransaction } from '../../../transactions/workspace-transaction.ts';
import { noteRows } from '../../note-rows.ts';

/** An event as it is stored. */
export interface UsageEvent {
  /** Made of source and event id. */
  readonly key: string;
  readonly accountId: string;
  readonly userNo: number;
  /** 0: without a feature named. */
  readonly featureNo: number;
  /** Milliseconds since 1970-01-01T00:00Z, and the day of it in the workspace's time zone. */
  readonly at: number;
  readonly day: Day;
  readonly session: number | null;
  readonly seconds: number;
}

/** Those of some events that are stored, by their keys. */
export async function loadUsageEvents(tx: WriteTransaction, keys: readonly string[]): Promise<Map<string, UsageEvent>> {
  type Row = readonly [string, string, number, number, number, Day, number | null, number];
  const rows = await packedRows<Row>(
    tx.trx,
    sql`event_key, account_id, user_no, feature_no, at, ${dayNumber('day')}, session_key, seconds`,
    sql`from usage_event where workspace_id = ${tx.workspace} and event_key = any(${arrayOf('uuid', keys)})`,
  );
  return new Map(
    rows.map(([key, accountId, userNo, featureNo, at, day, session, seconds]) => [
      key,
      { key, accountId, userNo, featureNo, at, day, session, seconds },
    ]),
  );
}

/** Stores events that are new. */
export async function insertUsageEvents(tx: WriteTransaction, events: readonly UsageEvent[]): Promise<void> {
  if (events.length === 0) return;
  noteRows(tx, 'usage_event', events.length);
  // Writers of a workspace come one after the other, so that looking for conflicts would cost a third more for nothing.
  await sql`
    insert into usage_event (workspace_id, event_key, account_id, at, session_key, day, user_no, seconds, feature_no)
    select ${tx.workspace}, new.event_key, new.account_id, new.at, new.session_key, ${dateOf(sql`new.day`)}, new.user_no,
      new.seconds, new.feature_no
    from unnest(${eventColumns(events)})
      as new (event_key, account_id, at, session_key, day, user_no, seconds, feature_no)`.execute(tx.trx);
}

/** Puts events in place of those with their keys. */
export async function replaceUsageEvents(tx: WriteTransaction, events: readonly UsageEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    update usage_event as stored set
      account_id = new.account_id, at = new.at, session_key = new.session_key, day = ${dateOf(sql`new.day`)},
      user_no = new.user_no, seconds = new.seconds, feature_no = new.feature_no
    from unnest(${eventColumns(events)})
      as new (event_key, account_id, at, session_key, day, user_no, seconds, feature_no)
    where stored.workspace_id = ${tx.workspace} and stored.event_key = new.event_key`.execute(tx.trx);
}

function eventColumns(events: readonly UsageEvent[]): RawBuilder<unknown> {
  const column = <Key extends keyof UsageEvent>(type: ElementType, key: Key) =>
    arrayOf(
      type,
      events.map((event) => event[key]),
    );
  return sql`${column('uuid', 'key')}, ${column('uuid', 'accountId')}, ${column('bigint', 'at')},
    ${column('bigint', 'session')}, ${column('int', 'day')}, ${column('int', 'userNo')}, ${column('int', 'seconds')},
    ${column('smallint', 'featureNo')}`;
}
