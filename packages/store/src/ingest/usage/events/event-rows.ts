import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../../schema/arrays.ts';
import { dayNumber } from '../../../schema/days.ts';
import { packedRows } from '../../../schema/packed-rows.ts';
import { assignedFrom, type SentColumns, sentRows } from '../../../schema/sent-rows.ts';
import { insertRows } from '../../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../../transactions/workspace-transaction.ts';

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

/** The column that an event is found by. */
const keyColumn = { event_key: ['uuid', (event) => event.key] } as const satisfies SentColumns<UsageEvent>;

/** What it says. */
const saidColumns = {
  account_id: ['uuid', (event) => event.accountId],
  at: ['bigint', (event) => event.at],
  session_key: ['bigint', (event) => event.session],
  day: ['date', (event) => event.day],
  user_no: ['int', (event) => event.userNo],
  seconds: ['int', (event) => event.seconds],
  feature_no: ['smallint', (event) => event.featureNo],
} as const satisfies SentColumns<UsageEvent>;

/** Stores events that are new. */
export async function insertUsageEvents(tx: WriteTransaction, events: readonly UsageEvent[]): Promise<void> {
  // Their keys are spread over all of the index: in its order a page of it is looked for once for all that go to it.
  const ordered = [...events].sort((a, b) => (a.key < b.key ? -1 : 1));
  // Writers of a workspace come one after the other, so that looking for conflicts would cost a third more for nothing.
  await insertRows(tx, 'usage_event', ordered, { ...keyColumn, ...saidColumns });
}

/** Puts events in place of those with their keys. */
export async function replaceUsageEvents(tx: WriteTransaction, events: readonly UsageEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    update usage_event as stored set ${assignedFrom('new', saidColumns)}
    from (select ${sentRows(events, { ...keyColumn, ...saidColumns })}) as new
    where stored.workspace_id = ${tx.workspace} and stored.event_key = new.event_key`.execute(tx.trx);
}
