import type { SegmentTrait } from './segment.ts';

/** What a control for one trait takes. */
export interface TraitControlProps {
  readonly trait: SegmentTrait;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: readonly string[];
  /** Puts a value in or takes it out. */
  readonly onToggle: (value: string) => void;
  /** Takes one value alone; all of them for the empty one. */
  readonly onOnly: (value: string) => void;
}

/** What each trait is called on the page. */
export const traitLabels: Readonly<Record<SegmentTrait, string>> = {
  plan: 'Plan',
  region: 'Region',
  industry: 'Industry',
};

/** Harbor's plans have an order of their own; other values come as the graph gives them, the most frequent first. */
const plans = ['Starter', 'Team', 'Business', 'Enterprise'];

/** Puts a trait's values in the order that readers expect; a plan that is not known comes first. */
export function inOrder(trait: SegmentTrait, values: TraitControlProps['values']): TraitControlProps['values'] {
  if (trait !== 'plan') return values;
  return values.toSorted((a, b) => plans.indexOf(a.value) - plans.indexOf(b.value));
}
