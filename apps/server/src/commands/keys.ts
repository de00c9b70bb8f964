import { apiKeyScopes } from '@plimsoll/store';
import { type CommandDef, defineCommand } from 'citty';
import type { DescribedMeta } from '../cli/define-command.ts';
import { create } from './keys/create.ts';
import { list } from './keys/list.ts';
import { revoke } from './keys/revoke.ts';

const meta: DescribedMeta = {
  name: 'keys',
  description: 'Create, list and revoke API keys and embed keys',
  examples: [
    'plimsoll keys create --api --workspace acme --name importer --scope data:write --expires 90d',
    'plimsoll keys create --embed --workspace acme --name "web backend" > embed.key',
    'plimsoll keys list --workspace acme',
    'plimsoll keys revoke --workspace acme --api 5f0c21d9a3be',
    'plimsoll keys revoke --workspace acme --embed 0b7d44e6c812',
    'plimsoll keys revoke --workspace acme --tokens --before 2026-11-28T10:00:00Z',
    'plimsoll keys revoke --workspace acme --tokens --subject user-17',
  ],
  notes: [
    `create prints the secret alone on standard output, so that it can be piped, and everything else on standard error. It is\nshown this once. An API key (--api) needs at least one --scope: ${apiKeyScopes.join(', ')}; the names\nof the graph, such as METRICS_READ, are read as the same. --expires takes 90d, 2027-01-31 (in UTC) or 2027-01-31T09:00:00Z.`,
    'To replace an embed key without an interruption, create another, move your backends over, and revoke the old one. A\nworkspace has at most 100 keys of each kind that work. Revoking --tokens takes one of --before INSTANT, --subject ID and\n--jti ID.',
    'Options of all three: --workspace KEY, --data-dir FOLDER, --database-url URL. While a server holds the built-in database, use\nthe mutations createApiKey, createEmbedKey, revokeApiKey, revokeEmbedKey and revokeTokens with an API key that has admin.\nExit code: 0 as it says, 2 what cannot be meant, 1 anything else, such as a key that is not there.',
  ],
};

/** `plimsoll keys`: keys of servers, and keys that sign embed tokens. */
export const keys: CommandDef = defineCommand({ meta, subCommands: { create, list, revoke } });
