import { resolve } from 'node:path';
import { createGateway, sharedRateLimiter } from '@plimsoll/gateway';
import { openStore, type Store, type StoreOptions } from '@plimsoll/store';
import { repeatedOption } from '../cli/check-arguments.ts';
import { UsageError } from '../cli/command-error.ts';
import { describeCommand } from '../cli/define-command.ts';
import { requestArgs, requestOptions } from '../cli/request-options.ts';
import { addressOf, serverArgs } from '../cli/server-options.ts';
import { describeDatabase, powerCutRisk, storeArgs, storeOptions } from '../cli/store-options.ts';
import { print } from '../cli/terminal.ts';
import { createLogger } from '../http/logger.ts';
import { runServer } from '../http/run-server.ts';
import type { Service } from '../http/service.ts';
import { type CreateSite, loadSite, type Site } from '../http/site.ts';
import { ensureEmbedKey } from '../keys/embed-key-file.ts';
import { embedKeyFolder } from '../keys/embed-key-folder.ts';
import { chooseWorkspace } from '../workspace/ensure-workspace.ts';

/** `plimsoll serve`: the graph over your own records. */
export const serve = describeCommand({
  name: 'serve',
  description: 'Serve the graph over your own records',
  args: {
    ...serverArgs,
    'allow-origin': {
      type: 'string',
      valueHint: 'ORIGIN',
      description: 'A web origin whose pages may read the graph; more than once for more',
    },
    ...requestArgs,
    'trust-proxy': {
      type: 'boolean',
      description: 'Take the client’s address from X-Forwarded-For, which a proxy in front has to set',
    },
    workspace: { type: 'string', valueHint: 'KEY', description: 'The workspace that the site shows' },
    ...storeArgs,
  },
  examples: [
    'plimsoll serve',
    'DATABASE_URL=postgres://plimsoll@db/plimsoll plimsoll serve --host 0.0.0.0 --port 8080',
    'plimsoll serve --allow-origin https://app.example.com --allow-origin https://admin.example.com',
  ],
  notes: [
    'While the database is away the server keeps trying: /health answers 200 and /ready 503 until it is back. Requests need an\nembed token or an API key. LOG_LEVEL sets how much is logged (info). PLIMSOLL_EMBED_KEY is the key that a site signs\nwith. Without it one is created on the first start and kept: in the data folder, or with PostgreSQL in ~/.config/plimsoll\n(PLIMSOLL_CONFIG_DIR). Where that folder does not outlast the process, as in most containers, set PLIMSOLL_EMBED_KEY.',
  ],
  run: async (args, rawArgs) => {
    const options = storeOptions(args);
    const limits = requestOptions(args);
    const origins = repeatedOption(rawArgs, 'allow-origin').map(originOf);
    const logger = createLogger('info');
    const createSite = args.site === undefined ? undefined : await loadSite(args.site);
    const open = async (): Promise<Service> => {
      const store = await openStore(options);
      try {
        const gateway = createGateway({
          store,
          origins,
          logger,
          ...limits,
          ...(args['shared-rate-limits'] === true ? { rateLimiter: sharedRateLimiter(store) } : {}),
        });
        const site = createSite === undefined ? undefined : await siteOf(createSite, store, options, args.workspace);
        return { store, gateway, site };
      } catch (error) {
        await store.close();
        throw error;
      }
    };
    return runServer({
      address: addressOf(args),
      command: 'serve',
      trustProxy: args['trust-proxy'] === true,
      logger,
      storybookDir: resolve('.storybook/dist'),
      greeting: 'The records are being opened.',
      open,
      retry: options.databaseUrl !== undefined,
      onReady: ({ url }) => {
        print(`Plimsoll serves ${describeDatabase(options)} on ${url}/graphql`);
        const risk = powerCutRisk(options);
        if (risk !== undefined) print(`${risk.cost} ${risk.mend}`);
      },
    });
  },
});

async function siteOf(
  createSite: CreateSite,
  store: Store,
  options: StoreOptions,
  workspaceKey: string | undefined,
): Promise<Site> {
  const { key: workspace } = await chooseWorkspace(store, workspaceKey);
  const embedKey = process.env.PLIMSOLL_EMBED_KEY ?? (await ensureEmbedKey(store, embedKeyFolder(options), workspace));
  return createSite({ embedKey, workspace, endpoint: '/graphql' });
}

function originOf(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new UsageError(
    `"${text}" is not an origin. Browsers compare it letter by letter. Write scheme, host and port only, such as https://app.example.com.`,
  );
}
