import { tagSeparator } from '@plimsoll/metrics';
import type { AccountRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';
import { listOf } from './list-of.ts';

/**
 * `accounts.csv`: an account a row; every further column is a trait under its header, and blank takes the trait away. So do
 * blank `tags` (separated by `;`) take all tags away.
 */
export const accounts: ImportKind<AccountRecord> = {
  name: 'accounts',
  columns: [
    { name: 'account_id', required: true, field: 'externalId' },
    { name: 'name', required: false, field: 'name' },
    { name: 'parent_account_id', required: false, field: 'parentExternalId' },
    { name: 'traits_from', required: false, field: 'traitsFrom' },
    { name: 'tags', required: false, field: 'tags' },
    { name: 'created_on', required: false, field: 'createdOn' },
  ],
  otherColumns: 'trait',
  record: (row, traits) => {
    const name = textOf(row, 'name');
    const parentExternalId = textOf(row, 'parent_account_id');
    const createdOn = textOf(row, 'created_on');
    const traitsFrom = textOf(row, 'traits_from');
    const tags = listOf(row, 'tags', tagSeparator);
    return {
      externalId: requiredText(row, 'account_id'),
      traits,
      ...(name === undefined ? {} : { name }),
      ...(parentExternalId === undefined ? {} : { parentExternalId }),
      ...(traitsFrom === undefined ? {} : { traitsFrom }),
      ...(createdOn === undefined ? {} : { createdOn }),
      ...(tags === undefined ? {} : { tags }),
    };
  },
  write: (workspace, records) => workspace.upsertAccounts(records),
};
