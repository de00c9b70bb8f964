import { Link } from 'wouter';
import { formatDay } from '../format/day.ts';
import type { Answer } from './answers-query.ts';

/** Props of {@link AnswerItem}. */
export interface AnswerItemProps {
  readonly answer: Answer;
  /** Whether to say which customer it is from. */
  readonly naming: boolean;
}

const bucketWords: Readonly<Record<Answer['bucket'], string>> = {
  DETRACTOR: 'Detractor',
  PASSIVE: 'Passive',
  PROMOTER: 'Promoter',
};

/** One answer: the number, what it stands for, what was written, by whom and when. */
export function AnswerItem({ answer, naming }: AnswerItemProps) {
  const { account, bucket, comment, respondedAt } = answer;
  return (
    <li>
      <b className="answer-score" data-bucket={bucket}>
        {answer.answer}
      </b>
      <div>
        {comment ? <p>{comment}</p> : <p className="quiet">No comment</p>}
        <small>
          {bucketWords[bucket]}
          {', '}
          {naming && account && (
            <>
              <Link href={`/accounts/${encodeURIComponent(account.externalId)}`}>{account.name}</Link>
              {', '}
            </>
          )}
          <time dateTime={respondedAt}>{formatDay(respondedAt)}</time>
        </small>
      </div>
    </li>
  );
}
