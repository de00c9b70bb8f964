import type { TraitHistoryRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/**
 * `trait-history.csv`: what a trait of an account was from a day on a row, in any order; blank where the account did not have
 * the trait. The account must be known.
 */
export const traitHistory: ImportKind<TraitHistoryRecord> = {
  name: 'trait-history',
  columns: [
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'trait', required: true, field: 'trait' },
    { name: 'value', required: true, field: 'value' },
    { name: 'from', required: true, field: 'from' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    accountExternalId: requiredText(row, 'account_id'),
    trait: requiredText(row, 'trait'),
    value: textOf(row, 'value') ?? null,
    from: requiredText(row, 'from'),
  }),
  write: (workspace, records) => workspace.upsertTraitHistory(records),
};
