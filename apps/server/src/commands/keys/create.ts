import { apiKeyScopes, openStore, type WorkspaceStore } from '@plimsoll/store';
import { repeatedOption } from '../../cli/check-arguments.ts';
import { UsageError } from '../../cli/command-error.ts';
import { describeCommand } from '../../cli/define-command.ts';
import { storeArgs, storeOptions } from '../../cli/store-options.ts';
import { print, printAside } from '../../cli/terminal.ts';
import { type KeyKind, kindArgs, kindOf } from '../../keys/kind-of-key.ts';
import { parseExpiry } from '../../keys/parse-instant.ts';
import { chooseWorkspace } from '../../workspace/ensure-workspace.ts';

/** `plimsoll keys create`: an API key or an embed key, whose secret is printed once. */
export const create = describeCommand({
  name: 'keys create',
  description: 'Create a key and print its secret, once',
  args: {
    ...kindArgs,
    workspace: { type: 'string', valueHint: 'KEY', description: 'The workspace; needed where there are several' },
    name: { type: 'string', valueHint: 'NAME', description: 'Its name, for people; it need not be unique' },
    scope: {
      type: 'string',
      valueHint: 'SCOPE',
      description: `What an API key may do: ${apiKeyScopes.join(', ')}; more than once for more`,
    },
    expires: {
      type: 'string',
      valueHint: 'WHEN',
      description: 'When it stops working: 90d, a day or an instant (never)',
    },
    ...storeArgs,
  },
  examples: ['plimsoll keys create --api --name importer --scope data:write --expires 90d'],
  run: async (args, rawArgs) => {
    const kind = kindOf(args);
    const scopes = repeatedOption(rawArgs, 'scope');
    if (kind === 'embed' && scopes.length > 0) {
      throw new UsageError(
        'An embed key has no scopes: each token that it signs carries its own. No key was created. Leave --scope out, or create an API key with --api.',
      );
    }
    if (args.name === undefined) {
      throw new UsageError('The key has no name. Nobody could tell later what it is for. Give it one with --name.');
    }
    const expiresAt = args.expires === undefined ? null : parseExpiry(args.expires, Date.now());
    const store = await openStore(storeOptions(args));
    try {
      const workspace = await chooseWorkspace(store, args.workspace);
      const { keyId, secret, allows } = await created(workspace, kind, { name: args.name, scopes, expiresAt });
      print(secret);
      const until = expiresAt === null ? 'until it is revoked' : `until ${new Date(expiresAt).toISOString()}`;
      printAside(
        `Created the ${kind === 'api' ? 'API' : 'embed'} key ${keyId} of the workspace ${workspace.key}. It ${allows} ${until}.\nThe line on standard output is its secret. It is not stored and cannot be shown again: keep it in a safe place now.`,
      );
      return 0;
    } finally {
      await store.close();
    }
  },
});

interface Wish {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
}

async function created(workspace: WorkspaceStore, kind: KeyKind, { name, scopes, expiresAt }: Wish) {
  if (kind === 'embed') {
    const { keyId, signingKey } = await workspace.createEmbedKey({ name, expiresAt });
    return { keyId, secret: signingKey, allows: 'signs embed tokens' };
  }
  const key = await workspace.createApiKey({ name, scopes, expiresAt });
  return { keyId: key.keyId, secret: key.secret, allows: `allows ${key.scopes.join(', ')}` };
}
