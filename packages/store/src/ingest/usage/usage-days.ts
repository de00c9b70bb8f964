import { type Day, formatDay } from '@plimsoll/metrics';
import type { UsageDayRecord } from '../../records/usage.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredDay, requiredId, wholeNumber } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { Rejection } from '../rejection.ts';
import { settleChanges } from '../settle-changes.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';
import { loadDaysOfEvents, userDayKey } from './events/days-of-events.ts';
import { FeatureDirectory } from './feature-directory.ts';
import { keyOf, loadUsageDays, saveUsageDays, type UsageDay } from './usage-day-rows.ts';
import { UserDirectory } from './user-directory.ts';

const most = 1_000_000_000;
/** Each stands for itself where their length is read, and nobody begins more on a day. */
const mostSessions = 10_000;

/** Takes in what users did day by day; a day that is there is replaced. */
export function ingestUsageDays(records: readonly UsageDayRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseUsageDay);
  return async (tx) => {
    const known = await placeOnAccounts(tx, source, batch, parsed);
    const users = await UserDirectory.load(
      tx,
      known.map(({ value }) => value),
    );
    const ofEvents = await loadDaysOfEvents(
      tx,
      known.flatMap(({ value: { accountId, user, day } }) => {
        const userNo = users.known(accountId, user);
        return userNo === undefined ? [] : [{ accountId, userNo, day }];
      }),
    );
    const free = batch.step(known, (day) => {
      const userNo = users.known(day.accountId, day.user);
      if (userNo !== undefined && ofEvents.has(userDayKey({ ...day, userNo }))) throw dayOfEvents(day.user, day.day);
      return day;
    });
    const features = await FeatureDirectory.load(tx);
    const featured = batch.step(free, ({ feature, ...day }) => ({
      ...day,
      featureNo: features.knownOrNew(feature, 'feature'),
    }));
    const placed = featured.map(({ index, value: { user, ...day } }) => {
      const userNo = users.knownOrNew(day.accountId, user);
      return { index, value: { ...day, userNo } };
    });
    const stored = await loadUsageDays(
      tx,
      placed.map(({ value }) => value),
    );
    const { written } = settleChanges(batch, placed, stored, { keyOf, isSame });
    await features.create();
    await users.create();
    await saveUsageDays(tx, written);
    await touchAccounts(
      tx,
      written.map(({ accountId }) => accountId),
      'usage',
      firstDays(written),
    );
    return batch.results;
  };
}

function dayOfEvents(user: string, day: Day): Rejection {
  return new Rejection(
    'day',
    `The use of "${user}" on ${formatDay(day)} is added up from its events. A report beside them would count it twice. Leave the day out, or send its events.`,
  );
}

function parseUsageDay(record: UsageDayRecord) {
  return {
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    user: requiredId(record.user, 'user', 'The user’s id'),
    feature: optionalText(record.feature, 'feature', 'The feature’s key', 255) ?? '',
    day: requiredDay(record.day, 'day', 'The day'),
    events: wholeNumber(record.events ?? 1, 'events', 'The number of events', 0, most),
    sessions: wholeNumber(record.sessions ?? 0, 'sessions', 'The number of sessions', 0, mostSessions),
    seconds: wholeNumber(record.seconds ?? 0, 'seconds', 'The number of seconds', 0, most),
  };
}

function isSame(a: UsageDay, b: UsageDay): boolean {
  return a.events === b.events && a.sessions === b.sessions && a.seconds === b.seconds;
}
