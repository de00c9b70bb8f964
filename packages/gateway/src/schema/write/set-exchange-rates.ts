import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const ExchangeRateInput = builder.inputType('ExchangeRateInput', {
  description: 'What one unit of a currency was worth from a day on.',
  fields: (t) => ({
    currency: t.string({ required: true, description: 'ISO 4217 code.' }),
    day: t.field({ type: 'Date', required: true, description: 'The first day it is in force.' }),
    rate: t.field({
      type: 'Decimal',
      required: true,
      description: 'Units of the workspace’s currency; positive, at most 12 decimals.',
    }),
  }),
});

builder.mutationField('setExchangeRates', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Sets exchange rates and works out anew what depends on them. Needs `data:write`.',
    args: { rates: t.arg({ type: [ExchangeRateInput], required: true, description: batchOf('The rates') }) },
    resolve: (_root, { rates }, context, info) =>
      writeBatch(
        context.writes.of(info),
        rates.map(({ day, ...rest }) => ({ ...rest, day: formatDay(day) })),
        null,
        (store, items) => store.setExchangeRates(items),
      ),
  }),
);
