/** The root of every error this package throws on purpose. The message says what happened, why it matters and what to do. */
export class MetricsError extends Error {
  override readonly name: string = 'MetricsError';
}
