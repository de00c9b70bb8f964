'use client';
import type { ApolloClient } from '@apollo/client';
import { createContext, useContext } from 'react';
import type { Appearance } from '../widget/appearance.ts';

/** What a provider gives to the widgets below it. */
export interface PlimsollContextValue {
  readonly client: ApolloClient;
  readonly appearance: Appearance;
  readonly locale: string | undefined;
}

/** Carries the provider's value; read it with {@link usePlimsoll}. */
export const PlimsollContext = createContext<PlimsollContextValue | null>(null);

/**
 * The nearest provider's client, appearance and locale, for queries of your own beside the widgets.
 *
 * @throws when there is no provider above
 */
export function usePlimsoll(): PlimsollContextValue {
  const value = useContext(PlimsollContext);
  if (value) return value;
  throw new Error(
    'PlimsollProvider: there is none above this widget. A connected widget gets its data through it. Wrap your app in <PlimsollProvider endpoint fetchToken>, or use the views from @plimsoll/react/views.',
  );
}
