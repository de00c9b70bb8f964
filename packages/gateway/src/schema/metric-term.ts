import type { AnsweredTerm } from '@plimsoll/metrics';
import { builder } from './builder.ts';
import { MetricUnit } from './metric-definition.ts';
import { Money } from './money.ts';

const TermSide = builder.enumType('TermSide', {
  description: 'Where in the formula a term stands.',
  values: {
    NUMERATOR: { description: 'Above the line.' },
    DENOMINATOR: { description: 'Below the line.' },
    STATISTIC: {
      description:
        'In no line: a statistic of the single values behind a median (`MEDIAN`, `P90`, `MEAN`, `COUNT`), or a count beside them.',
    },
  } as const,
});

const TermSign = builder.enumType('TermSign', {
  description: 'Whether a term is added or taken off.',
  values: { PLUS: { value: 1, description: 'Added.' }, MINUS: { value: -1, description: 'Taken off.' } } as const,
});

/** A named part of a formula, in the graph. */
export const MetricTerm = builder.objectRef<AnsweredTerm>('MetricTerm').implement({
  access: 'OF_PARENT',
  description: 'One named part of a formula with its number.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The term’s key within its formula.' }),
    label: t.exposeString('label', { description: 'The term in words.' }),
    side: t.expose('side', { type: TermSide, description: 'Above or below the line, or in neither.' }),
    sign: t.expose('sign', { type: TermSign, description: 'Added or taken off; of a statistic `PLUS`.' }),
    unit: t.expose('unit', { type: MetricUnit, description: 'What its value is measured in.' }),
    value: t.exposeFloat('value', { description: 'Without its sign; money in major units.' }),
    money: t.expose('money', { type: Money, nullable: true, description: 'Exactly, where it is money.' }),
  }),
});
