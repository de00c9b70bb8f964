import type { PersonRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/** `people.csv`: a person at an account a row. The account must be known; a blank leaves what is known of the person. */
export const people: ImportKind<PersonRecord> = {
  name: 'people',
  columns: [
    { name: 'person_id', required: true, field: 'externalId' },
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'name', required: false, field: 'name' },
    { name: 'email', required: false, field: 'email' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const name = textOf(row, 'name');
    const email = textOf(row, 'email');
    return {
      externalId: requiredText(row, 'person_id'),
      accountExternalId: requiredText(row, 'account_id'),
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
    };
  },
  write: (workspace, records) => workspace.upsertPeople(records),
};
