import type { AccountRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/** `accounts.csv`: an account a row; every further column is a trait under its header, and blank takes the trait away. */
export const accounts: ImportKind<AccountRecord> = {
  name: 'accounts',
  columns: [
    { name: 'account_id', required: true, field: 'externalId' },
    { name: 'name', required: false, field: 'name' },
    { name: 'parent_account_id', required: false, field: 'parentExternalId' },
  ],
  otherColumns: 'trait',
  record: (row, traits) => {
    const name = textOf(row, 'name');
    const parentExternalId = textOf(row, 'parent_account_id');
    return {
      externalId: requiredText(row, 'account_id'),
      traits,
      ...(name === undefined ? {} : { name }),
      ...(parentExternalId === undefined ? {} : { parentExternalId }),
    };
  },
  write: (workspace, records) => workspace.upsertAccounts(records),
};
