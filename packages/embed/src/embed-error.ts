/** The root of every error this package throws on purpose. */
export class EmbedError extends Error {
  override readonly name: string = 'EmbedError';
}
