import type { AccountFilter, Day } from '@plimsoll/metrics';
import { builder } from './builder.ts';

/** Accounts by their stage. */
export const StageFilter = builder.inputType('StageFilter', {
  description: 'Accounts by the stage they are in.',
  fields: (t) => ({
    in: t.stringList({ description: 'Any of these stages, by key.' }),
    none: t.boolean({ required: true, defaultValue: false, description: 'Whether accounts in no stage count too.' }),
    on: t.field({ type: 'Date', description: 'On which day; today when left out, and at the latest.' }),
  }),
});

interface StageShape {
  readonly in?: readonly string[] | null | undefined;
  readonly none: boolean;
  readonly on?: Day | null | undefined;
}

/** A caller's stages as the metrics take them. */
export function stageFilter(input: StageShape, today: Day): AccountFilter {
  const keys = [...(input.in ?? []), ...(input.none ? [''] : [])];
  return { kind: 'stage', in: keys, on: Math.min(input.on ?? today, today) };
}
