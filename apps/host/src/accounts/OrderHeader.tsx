import type { AccountsField, AccountsOrder } from './accounts-query.ts';

/** Props of {@link OrderHeader}. */
export interface OrderHeaderProps {
  readonly field: AccountsField;
  readonly order: AccountsOrder;
  readonly onOrder: (order: AccountsOrder) => void;
  readonly className?: string;
  readonly children: string;
}

/** A column's header that orders by it: names from A, figures from the largest, the other way the second time. */
export function OrderHeader({ field, order, onOrder, className, children }: OrderHeaderProps) {
  const isMine = order.field === field;
  const first = field === 'NAME' ? 'ASC' : 'DESC';
  const other = order.direction === 'ASC' ? 'DESC' : 'ASC';
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isMine ? (order.direction === 'ASC' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" onClick={() => onOrder({ field, direction: isMine ? other : first })}>
        {children}
        <svg viewBox="0 0 8 8" aria-hidden="true">
          <path d="M4 6.500 1 2h6Z" />
        </svg>
      </button>
    </th>
  );
}
