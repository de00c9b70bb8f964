import type { ExchangeRateRecord } from '@plimsoll/store';
import { type ImportKind, requiredText } from './import-kind.ts';

/** `rates.csv`: what one unit of a currency was worth in the workspace's own from a day on a row. */
export const rates: ImportKind<ExchangeRateRecord> = {
  name: 'rates',
  columns: [
    { name: 'currency', required: true, field: 'currency' },
    { name: 'day', required: true, field: 'day', aliases: ['date'] },
    { name: 'rate', required: true, field: 'rate' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    currency: requiredText(row, 'currency').toUpperCase(),
    day: requiredText(row, 'day'),
    rate: requiredText(row, 'rate'),
  }),
  write: (workspace, records) => workspace.setExchangeRates(records),
};
