import { type CommandDef, defineCommand } from 'citty';
import type { DescribedMeta } from './define-command.ts';
import { version } from './version.ts';

const meta: DescribedMeta = {
  name: 'plimsoll',
  version,
  description: 'Customer-success metrics as a typed graph',
  examples: [
    'plimsoll demo                                     a made-up company to look around in',
    'plimsoll import accounts accounts.csv --workspace acme --create-workspace --currency USD',
    'plimsoll serve --port 4000',
    'plimsoll keys create --api --workspace acme --name importer --scope data:write',
    'plimsoll token --workspace acme --account 1042',
    'plimsoll doctor                                   what is wrong, and how to mend it',
  ],
  notes: [],
};

/** The commands; each is loaded when it is called for. */
export const mainCommand: CommandDef = defineCommand({
  meta,
  subCommands: {
    demo: () => import('../commands/demo.ts').then(({ demo }) => demo),
    serve: () => import('../commands/serve.ts').then(({ serve }) => serve),
    import: () => import('../commands/import.ts').then(({ importFile }) => importFile),
    workspace: () => import('../commands/workspace.ts').then(({ workspace }) => workspace),
    keys: () => import('../commands/keys.ts').then(({ keys }) => keys),
    token: () => import('../commands/token.ts').then(({ token }) => token),
    db: () => import('../commands/db.ts').then(({ db }) => db),
    doctor: () => import('../commands/doctor.ts').then(({ doctor }) => doctor),
  },
});
