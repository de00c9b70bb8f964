import type { Day, ScheduleVersion } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
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
  await insertRows(
    tx,
    'schedule',
    versions,
    {
      schedule_key: ['text', ({ key }) => key],
      valid_from: ['date', ({ validFrom }) => validFrom],
      time_zone: ['text', ({ timeZone }) => timeZone],
      hours: [
        'jsonb',
        ({ hours }) => JSON.stringify(hours.map(({ weekday, opens, closes }) => [weekday, opens, closes])),
      ],
      holidays: ['jsonb', ({ holidays }) => JSON.stringify(holidays)],
    },
    ['schedule_key', 'valid_from'],
  );
}
