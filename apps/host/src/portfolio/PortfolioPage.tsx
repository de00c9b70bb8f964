import { useQuery } from '@apollo/client/react';
import { usePlimsoll } from '@plimsoll/react';
import { useRef } from 'react';
import { AccountsSection } from '../accounts/AccountsSection.tsx';
import { AnswersPanel } from '../answers/AnswersPanel.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { PortfolioFigures } from './PortfolioFigures.tsx';
import { PortfolioTraitsDocument } from './portfolio-traits.ts';
import { SegmentFilter } from './SegmentFilter.tsx';
import { everybody, filterOf, searchOf } from './segment.ts';
import { useSegment } from './use-segment.ts';

/** How all of Harbor's customers are doing, or a segment of them. */
export function PortfolioPage() {
  const [segment, setSegment] = useSegment();
  const filter = filterOf(segment);
  const { client } = usePlimsoll();
  const asked = useQuery(PortfolioTraitsDocument, { client, variables: { filter } });
  const data = asked.data ?? asked.previousData;
  const filterBar = useRef<HTMLElement>(null);
  const showEverybody = () => {
    setSegment(everybody);
    // The button goes, and would take the focus with it.
    filterBar.current?.focus();
  };
  return (
    <>
      <PageTitle title="Portfolio">
        <div className="title-line">
          <p role="status">{data ? countOf(data.segment.accountCount, data.everybody.accountCount) : ' '}</p>
          {filter && (
            <button type="button" className="text-button" onClick={showEverybody}>
              Show everybody
            </button>
          )}
        </div>
      </PageTitle>
      <SegmentFilter ref={filterBar} traits={data?.everybody.traits ?? []} segment={segment} onChange={setSegment} />
      <PortfolioFigures filter={filter} />
      <div className="beside">
        <AccountsSection filter={filter} search={searchOf(segment)} />
        <AnswersPanel filter={filter} first={9} />
      </div>
    </>
  );
}

function countOf(shown: number, all: number): string {
  return shown === all
    ? `All ${all} accounts, past customers included`
    : `${shown} of ${all} accounts, past customers included`;
}
