import { PlimsollProvider } from '@plimsoll/react';
import type { ReactNode } from 'react';
import { useTheme } from '../theme/theme-context.ts';
import { endpoint } from './endpoint.ts';

/** Props of {@link Widgets}. */
export interface WidgetsProps {
  readonly fetchToken: () => Promise<string>;
  readonly children: ReactNode;
}

/** Connects the widgets below it to the graph, in Harbor's look; fonts and surfaces are set in styles/widgets.css. */
export function Widgets({ fetchToken, children }: WidgetsProps) {
  const { theme } = useTheme();
  return (
    <PlimsollProvider
      endpoint={endpoint}
      fetchToken={fetchToken}
      appearance={{ theme, accent: 'light-dark(oklch(0.52 0.13 243), oklch(0.76 0.11 236))' }}
    >
      {children}
    </PlimsollProvider>
  );
}
