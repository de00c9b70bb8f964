/** A locale that `Intl` accepts: the given one, or English when it is missing or malformed. */
export function safeLocale(locale: string | undefined): string {
  try {
    return `${new Intl.Locale(locale ?? 'en')}`;
  } catch {
    return 'en';
  }
}
