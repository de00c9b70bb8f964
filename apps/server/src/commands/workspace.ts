import { policySwitches, switchValues } from '@plimsoll/metrics';
import { openStore } from '@plimsoll/store';
import { repeatedOption } from '../cli/check-arguments.ts';
import { describeCommand } from '../cli/define-command.ts';
import { storeArgs, storeOptions } from '../cli/store-options.ts';
import { print } from '../cli/terminal.ts';
import { settingsLines } from '../workspace/describe-settings.ts';
import { chooseWorkspace } from '../workspace/ensure-workspace.ts';
import { settingsFrom } from '../workspace/parse-settings.ts';

/** `plimsoll workspace`: the settings of a workspace, shown and set. */
export const workspace = describeCommand({
  name: 'workspace',
  description: 'Show the settings of a workspace, and change them',
  args: {
    workspace: { type: 'string', valueHint: 'KEY', description: 'The workspace; needed where there are several' },
    set: {
      type: 'string',
      valueHint: 'SWITCH=VALUE',
      description: 'Set a switch of the policy; more than once for more',
    },
    target: {
      type: 'string',
      valueHint: 'METRIC=VALUE[,WATCH]',
      description: 'Aim for a value, and watch from another on; METRIC=none aims for nothing. More than once for more',
    },
    'fiscal-year-starts-in': {
      type: 'string',
      valueHint: 'MONTH',
      description: 'Month in which the fiscal year starts, 1 to 12',
    },
    'internal-trait': {
      type: 'string',
      valueHint: 'KEY',
      description: 'A trait that tokens for some accounts never see; more than once for more, in place of those before',
    },
    name: { type: 'string', valueHint: 'NAME', description: 'Its name, for people' },
    ...storeArgs,
  },
  examples: [
    'plimsoll workspace --workspace acme',
    'plimsoll workspace --workspace acme --set churnAt=cancellation --set nrrMethod=trailing12Cohort',
    'plimsoll workspace --workspace acme --target NRR=1.05,0.98 --target GRR=none --fiscal-year-starts-in 4',
  ],
  notes: [
    `Switches: ${policySwitches.map((entry) => `${entry.key}: ${switchValues(entry)}`).join('\n          ')}`,
    'Targets are in the unit of the metric: 1.05 for 105 %. Currency and time zone stay what the workspace was made with.\nAll that is given is set, or nothing where one of it makes no sense. While a server holds the built-in database, use the\ngraph’s updateWorkspace. Exit code: 0 as it says, 2 a setting that cannot be meant, 1 anything else.',
  ],
  run: async (args, rawArgs) => {
    const change = settingsFrom({
      switches: repeatedOption(rawArgs, 'set'),
      targets: repeatedOption(rawArgs, 'target'),
      fiscalYearStartsIn: args['fiscal-year-starts-in'],
      name: args.name,
      internalTraits: repeatedOption(rawArgs, 'internal-trait'),
    });
    const store = await openStore(storeOptions(args));
    try {
      const chosen = await chooseWorkspace(store, args.workspace);
      const before = await chosen.info();
      const info = await chosen.changeSettings(change);
      print(settingsLines(info).join('\n'));
      if (Object.keys(change).length > 0)
        print(info.revision === before.revision ? '\nIt was just so before.' : '\nSet.');
      return 0;
    } finally {
      await store.close();
    }
  },
});
