import type { HealthBand as BandModel } from '@plimsoll/metrics';
import { builder } from './builder.ts';

/** How a band is meant. */
export const BandTone = builder.enumType('BandTone', {
  description: 'How a band is meant.',
  values: {
    GOOD: { description: 'All is well.' },
    WATCH: { description: 'Worth watching.' },
    BAD: { description: 'In danger.' },
  } as const,
});

/** A range of health scores with a name. */
export const HealthBand = builder.objectRef<BandModel>('HealthBand').implement({
  access: 'OF_PARENT',
  description: 'A range of scores with a name. The range is half-open; the last one includes 100.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    label: t.exposeString('label', { description: 'Its name.' }),
    from: t.exposeFloat('from', { description: 'The lowest score in it.' }),
    to: t.exposeFloat('to', { description: 'The first score above it.' }),
    tone: t.expose('tone', { type: BandTone, description: 'How it is meant.' }),
  }),
});
