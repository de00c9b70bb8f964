import type { ContractRecord } from '@plimsoll/store';
import { flagOf, type ImportKind, type Row, requiredText, textOf, wholeNumberOf } from './import-kind.ts';

/** `contracts.csv`: a contract over `[starts_on, ends_on)` a row, with what is known of its renewal. The account must be known. */
export const contracts: ImportKind<ContractRecord> = {
  name: 'contracts',
  columns: [
    { name: 'contract_id', required: true, field: 'contractId' },
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'starts_on', required: true, field: 'startsOn' },
    { name: 'ends_on', required: true, field: 'endsOn', aliases: ['renewal_date'] },
    { name: 'amount', required: true, field: 'amount', aliases: ['annual_amount'] },
    { name: 'currency', required: true, field: 'currency' },
    { name: 'auto_renew', required: false, field: 'autoRenew' },
    { name: 'notice_days', required: false, field: 'noticeDays' },
    { name: 'status', required: false, field: 'status' },
    { name: 'signed_on', required: false, field: 'signedOn' },
    { name: 'renews', required: false, field: 'renews' },
    { name: 'renewed_on', required: false, field: 'renewedOn' },
    { name: 'renewed_amount', required: false, field: 'renewedAmount' },
    { name: 'lost_on', required: false, field: 'lostOn' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const autoRenew = flagOf(row, 'auto_renew');
    const noticeDays = wholeNumberOf(row, 'notice_days');
    const status = textOf(row, 'status')?.toLowerCase();
    return {
      contractId: requiredText(row, 'contract_id'),
      accountExternalId: requiredText(row, 'account_id'),
      startsOn: requiredText(row, 'starts_on'),
      endsOn: requiredText(row, 'ends_on'),
      amount: requiredText(row, 'amount'),
      currency: requiredText(row, 'currency').toUpperCase(),
      ...(autoRenew === undefined ? {} : { autoRenew }),
      ...(noticeDays === undefined ? {} : { noticeDays }),
      // Whether it is a status is for the store to say, which names those there are.
      ...(status === undefined ? {} : { status: status as 'signed' }),
      ...optional(row, 'signed_on', 'signedOn'),
      ...optional(row, 'renews', 'renews'),
      ...optional(row, 'renewed_on', 'renewedOn'),
      ...optional(row, 'renewed_amount', 'renewedAmount'),
      ...optional(row, 'lost_on', 'lostOn'),
    };
  },
  write: (workspace, records) => workspace.upsertContracts(records),
};

function optional<Field extends string>(row: Row, column: string, field: Field): { readonly [Name in Field]?: string } {
  const text = textOf(row, column);
  // A computed key loses its name.
  return text === undefined ? {} : ({ [field]: text } as { readonly [Name in Field]: string });
}
