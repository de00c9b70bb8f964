import { useQuery } from '@apollo/client/react';
import { type MetricCardProps, usePlimsoll } from '@plimsoll/react';
import { useEffect, useRef } from 'react';
import { AnswerItem } from './AnswerItem.tsx';
import { AnswersDocument } from './answers-query.ts';

/** Props of {@link AnswersPanel}. */
export interface AnswersPanelProps {
  readonly filter: MetricCardProps['filter'];
  readonly first: number;
  /** Whether each answer says which customer it is from. @default true */
  readonly naming?: boolean;
}

/** What customers said last, the newest on top, while they say it. */
export function AnswersPanel({ filter, first, naming = true }: AnswersPanelProps) {
  const { client } = usePlimsoll();
  const asked = useQuery(AnswersDocument, { client, variables: { filter, first } });
  const survey = (asked.data ?? asked.previousData)?.survey;
  const { refetch } = asked;
  const revision = survey?.score.revision;
  const seen = useRef(revision);
  useEffect(() => {
    const isNews = seen.current !== undefined && revision !== seen.current;
    seen.current = revision ?? seen.current;
    if (isNews) void refetch().catch(() => undefined);
  }, [revision, refetch]);
  return (
    <section className="panel" aria-labelledby="answers-title">
      <div className="panel-head">
        <h2 id="answers-title">What they said</h2>
        <span className="quiet">Relationship survey</span>
      </div>
      {asked.error && !survey && <p className="panel-note">The answers could not be loaded.</p>}
      {survey?.responses.nodes.length === 0 && <p className="panel-note">Nobody has answered yet.</p>}
      <ol className="answers">
        {survey?.responses.nodes.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} naming={naming} />
        ))}
      </ol>
    </section>
  );
}
