import type { Day } from '@plimsoll/metrics';
import { builder } from './builder.ts';

const HealthFactorChange = builder
  .objectRef<{ readonly key: string; readonly label: string; readonly amount: number }>('HealthFactorChange')
  .implement({
    access: 'OF_PARENT',
    description: 'What one factor did to a change of score.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The factor’s key.' }),
      label: t.exposeString('label', { description: 'The factor’s name.' }),
      amount: t.exposeFloat('amount', { description: 'Points; the factors’ amounts add up to the change.' }),
    }),
  });

/** How an account’s score moved. */
export const HealthChange = builder
  .objectRef<{
    readonly amount: number;
    readonly since: Day;
    readonly factors: readonly { readonly key: string; readonly label: string; readonly amount: number }[];
  }>('HealthChange')
  .implement({
    access: 'OF_PARENT',
    description: 'How a score moved, and which factors moved it.',
    fields: (t) => ({
      amount: t.exposeFloat('amount', { description: 'Points up or down.' }),
      since: t.expose('since', { type: 'Date', description: 'Since when.' }),
      factors: t.expose('factors', {
        type: [HealthFactorChange],
        description: 'The factors that moved it, the strongest first.',
      }),
    }),
  });
