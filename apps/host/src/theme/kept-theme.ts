import type { Theme } from './theme-context.ts';

const name = 'harbor-theme';

/** The theme this reader chose earlier; `null` where they follow their system, or storage is closed to us. */
export function keptTheme(): Theme | null {
  try {
    const kept = localStorage.getItem(name);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a choice, or forgets it with `null`. Where storage is closed it lasts until the page is left. */
export function keepTheme(theme: Theme | null): void {
  try {
    if (theme === null) localStorage.removeItem(name);
    else localStorage.setItem(name, theme);
  } catch {
    // Private windows may refuse; the choice still holds for this page.
  }
}
