import { gql, type TypedDocumentNode } from '@apollo/client';
import type { MetricCardProps } from '@plimsoll/react';

/** What accounts can be ordered by on the page. */
export type AccountsField = 'NAME' | 'MRR' | 'HEALTH';

/** In which order accounts stand. */
export interface AccountsOrder {
  readonly field: AccountsField;
  readonly direction: 'ASC' | 'DESC';
}

/** Which part of the list is asked for: the first, or that next to a cursor. */
export interface AccountsPage {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** A customer in the list. */
export interface AccountSummary {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly plan: string | null;
  readonly region: string | null;
  readonly metric: { readonly money: { readonly amount: string; readonly currency: string } | null };
  readonly health: {
    readonly score: number | null;
    readonly band: { readonly label: string; readonly tone: 'GOOD' | 'WATCH' | 'BAD' } | null;
  };
}

/** What {@link AccountsDocument} answers. */
export interface Accounts {
  readonly accounts: {
    readonly totalCount: number;
    readonly nodes: readonly AccountSummary[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
}

/** What {@link AccountsDocument} takes. */
export interface AccountsVariables extends AccountsPage {
  readonly filter?: MetricCardProps['filter'];
  readonly search?: string;
  readonly orderBy: AccountsOrder;
}

/** A page of customers with the little that a list shows. */
export const AccountsDocument: TypedDocumentNode<Accounts, AccountsVariables> = gql`
  query HarborAccounts(
    $filter: AccountFilter
    $search: String
    $orderBy: AccountOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    accounts(
      filter: $filter
      search: $search
      orderBy: $orderBy
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      nodes {
        id
        externalId
        name
        plan: trait(key: "plan")
        region: trait(key: "region")
        metric(key: MRR) {
          money {
            amount
            currency
          }
          revision
        }
        health {
          score
          band {
            label
            tone
          }
          revision
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;
