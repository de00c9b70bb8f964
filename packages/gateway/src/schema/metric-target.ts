import type { MetricTarget as TargetModel } from '@plimsoll/store';
import { builder } from './builder.ts';

/** What a workspace aims for. */
export const MetricTarget = builder.objectRef<TargetModel>('MetricTarget').implement({
  access: 'OF_PARENT',
  description: 'What the workspace aims for with a metric.',
  fields: (t) => ({
    value: t.exposeFloat('value', { description: 'The target in the metric’s unit.' }),
    watch: t.float({
      nullable: true,
      description: 'Between this and the target a number is worth watching; beyond it, it is bad.',
      resolve: ({ watch }) => watch ?? null,
    }),
  }),
});

/** How a number stands against its target. */
export const MetricStatus = builder.enumType('MetricStatus', {
  description: 'How a number stands against its target.',
  values: {
    GOOD: { description: 'The target is met.' },
    WATCH: { description: 'The target is missed, but not by much.' },
    BAD: { description: 'The target is missed.' },
  } as const,
});

/** Judges a number; `null` without a number, a target or a direction. */
export function statusOf(
  value: number | null,
  better: 'HIGHER' | 'LOWER' | 'NEITHER',
  target: TargetModel | undefined,
): 'GOOD' | 'WATCH' | 'BAD' | null {
  if (value === null || target === undefined || better === 'NEITHER') return null;
  const reaches = (mark: number): boolean => (better === 'HIGHER' ? value >= mark : value <= mark);
  if (reaches(target.value)) return 'GOOD';
  return target.watch !== undefined && reaches(target.watch) ? 'WATCH' : 'BAD';
}
