import { useQuery } from '@apollo/client/react';
import { type MetricCardProps, usePlimsoll } from '@plimsoll/react';
import { useDeferredValue, useState } from 'react';
import { AccountsTable } from './AccountsTable.tsx';
import { AccountsDocument, type AccountsOrder, type AccountsPage } from './accounts-query.ts';
import { Pager } from './Pager.tsx';

const pageSize = 15;
const firstPage = { from: 1, page: { first: pageSize } as AccountsPage };

/** Props of {@link AccountsSection}. */
export interface AccountsSectionProps {
  readonly filter: MetricCardProps['filter'];
  /** The segment as it stands in the address, for links to carry along. */
  readonly search: string;
}

/** The customers of a segment: to be found, ordered and opened. */
export function AccountsSection({ filter, search }: AccountsSectionProps) {
  const { client } = usePlimsoll();
  const [typed, setTyped] = useState('');
  const [orderBy, setOrderBy] = useState<AccountsOrder>({ field: 'MRR', direction: 'DESC' });
  const [position, setPosition] = useState({ ...firstPage, search });
  // Another segment begins at its first page.
  const { from, page } = position.search === search ? position : firstPage;
  const setPage = (next: typeof firstPage) => setPosition({ ...next, search });
  const sought = useDeferredValue(typed.trim());
  const asked = useQuery(AccountsDocument, {
    client,
    variables: { filter, orderBy, ...page, ...(sought === '' ? {} : { search: sought }) },
  });
  const accounts = (asked.data ?? asked.previousData)?.accounts;
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = accounts?.pageInfo ?? {};
  return (
    <section className="panel" aria-labelledby="accounts-title" aria-busy={asked.loading}>
      <div className="panel-head">
        <h2 id="accounts-title">Accounts</h2>
        <input
          type="search"
          aria-label="Find an account"
          placeholder="Find an account"
          maxLength={200}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setPage(firstPage);
          }}
        />
      </div>
      {asked.error && !accounts ? (
        <p className="panel-note" role="alert">
          The accounts could not be loaded.{' '}
          <button type="button" className="text-button" onClick={() => void asked.refetch().catch(() => undefined)}>
            Try again
          </button>
        </p>
      ) : (
        <AccountsTable
          accounts={accounts?.nodes}
          order={orderBy}
          search={search}
          onOrder={(order) => {
            setOrderBy(order);
            setPage(firstPage);
          }}
        />
      )}
      {accounts && (
        <Pager
          from={from}
          shown={accounts.nodes.length}
          total={accounts.totalCount}
          onPrevious={
            hasPreviousPage && startCursor
              ? () => setPage({ from: from - pageSize, page: { last: pageSize, before: startCursor } })
              : undefined
          }
          onNext={
            hasNextPage && endCursor
              ? () => setPage({ from: from + pageSize, page: { first: pageSize, after: endCursor } })
              : undefined
          }
        />
      )}
    </section>
  );
}
