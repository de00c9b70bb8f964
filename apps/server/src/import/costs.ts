import type { CostRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/**
 * `costs.csv`: what was spent over `[starts_on, ends_on)` a row, on an account that must be known, or without one on the
 * workspace as a whole.
 */
export const costs: ImportKind<CostRecord> = {
  name: 'costs',
  columns: [
    { name: 'cost_id', required: true, field: 'externalId' },
    { name: 'category', required: true, field: 'category' },
    { name: 'starts_on', required: true, field: 'startsOn' },
    { name: 'ends_on', required: true, field: 'endsOn' },
    { name: 'amount', required: true, field: 'amount' },
    { name: 'currency', required: true, field: 'currency' },
    { name: 'account_id', required: false, field: 'accountExternalId' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const accountExternalId = textOf(row, 'account_id');
    return {
      externalId: requiredText(row, 'cost_id'),
      category: requiredText(row, 'category').toLowerCase(),
      startsOn: requiredText(row, 'starts_on'),
      endsOn: requiredText(row, 'ends_on'),
      amount: requiredText(row, 'amount'),
      currency: requiredText(row, 'currency').toUpperCase(),
      ...(accountExternalId === undefined ? {} : { accountExternalId }),
    };
  },
  write: (workspace, records) => workspace.upsertCosts(records),
};
