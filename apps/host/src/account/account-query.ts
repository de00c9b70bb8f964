import { gql, type TypedDocumentNode } from '@apollo/client';

/** What {@link AccountDocument} answers. */
export interface AccountAnswer {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly customerSince: string | null;
    /** The next renewal that is not decided; none for customers who pay by the month. */
    readonly renewal: {
      readonly endsOn: string;
      readonly daysLeft: number;
      readonly arr: { readonly amount: string; readonly currency: string } | null;
    } | null;
    readonly stage: {
      readonly stage: { readonly label: string } | null;
      readonly days: number | null;
    };
    readonly openTickets: number;
    readonly traits: readonly { readonly key: string; readonly value: string }[];
  } | null;
}

/** Who a customer is. */
export const AccountDocument: TypedDocumentNode<AccountAnswer, { readonly externalId: string }> = gql`
  query HarborAccount($externalId: String!) {
    account(externalId: $externalId) {
      id
      name
      customerSince
      renewal {
        endsOn
        daysLeft
        arr {
          amount
          currency
        }
      }
      stage {
        stage {
          label
        }
        days
      }
      openTickets
      traits {
        key
        value
      }
    }
  }
`;
