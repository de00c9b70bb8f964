import type { Ref } from 'react';
import type { PortfolioTraits } from './portfolio-traits.ts';
import { type Segment, segmentTraits, toggled } from './segment.ts';
import { TraitChips } from './TraitChips.tsx';
import { TraitSelect } from './TraitSelect.tsx';

/** Props of {@link SegmentFilter}. */
export interface SegmentFilterProps {
  readonly traits: PortfolioTraits['everybody']['traits'];
  readonly segment: Segment;
  readonly onChange: (segment: Segment) => void;
  /** The landmark, which takes the focus when asked to. */
  readonly ref: Ref<HTMLElement>;
}

/** More values than this are a list to choose from, fewer stand side by side. */
const mostChips = 5;

/** Narrows the page to customers of some plans, regions or industries. */
export function SegmentFilter({ traits, segment, onChange, ref }: SegmentFilterProps) {
  return (
    <search ref={ref} className="segment" aria-label="Customers shown" tabIndex={-1}>
      {segmentTraits.map((trait) => {
        const values = traits.find(({ key }) => key === trait)?.values ?? [];
        const Control = values.length > mostChips ? TraitSelect : TraitChips;
        return (
          values.length > 0 && (
            <Control
              key={trait}
              trait={trait}
              values={values}
              chosen={segment[trait]}
              onToggle={(value) => onChange(toggled(segment, trait, value))}
              onOnly={(value) => onChange({ ...segment, [trait]: value === '' ? [] : [value] })}
            />
          )
        );
      })}
    </search>
  );
}
