import type { UsageEventRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf, wholeNumberOf } from './import-kind.ts';

/**
 * `events.csv`: one thing that a user did a row. The account must be known. Days of use are added up from events; an event
 * that comes again changes nothing, or with another content takes the place of the first.
 */
export const events: ImportKind<UsageEventRecord> = {
  name: 'events',
  columns: [
    { name: 'event_id', required: true, field: 'eventId' },
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'user', required: true, field: 'user', aliases: ['user_id'] },
    { name: 'at', required: true, field: 'at', aliases: ['timestamp'] },
    { name: 'feature', required: false, field: 'feature' },
    { name: 'session_id', required: false, field: 'sessionId' },
    { name: 'seconds', required: false, field: 'seconds' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const feature = textOf(row, 'feature');
    const sessionId = textOf(row, 'session_id');
    const seconds = wholeNumberOf(row, 'seconds');
    return {
      eventId: requiredText(row, 'event_id'),
      accountExternalId: requiredText(row, 'account_id'),
      user: requiredText(row, 'user'),
      at: requiredText(row, 'at'),
      ...(feature === undefined ? {} : { feature }),
      ...(sessionId === undefined ? {} : { sessionId }),
      ...(seconds === undefined ? {} : { seconds }),
    };
  },
  write: (workspace, records) => workspace.recordUsageEvents(records),
};
