import type { Day, ScheduleVersion } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dateOf, dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WorkspaceTransaction, WriteTransaction } from '../../transactions/workspace-transaction.ts';

/** A version of a schedule with its key. */
export type KeyedVersion = ScheduleVersion & { readonly key: string };

type Stretch = readonly [weekday: number, opens: number, closes: number];

/** Every version of some schedules. */
export async function loadSchedules(
  tx: WorkspaceTransaction,
  keys: readonly string[],
): Promise<readonly KeyedVersion[]> {
  if (keys.length === 0) return [];
  const rows = await packedRows<readonly [string, Day, string, readonly Stretch[], readonly Day[]]>(
    tx.trx,
    sql`schedule_key, ${dayNumber('valid_from')}, time_zone, hours, holidays`,
    sql`from schedule where workspace_id = ${tx.workspace} and schedule_key = any(${arrayOf('text', keys)})`,
  );
  return rows.map(([key, validFrom, timeZone, hours, holidays]) => ({
    key,
    validFrom,
    timeZone,
    hours: hours.map(([weekday, opens, closes]) => ({ weekday, opens, closes })),
    holidays,
  }));
}

/** Writes versions, each in place of the one of its day. */
export async function saveSchedules(tx: WriteTransaction, versions: readonly KeyedVersion[]): Promise<void> {
  if (versions.length === 0) return;
  tx.effects.changed = true;
  const text = (of: (version: KeyedVersion) => string) => arrayOf('text', versions.map(of));
  await sql`
    insert into schedule (workspace_id, schedule_key, valid_from, time_zone, hours, holidays)
    select ${tx.workspace}, new.key, ${dateOf(sql`new.valid_from`)}, new.time_zone, new.hours::jsonb, new.holidays::jsonb
    from unnest(
      ${text(({ key }) => key)},
      ${arrayOf(
        'int',
        versions.map(({ validFrom }) => validFrom),
      )},
      ${text(({ timeZone }) => timeZone)},
      ${text(({ hours }) => JSON.stringify(hours.map(({ weekday, opens, closes }) => [weekday, opens, closes])))},
      ${text(({ holidays }) => JSON.stringify(holidays))}
    ) as new (key, valid_from, time_zone, hours, holidays)
    on conflict (workspace_id, schedule_key, valid_from) do update set
      time_zone = excluded.time_zone, hours = excluded.hours, holidays = excluded.holidays`.execute(tx.trx);
}
