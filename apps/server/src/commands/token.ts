import { createEmbedToken, type EmbedScope, embedScopes, longestTtl } from '@plimsoll/embed';
import { DataDirInUse, openStore } from '@plimsoll/store';
import { repeatedOption } from '../cli/check-arguments.ts';
import { CommandError, UsageError } from '../cli/command-error.ts';
import { describeCommand } from '../cli/define-command.ts';
import { storeArgs, storeOptions } from '../cli/store-options.ts';
import { print } from '../cli/terminal.ts';
import { ensureEmbedKey, readEmbedKeys } from '../keys/embed-key-file.ts';
import { embedKeyFolder } from '../keys/embed-key-folder.ts';
import { chooseWorkspace } from '../workspace/ensure-workspace.ts';

/** `plimsoll token`: an embed token, to try things with. */
export const token = describeCommand({
  name: 'token',
  description: 'Print an embed token for a workspace',
  args: {
    workspace: { type: 'string', valueHint: 'KEY', description: 'The workspace; needed where there are several' },
    account: {
      type: 'string',
      valueHint: 'ID',
      description: 'An account it may see, by external id; more than once for more. Without: all of them',
    },
    scope: {
      type: 'string',
      valueHint: 'SCOPE',
      description: `What it may do: ${embedScopes.join(', ')}; more than once for more. Without: all but answering`,
    },
    csm: {
      type: 'string',
      valueHint: 'ID',
      description: 'A CSM whose accounts it may see, by external id, in place of --account',
    },
    widget: {
      type: 'string',
      valueHint: 'NAME',
      description:
        'A widget whose queries it may send, such as MetricCard; more than once for more. Without: any query',
    },
    origin: { type: 'string', valueHint: 'ORIGIN', description: 'The only origin whose pages may use it' },
    subject: { type: 'string', valueHint: 'ID', description: 'Whom it stands for (plimsoll-cli)' },
    ttl: { type: 'string', valueHint: 'TIME', description: 'How long it lives: 900, 15m or 1h, at most 1h (15m)' },
    ...storeArgs,
  },
  examples: [
    'plimsoll token --workspace demo',
    'plimsoll token --workspace acme --account 1042 --account 1043 --scope metrics:read --ttl 5m',
    'curl localhost:4000/graphql -H "authorization: Bearer $(plimsoll token --workspace demo)" -H "content-type: application/json" -d \'{"query":"{ viewer { accountsInReach } }"}\'',
  ],
  notes: [
    'Only the token goes to standard output. It is signed with PLIMSOLL_EMBED_KEY where that is set; otherwise with a key of this\nmachine, created on first use and kept for its owner alone: in the data folder, or with PostgreSQL in ~/.config/plimsoll\n(PLIMSOLL_CONFIG_DIR). No other key is revoked by that. In production your own backend mints tokens with createEmbedToken() of @plimsoll/embed.',
  ],
  run: async (args, rawArgs) => {
    const scopes = repeatedOption(rawArgs, 'scope').map(scopeOf);
    const accounts = repeatedOption(rawArgs, 'account');
    const widgets = repeatedOption(rawArgs, 'widget');
    if (args.csm !== undefined && accounts.length > 0)
      throw new UsageError('A token is for some accounts or for the book of a CSM. Give --account or --csm, not both.');
    const ttl = secondsOf(args.ttl ?? '15m');
    print(
      await createEmbedToken({
        key: await signingKey(args),
        subject: args.subject ?? 'plimsoll-cli',
        accounts: args.csm !== undefined ? { csm: args.csm } : accounts.length === 0 ? 'all' : accounts,
        ...(widgets.length === 0 ? {} : { widgets }),
        ...(args.origin === undefined ? {} : { origin: args.origin }),
        scopes: scopes.length === 0 ? embedScopes.filter((scope) => scope !== 'surveys:respond') : scopes,
        ttl,
      }),
    );
    return 0;
  },
});

interface KeyArgs {
  readonly workspace?: string | undefined;
  readonly 'data-dir'?: string | undefined;
  readonly 'database-url'?: string | undefined;
}

async function signingKey(args: KeyArgs): Promise<string> {
  if (process.env.PLIMSOLL_EMBED_KEY !== undefined) return process.env.PLIMSOLL_EMBED_KEY;
  const options = storeOptions(args);
  const dataDir = options.databaseUrl === undefined ? options.dataDir : undefined;
  try {
    const store = await openStore(options);
    try {
      const { key } = await chooseWorkspace(store, args.workspace);
      return await ensureEmbedKey(store, embedKeyFolder(options), key);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof DataDirInUse) || dataDir === undefined) throw error;
    const [kept] = args.workspace === undefined ? [] : await readEmbedKeys(embedKeyFolder(options), args.workspace);
    if (kept !== undefined) return kept;
    throw new CommandError(
      `The data folder ${dataDir} is in use, by a server most likely, and holds no signing key ${args.workspace === undefined ? 'that could be chosen' : `for "${args.workspace}"`}. A token cannot be signed. ${args.workspace === undefined ? 'Name the workspace with --workspace KEY; or stop' : 'Stop'} the server and run this once, which leaves a key there; or set PLIMSOLL_EMBED_KEY; or use a PostgreSQL, which many can share.`,
    );
  }
}

function scopeOf(text: string): EmbedScope {
  const scope = embedScopes.find((known) => known === text);
  if (scope === undefined)
    throw new UsageError(
      `"${text}" is not a scope. The token would allow nothing. Give some of ${embedScopes.join(', ')}.`,
    );
  return scope;
}

const unitSeconds: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['s', 1],
  ['m', 60],
  ['h', 3_600],
]);

function secondsOf(text: string): number {
  const match = /^(\d{1,6})([smh]?)$/.exec(text);
  const seconds = Number(match?.[1]) * (unitSeconds.get(match?.[2] ?? '') ?? Number.NaN);
  if (seconds >= 1 && seconds <= longestTtl) return seconds;
  throw new UsageError(
    `"${text}" is not a time a token may live. A leaked token is open that long. Give 1s to 1h, such as 15m.`,
  );
}
