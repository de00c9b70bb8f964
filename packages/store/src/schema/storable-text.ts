/**
 * Whether the database can hold a text as it is: PostgreSQL knows no NUL, and half a surrogate pair would come back as
 * another character. A text that is not storable cannot be found either.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
