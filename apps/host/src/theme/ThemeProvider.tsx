import { type ReactNode, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { keepTheme, keptTheme } from './kept-theme.ts';
import { type Theme, ThemeContext } from './theme-context.ts';

const systemDark = matchMedia('(prefers-color-scheme: dark)');

/** Follows the reader's system until they choose otherwise; choosing what the system says follows it again. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const system: Theme = useSyncExternalStore(onSystemChange, () => systemDark.matches) ? 'dark' : 'light';
  const [chosen, setChosen] = useState(keptTheme);
  const theme = chosen ?? system;
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = (next: Theme) => {
    const kept = next === system ? null : next;
    keepTheme(kept);
    setChosen(kept);
  };
  return <ThemeContext.Provider value={{ theme, choose }}>{children}</ThemeContext.Provider>;
}

function onSystemChange(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}
