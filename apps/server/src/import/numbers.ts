import type { NumberRecord } from '@plimsoll/store';
import { type ImportKind, requiredNumber, requiredText } from './import-kind.ts';

/** `numbers.csv`: a number about an account on a day a row, for health. The account must be known. */
export const numbers: ImportKind<NumberRecord> = {
  name: 'numbers',
  columns: [
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'key', required: true, field: 'key' },
    { name: 'day', required: true, field: 'day' },
    { name: 'value', required: true, field: 'value' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    accountExternalId: requiredText(row, 'account_id'),
    key: requiredText(row, 'key'),
    day: requiredText(row, 'day'),
    value: requiredNumber(row, 'value'),
  }),
  write: (workspace, records) => workspace.reportNumbers(records),
};
