/** A locale that `Intl` accepts: the given one, or English when it is missing or malformed. */
export function safeLocale(locale: string | undefined): string {
  try {
    // A locale that is missing throws like one that is malformed.
    return `${new Intl.Locale(locale as string)}`;
  } catch {
    return 'en';
  }
}
