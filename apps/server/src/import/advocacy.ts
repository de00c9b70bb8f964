import { type AdvocacyKind, advocacyKinds } from '@plimsoll/metrics';
import type { AdvocacyActRecord } from '@plimsoll/store';
import { type ImportKind, RowRejection, requiredText, textOf } from './import-kind.ts';

/** `advocacy.csv`: an act by which a customer spoke for the product a row. */
export const advocacy: ImportKind<AdvocacyActRecord> = {
  name: 'advocacy',
  columns: [
    { name: 'act_id', required: true, field: 'actId' },
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'kind', required: true, field: 'kind' },
    { name: 'on', required: true, field: 'on', aliases: ['day'] },
    { name: 'person', required: false, field: 'person' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const person = textOf(row, 'person');
    return {
      actId: requiredText(row, 'act_id'),
      accountExternalId: requiredText(row, 'account_id'),
      kind: kindOf(requiredText(row, 'kind')),
      on: requiredText(row, 'on'),
      ...(person === undefined ? {} : { person }),
    };
  },
  write: (workspace, records) => workspace.upsertAdvocacyActs(records),
};

function kindOf(text: string): AdvocacyKind {
  const plain = text.toLowerCase().replace(/[ _-]/g, '');
  const kind = advocacyKinds.find((known) => known.toLowerCase() === plain);
  if (kind !== undefined) return kind;
  throw new RowRejection(
    'kind',
    `"${text}" is no way of speaking for a product that is counted. The kinds are told apart. Give reference, referral, review or case_study.`,
  );
}
