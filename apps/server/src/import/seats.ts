import type { SeatsRecord } from '@plimsoll/store';
import { type ImportKind, RowRejection, requiredText, wholeNumberOf } from './import-kind.ts';

/** `seats.csv`: how many seats an account is licensed for from a day on a row. The account must be known. */
export const seats: ImportKind<SeatsRecord> = {
  name: 'seats',
  columns: [
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'day', required: true, field: 'day' },
    { name: 'seats', required: true, field: 'seats' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const count = wholeNumberOf(row, 'seats');
    if (count === undefined)
      throw new RowRejection('seats', '"seats" is empty. Every row needs a number. Write 0 where there are none.');
    return {
      accountExternalId: requiredText(row, 'account_id'),
      day: requiredText(row, 'day'),
      seats: count,
    };
  },
  write: (workspace, records) => workspace.upsertSeats(records),
};
