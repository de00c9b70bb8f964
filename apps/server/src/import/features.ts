import type { FeatureRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';
import { listOf } from './list-of.ts';

/** `features.csv`: a part of the product a row; `plans` are separated by `;`, and blank ones take all plans away. */
export const features: ImportKind<FeatureRecord> = {
  name: 'features',
  columns: [
    { name: 'feature', required: true, field: 'key' },
    { name: 'name', required: false, field: 'name' },
    { name: 'plans', required: false, field: 'plans' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const name = textOf(row, 'name');
    const plans = listOf(row, 'plans', ';');
    return {
      key: requiredText(row, 'feature'),
      ...(name === undefined ? {} : { name }),
      ...(plans === undefined ? {} : { plans }),
    };
  },
  write: (workspace, records) => workspace.upsertFeatures(records),
};
