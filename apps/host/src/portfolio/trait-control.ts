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
