import type { MilestoneRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/** `milestones.csv`: that an account reached a milestone a row; without a day it is taken back. */
export const milestones: ImportKind<MilestoneRecord> = {
  name: 'milestones',
  columns: [
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'milestone', required: true, field: 'milestone' },
    { name: 'reached_on', required: true, field: 'reachedOn' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    accountExternalId: requiredText(row, 'account_id'),
    milestone: requiredText(row, 'milestone'),
    reachedOn: textOf(row, 'reached_on') ?? null,
  }),
  write: (workspace, records) => workspace.upsertMilestones(records),
};
