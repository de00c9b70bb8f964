import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MetricCardProps } from '@plimsoll/react';

/** One answer to the survey. */
export interface Answer {
  readonly id: string;
  readonly answer: number;
  readonly bucket: 'DETRACTOR' | 'PASSIVE' | 'PROMOTER';
  readonly comment: string | null;
  readonly respondedAt: string;
  readonly account: { readonly id: string; readonly externalId: string; readonly name: string } | null;
}

/** What {@link AnswersDocument} answers. */
export interface Answers {
  readonly survey: {
    readonly id: string;
    readonly score: { readonly revision: string };
    readonly responses: { readonly nodes: readonly Answer[] };
  } | null;
}

/** What {@link AnswersDocument} takes. */
export interface AnswersVariables {
  readonly filter?: MetricCardProps['filter'];
  readonly first: number;
}

/**
 * The latest answers. The score is the one that the NPS card on the page shows: the cache holds one copy of it, so its
 * revision changes here when the card hears of an answer, and no second live connection is needed.
 */
export const AnswersDocument: TypedDocumentNode<Answers, AnswersVariables> = gql`
  query HarborAnswers($filter: AccountFilter, $first: Int!) {
    survey(key: "relationship") {
      id
      score(
        period: { last: { count: 2, unit: MONTH, includeCurrent: true } }
        compare: PREVIOUS_PERIOD
        filter: $filter
      ) {
        revision
      }
      responses(first: $first, filter: $filter) {
        nodes {
          id
          answer
          bucket
          comment
          respondedAt
          account {
            id
            externalId
            name
          }
        }
      }
    }
  }
`;
