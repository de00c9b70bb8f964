import type { Day } from '@plimsoll/metrics';
import { rebuildScheduledTickets } from '../../derived/scheduled-tickets.ts';
import type { ScheduleRecord } from '../../records/ticket.ts';
import { Batch, itemsOf } from '../batch.ts';
import type { Ingest } from '../ingest.ts';
import { settleChanges } from '../settle-changes.ts';
import { parseSchedule } from './parse-schedule.ts';
import { type KeyedVersion, loadSchedules, saveSchedules } from './schedule-rows.ts';

/** Takes schedules in, and works out anew the tickets that their hours count for. */
export function ingestSchedules(records: readonly ScheduleRecord[]): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseSchedule);
  return async (tx) => {
    const loaded = await loadSchedules(tx, [...new Set(parsed.map(({ value }) => value.key))]);
    const stored = new Map(loaded.map((version) => [placeOf(version), version]));
    const { written } = settleChanges(batch, parsed, stored, { keyOf: placeOf, isSame });
    await saveSchedules(tx, written);
    const since = new Map<string, Day>();
    for (const { key, validFrom } of written) since.set(key, Math.min(validFrom, since.get(key) ?? validFrom));
    for (const [key, from] of since) await rebuildScheduledTickets(tx, key, from);
    return batch.results;
  };
}

function placeOf({ key, validFrom }: KeyedVersion): string {
  return `${validFrom} ${key}`;
}

function isSame(a: KeyedVersion, b: KeyedVersion): boolean {
  const told = ({ timeZone, hours, holidays }: KeyedVersion) =>
    JSON.stringify([timeZone, hours.map(({ weekday, opens, closes }) => [weekday, opens, closes]), holidays]);
  return told(a) === told(b);
}
