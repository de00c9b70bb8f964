import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MetricCardProps } from '@plimsoll/react';

interface TraitCounts {
  readonly key: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** What {@link PortfolioTraitsDocument} answers. */
export interface PortfolioTraits {
  readonly everybody: { readonly accountCount: number; readonly traits: readonly TraitCounts[] };
  readonly segment: { readonly accountCount: number };
}

/** Which values there are to filter by, and how many customers a segment holds. */
export const PortfolioTraitsDocument: TypedDocumentNode<
  PortfolioTraits,
  { readonly filter?: MetricCardProps['filter'] }
> = gql`
  query HarborPortfolioTraits($filter: AccountFilter) {
    everybody: portfolio {
      accountCount
      traits {
        key
        values {
          value
          count
        }
      }
    }
    segment: portfolio(filter: $filter) {
      accountCount
    }
  }
`;
