import { distributeTables } from '@plimsoll/store';
import { type CommandDef, defineCommand } from 'citty';
import { UsageError } from '../cli/command-error.ts';
import { type DescribedMeta, describeCommand } from '../cli/define-command.ts';
import { describeDatabase, storeOptions } from '../cli/store-options.ts';
import { print } from '../cli/terminal.ts';

const distribute = describeCommand({
  name: 'distribute',
  description: 'Spread the tables of a Citus database over its machines',
  args: {
    'database-url': {
      type: 'string',
      valueHint: 'URL',
      description: 'The Citus coordinator, postgres://… (DATABASE_URL)',
    },
    'dry-run': { type: 'boolean', description: 'Print what would be done, and do nothing' },
  },
  examples: [
    'DATABASE_URL=postgres://plimsoll@coordinator/plimsoll plimsoll db distribute --dry-run',
    'plimsoll db distribute --database-url postgres://plimsoll@coordinator/plimsoll',
  ],
  notes: [
    'Every table is distributed by workspace_id and placed beside the others, so that each question goes to one machine. All or\nnothing, and again without harm: run it after an upgrade too. Servers have to be stopped meanwhile.',
  ],
  run: async (args) => {
    const options = storeOptions(args);
    const { databaseUrl } = options;
    if (databaseUrl === undefined) {
      throw new UsageError(
        'There is no database to distribute. The built-in one lives on this machine alone. Name a PostgreSQL with Citus with --database-url or DATABASE_URL.',
      );
    }
    const dryRun = args['dry-run'] === true;
    const { tables, statements } = await distributeTables({ databaseUrl, dryRun });
    if (tables.length === 0) print(`Every table of ${describeDatabase(options)} is distributed already.`);
    else if (dryRun) print(statements.map((statement) => `${statement};`).join('\n'));
    else print(`${tables.length} tables of ${describeDatabase(options)} are distributed: ${tables.join(', ')}.`);
    return 0;
  },
});

const meta: DescribedMeta = {
  name: 'db',
  description: 'Look after the database',
  examples: ['plimsoll db distribute --dry-run           what it takes to spread it over several machines'],
  notes: [
    'distribute needs a PostgreSQL with the Citus extension: --database-url URL or DATABASE_URL. With --dry-run it prints what it\nwould do, and does nothing.',
  ],
};

/** `plimsoll db`: what concerns the database as a whole. */
export const db: CommandDef = defineCommand({ meta, subCommands: { distribute } });
