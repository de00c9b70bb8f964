import { type Day, dayInZone } from '@plimsoll/metrics';
import type { UsageEventRecord } from '../../../records/usage.ts';
import { Batch, itemsOf } from '../../batch.ts';
import { optionalText, requiredId, requiredInstant, wholeNumber } from '../../fields.ts';
import type { Ingest } from '../../ingest.ts';
import { placeOnAccounts } from '../../place-on-accounts.ts';
import { firstDays, touchAccounts } from '../../touch-accounts.ts';
import { FeatureDirectory } from '../feature-directory.ts';
import { UserDirectory } from '../user-directory.ts';
import { rollUpDays, type UserDay, userDayKey } from './days-of-events.ts';
import { eventKey, sessionKey } from './event-key.ts';
import { insertUsageEvents, loadUsageEvents, replaceUsageEvents, type UsageEvent } from './event-rows.ts';

const mostSeconds = 86_400;
/** Before 1972 a zone was seconds apart from whole minutes. */
const wholeMinutesFrom = Date.UTC(1973, 0) / 60_000;

/** Takes events in, each in place of the one with its id, and adds up anew the users' days that they change. */
export function ingestUsageEvents(records: readonly UsageEventRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseUsageEvent);
  return async (tx) => {
    const located = await placeOnAccounts(tx, source, batch, parsed);
    const features = await FeatureDirectory.load(tx);
    const featured = batch.step(located, (event) => ({
      ...event,
      featureNo: features.knownOrNew(event.feature, 'feature'),
    }));
    const users = await UserDirectory.load(
      tx,
      featured.map(({ value }) => value),
    );
    const dayAt = daysByMinute(tx.timeZone);
    const placed = featured.map(({ index, value }) => {
      const { accountId, featureNo, at, session, seconds } = value;
      const key = eventKey(source, value.eventId);
      const userNo = users.knownOrNew(accountId, value.user);
      return { index, value: { key, accountId, userNo, featureNo, at, day: dayAt(at), session, seconds } };
    });
    const stored = await loadUsageEvents(
      tx,
      placed.map(({ value }) => value.key),
    );
    const known = new Set(stored.keys());
    const changed = new Map<string, UsageEvent>();
    const days = new Map<string, UserDay & { readonly written: UsageEvent[] }>();
    const touch = (day: UserDay) => {
      const key = userDayKey(day);
      if (!days.has(key)) days.set(key, { accountId: day.accountId, userNo: day.userNo, day: day.day, written: [] });
    };
    for (const { index, value } of placed) {
      const before = stored.get(value.key);
      if (before !== undefined && isSame(before, value)) continue;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(value.key, value);
      changed.set(value.key, value);
      touch(value);
      if (before !== undefined) touch(before);
    }
    await features.create();
    await users.create();
    for (const event of changed.values()) days.get(userDayKey(event))?.written.push(event);
    const events = [...changed.values()];
    await rollUpDays(
      tx,
      [...days.values()],
      [
        () =>
          insertUsageEvents(
            tx,
            events.filter(({ key }) => !known.has(key)),
          ),
        () =>
          replaceUsageEvents(
            tx,
            events.filter(({ key }) => known.has(key)),
          ),
      ],
    );
    await touchAccounts(
      tx,
      [...days.values()].map(({ accountId }) => accountId),
      'usage',
      firstDays(days.values()),
    );
    return batch.results;
  };
}

/** Tells the day of instants, of one a minute anew: events come close together, and the calendar takes its time. */
function daysByMinute(timeZone: string): (instant: number) => Day {
  const days = new Map<number, Day>();
  return (instant) => {
    const minute = Math.floor(instant / 60_000);
    if (minute < wholeMinutesFrom) return dayInZone(instant, timeZone);
    const known = days.get(minute);
    if (known !== undefined) return known;
    const day = dayInZone(instant, timeZone);
    days.set(minute, day);
    return day;
  };
}

function parseUsageEvent(record: UsageEventRecord) {
  const sessionId = optionalText(record.sessionId, 'sessionId', 'The session’s id', 255);
  return {
    eventId: requiredId(record.eventId, 'eventId', 'The event’s id'),
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    user: requiredId(record.user, 'user', 'The user’s id'),
    feature: optionalText(record.feature, 'feature', 'The feature’s key', 255) ?? '',
    at: requiredInstant(record.at, 'at', 'The time of the event'),
    session: sessionId === undefined ? null : sessionKey(sessionId),
    seconds: wholeNumber(record.seconds ?? 0, 'seconds', 'The number of seconds', 0, mostSeconds),
  };
}

function isSame(a: UsageEvent, b: UsageEvent): boolean {
  return (
    a.accountId === b.accountId &&
    a.userNo === b.userNo &&
    a.featureNo === b.featureNo &&
    a.at === b.at &&
    a.session === b.session &&
    a.seconds === b.seconds
  );
}
