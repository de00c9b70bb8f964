import { useTheme } from './theme-context.ts';

/** Switches between light and dark. */
export function ThemeToggle() {
  const { theme, choose } = useTheme();
  const isDark = theme === 'dark';
  return (
    <button
      type="button"
      className="icon-button"
      aria-pressed={isDark}
      aria-label="Dark theme"
      title={isDark ? 'Switch to light' : 'Switch to dark'}
      onClick={() => choose(isDark ? 'light' : 'dark')}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {isDark ? (
          <path d="M16.5 11.800A7 7 0 0 1 8.200 3.5a7 7 0 1 0 8.3 8.3Z" />
        ) : (
          <path d="M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.100 1.100M14.600 14.600l1.100 1.100M4.3 15.700l1.100-1.100M14.600 5.400l1.100-1.100" />
        )}
      </svg>
    </button>
  );
}
