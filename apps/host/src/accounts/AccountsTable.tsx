import { AccountRow } from './AccountRow.tsx';
import type { AccountSummary, AccountsOrder } from './accounts-query.ts';
import { OrderHeader } from './OrderHeader.tsx';

/** Props of {@link AccountsTable}. */
export interface AccountsTableProps {
  /** Left out while the first ones are on their way. */
  readonly accounts: readonly AccountSummary[] | undefined;
  readonly order: AccountsOrder;
  readonly onOrder: (order: AccountsOrder) => void;
  /** The segment as it stands in the address. */
  readonly search: string;
}

/** Customers in rows; headers change the order. */
export function AccountsTable({ accounts, order, onOrder, search }: AccountsTableProps) {
  const header = { order, onOrder };
  return (
    <table className="accounts">
      <thead>
        <tr>
          <OrderHeader field="NAME" {...header}>
            Name
          </OrderHeader>
          <th scope="col" className="wide">
            Plan
          </th>
          <th scope="col" className="wide">
            Region
          </th>
          <OrderHeader field="MRR" className="number" {...header}>
            MRR
          </OrderHeader>
          <OrderHeader field="HEALTH" {...header}>
            Health
          </OrderHeader>
        </tr>
      </thead>
      <tbody>
        {accounts === undefined && (
          <tr>
            <td colSpan={5} className="accounts-empty">
              Loading …
            </td>
          </tr>
        )}
        {accounts?.length === 0 && (
          <tr>
            <td colSpan={5} className="accounts-empty">
              No account fits. Widen the filter or the search.
            </td>
          </tr>
        )}
        {accounts?.map((account) => (
          <AccountRow key={account.id} account={account} search={search} />
        ))}
      </tbody>
    </table>
  );
}
