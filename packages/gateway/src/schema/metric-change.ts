import type { Change } from '@plimsoll/metrics';
import { builder } from './builder.ts';
import { Money } from './money.ts';

const ChangeDirection = builder.enumType('ChangeDirection', {
  description: 'Which way a value went.',
  values: { UP: { description: 'Up.' }, DOWN: { description: 'Down.' }, FLAT: { description: 'Nowhere.' } } as const,
});

const Assessment = builder.enumType('Assessment', {
  description: 'Whether a change is good news.',
  values: {
    BETTER: { description: 'Good news.' },
    WORSE: { description: 'Bad news.' },
    NEUTRAL: { description: 'Neither.' },
  } as const,
});

/** How a value differs from another, in the graph. */
export const MetricChange = builder.objectRef<Change>('MetricChange').implement({
  access: 'OF_PARENT',
  description: 'How a value differs from the one it is compared with, an earlier one or a target.',
  fields: (t) => ({
    absolute: t.exposeFloat('absolute', { description: 'The difference in the metric’s unit.' }),
    relative: t.exposeFloat('relative', {
      nullable: true,
      description:
        'The difference over the earlier value, for money, counts and multiples; null where that was not above zero.',
    }),
    money: t.expose('money', {
      type: Money,
      nullable: true,
      description: 'The difference exactly, where it is money.',
    }),
    direction: t.expose('direction', { type: ChangeDirection, description: 'Which way it went.' }),
    assessment: t.expose('assessment', { type: Assessment, description: 'Whether that is good news.' }),
    withinMargin: t.exposeBoolean('withinMargin', {
      description: 'Whether both samples are too small for the difference to mean anything.',
    }),
  }),
});
