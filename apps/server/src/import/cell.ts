/** A value inside a list or an object of a row. */
export type Inner = string | number | boolean | null | readonly Inner[] | { readonly [key: string]: Inner };

/**
 * A value of a row. Numbers, `true` and `false` are texts here, as they are in CSV, so that an amount is what was written and
 * nothing that was rounded on the way; nothing at all is `''`. Lists and objects are as JSON has them.
 */
export type Cell = string | readonly Inner[] | { readonly [key: string]: Inner };
