import type { UsageDayRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf, wholeNumberOf } from './import-kind.ts';

/**
 * `usage.csv`: what one user did on one day a row, in the product as such or with one feature. The account must be known; a
 * row for the same day again takes the place of the first.
 */
export const usage: ImportKind<UsageDayRecord> = {
  name: 'usage',
  columns: [
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'user', required: true, field: 'user', aliases: ['user_id'] },
    { name: 'day', required: true, field: 'day' },
    { name: 'feature', required: false, field: 'feature' },
    { name: 'events', required: false, field: 'events' },
    { name: 'sessions', required: false, field: 'sessions' },
    { name: 'seconds', required: false, field: 'seconds' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const feature = textOf(row, 'feature');
    const events = wholeNumberOf(row, 'events');
    const sessions = wholeNumberOf(row, 'sessions');
    const seconds = wholeNumberOf(row, 'seconds');
    return {
      accountExternalId: requiredText(row, 'account_id'),
      user: requiredText(row, 'user'),
      day: requiredText(row, 'day'),
      ...(feature === undefined ? {} : { feature }),
      ...(events === undefined ? {} : { events }),
      ...(sessions === undefined ? {} : { sessions }),
      ...(seconds === undefined ? {} : { seconds }),
    };
  },
  write: (workspace, records) => workspace.upsertUsageDays(records),
};
