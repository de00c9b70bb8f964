import { gql, type TypedDocumentNode } from '@apollo/client';

/** What {@link AccountDocument} answers. */
export interface AccountAnswer {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly customerSince: string | null;
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
      traits {
        key
        value
      }
    }
  }
`;
