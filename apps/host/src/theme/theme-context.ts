import { createContext, useContext } from 'react';

/** How Harbor is drawn. */
export type Theme = 'light' | 'dark';

/** The theme in use, and the way to another. */
export interface ThemeControl {
  readonly theme: Theme;
  readonly choose: (theme: Theme) => void;
}

/** Carries the theme; read it with {@link useTheme}. */
export const ThemeContext = createContext<ThemeControl>({ theme: 'light', choose: () => undefined });

/** The theme in use; light outside of a provider. */
export function useTheme(): ThemeControl {
  return useContext(ThemeContext);
}
