/** A value of an array as it is handed over: `null` for NULL, a time as ISO 8601 has it, JSON as its text. */
export type ElementValue = string | number | boolean | null;
