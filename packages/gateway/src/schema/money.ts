import { formatMoney, type Money as MoneyModel } from '@plimsoll/metrics';
import { builder } from './builder.ts';

/** Money in the graph: exact, with its currency. */
export const Money = builder.objectRef<MoneyModel>('Money').implement({
  access: 'OF_PARENT',
  description: 'An exact amount of one currency.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      description: 'Major units with the currency’s own decimals, such as "316985.75".',
      resolve: formatMoney,
    }),
    currency: t.exposeString('currency', { description: 'ISO 4217 code.' }),
    minorUnits: t.string({
      description: 'The same amount as a whole number of minor units (cents, yen, fils).',
      resolve: ({ minor }) => minor.toString(),
    }),
  }),
});
