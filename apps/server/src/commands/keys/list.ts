import { openStore } from '@plimsoll/store';
import { describeCommand } from '../../cli/define-command.ts';
import { storeArgs, storeOptions } from '../../cli/store-options.ts';
import { print } from '../../cli/terminal.ts';
import { keyLines } from '../../keys/describe-keys.ts';
import { kindArgs, kindOf } from '../../keys/kind-of-key.ts';
import { chooseWorkspace } from '../../workspace/ensure-workspace.ts';

/** `plimsoll keys list`: the keys of a workspace, without their secrets. */
export const list = describeCommand({
  name: 'keys list',
  description: 'List keys, without their secrets',
  args: {
    ...kindArgs,
    workspace: { type: 'string', valueHint: 'KEY', description: 'The workspace; needed where there are several' },
    ...storeArgs,
  },
  examples: ['plimsoll keys list --workspace acme'],
  run: async (args) => {
    const both = args.api !== true && args.embed !== true;
    const kind = both ? undefined : kindOf(args);
    const store = await openStore(storeOptions(args));
    try {
      const workspace = await chooseWorkspace(store, args.workspace);
      const keys = {
        api: kind === 'embed' ? [] : await workspace.apiKeys(),
        embed: kind === 'api' ? [] : await workspace.embedKeys(),
      };
      print(keyLines(keys, Date.now()).join('\n'));
      return 0;
    } finally {
      await store.close();
    }
  },
});
