import type { ArgsDef } from 'citty';
import { UsageError } from '../cli/command-error.ts';

/** Options that say which kind of key is meant. */
export const kindArgs = {
  api: { type: 'boolean', description: 'API keys, with which servers read and write the graph' },
  embed: { type: 'boolean', description: 'Embed keys, with which backends sign embed tokens' },
} as const satisfies ArgsDef;

/** What {@link kindArgs} parse to. */
export interface KindArgs {
  readonly api?: boolean | undefined;
  readonly embed?: boolean | undefined;
}

/** A kind of key. */
export type KeyKind = 'api' | 'embed';

/** The one kind of key that was named. @throws UsageError for none, and for both */
export function kindOf({ api = false, embed = false }: KindArgs): KeyKind {
  if (api !== embed) return api ? 'api' : 'embed';
  throw new UsageError(
    'It is not said which kind of key is meant. Nothing was done. Give either --api, for a server, or --embed, for signing embed tokens.',
  );
}
