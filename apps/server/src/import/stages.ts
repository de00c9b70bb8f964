import type { AccountStageRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/** `stages.csv`: the stage that an account is set to by hand a row; a blank one gives the account back to the rules. */
export const stages: ImportKind<AccountStageRecord> = {
  name: 'stages',
  columns: [
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'stage', required: true, field: 'stage' },
    { name: 'from', required: true, field: 'from' },
    { name: 'reason', required: false, field: 'reason' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    accountExternalId: requiredText(row, 'account_id'),
    stage: textOf(row, 'stage') ?? null,
    from: requiredText(row, 'from'),
    reason: textOf(row, 'reason') ?? null,
  }),
  write: (workspace, records) => workspace.setAccountStages(records),
};
