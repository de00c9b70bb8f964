import { useQuery } from '@apollo/client/react';
import { usePlimsoll } from '@plimsoll/react';
import { AccountsSection } from '../accounts/AccountsSection.tsx';
import { AnswersPanel } from '../answers/AnswersPanel.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { PortfolioFigures } from './PortfolioFigures.tsx';
import { PortfolioTraitsDocument } from './portfolio-traits.ts';
import { SegmentFilter } from './SegmentFilter.tsx';
import { filterOf, searchOf } from './segment.ts';
import { useSegment } from './use-segment.ts';

/** How all of Harbor's customers are doing, or a segment of them. */
export function PortfolioPage() {
  const [segment, setSegment] = useSegment();
  const filter = filterOf(segment);
  const { client } = usePlimsoll();
  const asked = useQuery(PortfolioTraitsDocument, { client, variables: { filter } });
  const data = asked.data ?? asked.previousData;
  return (
    <>
      <PageTitle title="Portfolio">
        <p role="status">{data ? countOf(data.segment.accountCount, data.everybody.accountCount) : ' '}</p>
      </PageTitle>
      <SegmentFilter traits={data?.everybody.traits ?? []} segment={segment} onChange={setSegment} />
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
