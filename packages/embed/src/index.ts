export {
  createEmbedToken,
  type EmbedScope,
  type EmbedTokenOptions,
  embedScopes,
  InvalidEmbedTokenOptions,
  longestTtl,
  mostAccounts,
} from './create-embed-token.ts';
export { EmbedError } from './embed-error.ts';
export { InvalidEmbedKey } from './embed-key.ts';
