import type { AnsweredFactor } from '@plimsoll/metrics';
import { builder } from './builder.ts';
import { MetricUnit } from './metric-definition.ts';
import { Money } from './money.ts';

const FactorOperation = builder.enumType('FactorOperation', {
  description: 'What is done with a factor.',
  values: {
    TIMES: { description: 'What comes before is multiplied by it.' },
    DIVIDED_BY: { description: 'What comes before is divided by it.' },
  } as const,
});

/** One factor of a formula with its number. */
export const MetricFactor = builder.objectRef<AnsweredFactor>('MetricFactor').implement({
  access: 'OF_PARENT',
  description: 'A quotient that a formula’s own is multiplied or divided by, such as a margin.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The factor’s key within its formula.' }),
    label: t.exposeString('label', { description: 'The factor in words.' }),
    operation: t.expose('operation', { type: FactorOperation, description: 'What is done with it.' }),
    unit: t.expose('unit', { type: MetricUnit, description: 'What its value is measured in.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'Its number; null where its base is empty.' }),
    money: t.expose('money', { type: Money, nullable: true, description: 'Exactly, where it is money.' }),
    capped: t.exposeBoolean('capped', { description: 'Whether it would be more but for the policy’s limit.' }),
  }),
});
