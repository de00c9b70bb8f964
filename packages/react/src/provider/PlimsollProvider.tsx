'use client';
import type { ApolloClient } from '@apollo/client';
import { createPlimsollClient, type FetchToken } from '@plimsoll/client';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Appearance } from '../widget/appearance.ts';
import { PlimsollContext } from './plimsoll-context.ts';

/** What every provider takes. */
interface SharedProviderProps {
  /** How all widgets look; each can differ. @default follows the reader's system */
  readonly appearance?: Appearance;
  /** A BCP 47 tag for numbers, dates and plurals. @default 'en' */
  readonly locale?: string;
  readonly children: ReactNode;
}

/** Props of {@link PlimsollProvider}: where the gateway is and how to get a token, or a client made beforehand. */
export type PlimsollProviderProps = SharedProviderProps &
  (
    | { readonly endpoint: string; readonly fetchToken: FetchToken; readonly client?: undefined }
    | { readonly client: ApolloClient; readonly endpoint?: undefined; readonly fetchToken?: undefined }
  );

/**
 * Connects the widgets below it to a gateway: one client, one token, one look. Renders nothing of its own. It leaves
 * Apollo's own context alone, so a host that uses Apollo for its own graph keeps its client.
 *
 * A new `fetchToken` function on each render is fine: the latest is called. A new `endpoint` or `client` starts afresh.
 *
 * @example
 * <PlimsollProvider endpoint="https://metrics.example.com/graphql" fetchToken={fetchToken} locale="de-DE">
 *   <MetricCard metric="NRR" period={{ last: { count: 12, unit: 'MONTH' } }} />
 * </PlimsollProvider>
 */
export function PlimsollProvider({
  endpoint,
  fetchToken,
  client: given,
  appearance,
  locale,
  children,
}: PlimsollProviderProps) {
  const latestFetchToken = useRef(fetchToken);
  useEffect(() => {
    latestFetchToken.current = fetchToken;
  });
  const client = useMemo(
    () =>
      given ??
      createPlimsollClient({
        endpoint: endpoint ?? '',
        fetchToken: async () => (await latestFetchToken.current?.()) ?? '',
      }),
    [given, endpoint],
  );
  const { theme, density, accent } = appearance ?? {};
  const value = useMemo(
    () => ({ client, appearance: { theme, density, accent }, locale }),
    [client, theme, density, accent, locale],
  );
  return <PlimsollContext.Provider value={value}>{children}</PlimsollContext.Provider>;
}
