/** What a check came to. `warn`: works, but look at it. `fail`: does not work until it is mended. */
export interface Finding {
  readonly status: 'ok' | 'warn' | 'fail';
  /** What was looked at, in a word or two. */
  readonly subject: string;
  readonly detail: string;
  /** What to do; of warnings and failures. */
  readonly mend?: string;
}
