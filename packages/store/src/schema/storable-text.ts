/**
 * Whether the database can hold a text as it is: PostgreSQL knows no NUL, and half a surrogate pair would come back as
 * another character. A text that is not storable cannot be found either.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Whether the database can hold a value as JSON: every text in it, keys too, has to be storable. */
export function isStorableJson(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorableJson(part));
}
