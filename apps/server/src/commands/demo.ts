import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createEmbedToken, embedScopes } from '@plimsoll/embed';
import { createGateway } from '@plimsoll/gateway';
import { dayInZone } from '@plimsoll/metrics';
import { openStore } from '@plimsoll/store';
import { describeCommand } from '../cli/define-command.ts';
import { addressOf, serverArgs } from '../cli/server-options.ts';
import { describeDatabase, storeArgs, storeOptions } from '../cli/store-options.ts';
import { print } from '../cli/terminal.ts';
import { banner } from '../demo/banner.ts';
import { demoWorkspace, loadDemo } from '../demo/load-demo.ts';
import { createLogger } from '../http/logger.ts';
import { runServer } from '../http/run-server.ts';
import type { Service } from '../http/service.ts';
import { loadSite } from '../http/site.ts';
import { ensureEmbedKey } from '../keys/embed-key-file.ts';
import { embedKeyFolder } from '../keys/embed-key-folder.ts';

/** `plimsoll demo`: a made-up company, everything switched on, for this machine alone. */
export const demo = describeCommand({
  name: 'demo',
  description: 'Show Plimsoll with the records of a made-up company',
  args: { ...serverArgs, ...storeArgs },
  examples: ['plimsoll demo', 'plimsoll demo --port 4100 --data-dir /tmp/plimsoll-demo'],
  notes: [
    'The first run invents 400 customers and takes a few seconds longer. GraphiQL and introspection are on and carry a token\nthat may see all of the demo, so keep it to your own machine; for real records use: plimsoll serve',
  ],
  run: async (args) => {
    const options = storeOptions(args);
    const logger = createLogger('warn');
    const createSite = args.site === undefined ? undefined : await loadSite(args.site);
    const storybookDir = resolve('.storybook/dist');
    let toldUpTo = 0;
    const open = async (signal: AbortSignal, progress: (reason: string) => void): Promise<Service> => {
      const store = await openStore(options);
      try {
        toldUpTo = await loadDemo(store, {
          now: new Date(),
          signal,
          onStep: (what) => progress(`Inventing Harbor’s customers: ${what}.`),
        });
        const { key } = demoWorkspace;
        const embedKey = await ensureEmbedKey(store, embedKeyFolder(options), key);
        const token = (): Promise<string> =>
          createEmbedToken({ key: embedKey, subject: 'demo', accounts: 'all', scopes: embedScopes, ttl: 3_600 });
        const gateway = createGateway({ store, introspection: true, graphiql: { token }, logger });
        const site = await createSite?.({ embedKey, workspace: key, endpoint: '/graphql' });
        return { store, gateway, site };
      } catch (error) {
        await store.close();
        throw error;
      }
    };
    return runServer({
      address: addressOf(args),
      command: 'demo',
      logger,
      storybookDir,
      greeting: 'Harbor’s records are being opened.',
      open,
      retry: options.databaseUrl !== undefined,
      onReady: ({ url }) =>
        print(
          banner({
            url,
            site: createSite !== undefined,
            storybook: existsSync(storybookDir),
            database: describeDatabase(options),
            toldUpTo,
            today: dayInZone(Date.now(), demoWorkspace.timeZone),
            databaseOption: args['data-dir'] === undefined ? '' : ` --data-dir ${args['data-dir']}`,
          }),
        ),
    });
  },
});
