import type { CsmRecord } from '@plimsoll/store';
import { type ImportKind, RowRejection, requiredText, textOf } from './import-kind.ts';

/** `csms.csv`: a customer success manager a row. Accounts name theirs in the trait `csm`. */
export const csms: ImportKind<CsmRecord> = {
  name: 'csms',
  columns: [
    { name: 'csm_id', required: true, field: 'externalId' },
    { name: 'name', required: true, field: 'name' },
    { name: 'email', required: false, field: 'email' },
    { name: 'fte', required: true, field: 'fte' },
    { name: 'ramped_on', required: true, field: 'rampedOn' },
    { name: 'left_on', required: false, field: 'leftOn' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const email = textOf(row, 'email');
    const fte = requiredText(row, 'fte');
    if (!/^\d+(\.\d+)?$/.test(fte))
      throw new RowRejection(
        'fte',
        `"${fte}" is not a number. "fte" is a part of a full-time person. Write it as 0.5.`,
      );
    return {
      externalId: requiredText(row, 'csm_id'),
      name: requiredText(row, 'name'),
      fte: Number(fte),
      rampedOn: requiredText(row, 'ramped_on'),
      leftOn: textOf(row, 'left_on') ?? null,
      ...(email === undefined ? {} : { email }),
    };
  },
  write: (workspace, records) => workspace.upsertCsms(records),
};
