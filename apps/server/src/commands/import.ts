import { openStore, type Rehearsal, type WorkspaceRecord, type WorkspaceStore } from '@plimsoll/store';
import { UsageError } from '../cli/command-error.ts';
import { describeCommand } from '../cli/define-command.ts';
import { storeArgs, storeOptions } from '../cli/store-options.ts';
import { grouped, print, printAside } from '../cli/terminal.ts';
import { type FileFormat, formatNames, formatOf, rejectsPath } from '../import/file-format.ts';
import type { ImportTally } from '../import/import-rows.ts';
import type { Importer } from '../import/importer.ts';
import { importers } from '../import/importers.ts';
import { type Mapping, readMapping } from '../import/mapping.ts';
import { showProgress } from '../import/progress.ts';
import { openText } from '../import/text-source.ts';
import { chooseWorkspace, ensureWorkspace } from '../workspace/ensure-workspace.ts';

const kindNames = importers.map(({ name }) => name).join(', ');

/** `plimsoll import`: rows of a CSV or NDJSON file into a workspace. */
export const importFile = describeCommand({
  name: 'import',
  description: 'Read accounts, subscriptions, product usage and other records from a CSV or NDJSON file',
  args: {
    kind: { type: 'positional', description: `one of ${kindNames}` },
    file: { type: 'positional', description: 'a CSV or NDJSON file, or - for standard input' },
    workspace: { type: 'string', valueHint: 'KEY', description: 'The workspace; needed where there are several' },
    'create-workspace': { type: 'boolean', description: 'Make the workspace if it is not there' },
    currency: { type: 'string', valueHint: 'CODE', description: 'Reporting currency of a new workspace, such as USD' },
    'time-zone': { type: 'string', valueHint: 'ZONE', description: 'Time zone of a new workspace (UTC)' },
    'fiscal-year-starts-in': {
      type: 'string',
      valueHint: 'MONTH',
      description: 'Month in which the fiscal year of a new workspace starts, 1 to 12 (1)',
    },
    name: { type: 'string', valueHint: 'NAME', description: 'Name of a new workspace (its key)' },
    format: {
      type: 'string',
      valueHint: 'FORMAT',
      description: `${formatNames.join(' or ')}; else .ndjson and .jsonl are NDJSON, and all others CSV`,
    },
    'dry-run': {
      type: 'boolean',
      description: 'Do all of it and take it back in the end: nothing is written but the rejects',
    },
    mapping: { type: 'string', valueHint: 'FILE', description: 'JSON that says which headers stand for our columns' },
    ...storeArgs,
  },
  examples: [
    'plimsoll import accounts accounts.csv --workspace acme --create-workspace --currency USD --time-zone Europe/Berlin',
    'plimsoll import subscriptions subscriptions.csv --workspace acme --dry-run',
    'plimsoll import events events.ndjson --workspace acme',
    'zcat responses.csv.gz | plimsoll import responses - --workspace acme',
    `echo '{ "account_id": "Customer No", "currency": { "value": "USD" } }' > mapping.json`,
    'plimsoll import subscriptions export.csv --workspace acme --mapping mapping.json',
  ],
  notes: [
    `Columns: ${importers.map(({ sentence }) => sentence).join('\n         ')}\n         Further columns of accounts become traits; those of the others are left out.`,
    'NDJSON has a JSON object a line, its keys named as the columns.',
    'Rows that cannot land go to FILE.rejects.csv or FILE.rejects.ndjson with line, column and reason; all others land.\nImporting twice changes nothing. Exit code: 0 all landed, 3 some rejected, 2 nothing readable, 1 anything else.',
  ],
  run: async (args) => {
    const importer = importers.find(({ name }) => name === args.kind);
    if (importer === undefined) throw new UsageError(`"${args.kind}" cannot be imported. Give one of ${kindNames}.`);
    const file = args.file ?? '';
    const dryRun = args['dry-run'] === true;
    let close = async (): Promise<void> => undefined;
    const open = async (): Promise<WorkspaceStore> => {
      const store = await openStore(storeOptions(args));
      // What was rehearsed goes with the store.
      close = () => store.close();
      return target(dryRun ? await store.rehearse() : store, args);
    };
    try {
      const format = formatOf(file, args.format);
      const mapping = args.mapping === undefined ? new Map() : await readMapping(args.mapping);
      return await importInto(importer, open, { file, format, dryRun, mapping });
    } finally {
      await close();
    }
  },
});

interface ImportArgs {
  readonly file: string;
  readonly format: FileFormat;
  readonly dryRun: boolean;
  readonly mapping: Mapping;
}

async function importInto(
  importer: Importer,
  open: () => Promise<WorkspaceStore>,
  { file, format, dryRun, mapping }: ImportArgs,
): Promise<number> {
  const started = performance.now();
  const source = await openText(file);
  const reader = format.open(source.chunks, importer, mapping);
  const progress = showProgress(source);
  const rejects = rejectsPath(file, format);
  try {
    const tally = await importer.run({
      open,
      reader,
      rejectsPath: rejects,
      onBatch: (tally) => progress.update(tally),
    });
    progress.stop();
    report(tally, (performance.now() - started) / 1_000, dryRun);
    const ignored = reader.ignored();
    if (ignored.length > 0)
      printAside(`Left out, because ${importer.name} have no such columns: ${ignored.join(', ')}`);
    if (tally.rejected > 0) printAside(`The rejected rows are in ${rejects}, each with its line, column and reason.`);
    return tally.rejected > 0 ? 3 : 0;
  } finally {
    progress.stop();
  }
}

function report(tally: Readonly<ImportTally>, seconds: number, dryRun: boolean): void {
  const parts = [
    `${grouped(tally.created)} created`,
    `${grouped(tally.updated)} updated`,
    `${grouped(tally.unchanged)} unchanged`,
    `${grouped(tally.rejected)} rejected`,
  ];
  const rate = grouped(Math.round(tally.rows / Math.max(seconds, 0.001)));
  const before = dryRun ? 'Rehearsed: ' : '';
  print(`${before}${grouped(tally.rows)} rows: ${parts.join(', ')} in ${seconds.toFixed(1)} s (${rate} rows/s)`);
  if (dryRun) print('Nothing was written.');
}

interface TargetArgs {
  readonly workspace?: string | undefined;
  readonly 'create-workspace'?: boolean | undefined;
  readonly currency?: string | undefined;
  readonly 'time-zone'?: string | undefined;
  readonly 'fiscal-year-starts-in'?: string | undefined;
  readonly name?: string | undefined;
}

/** The workspace that an import means, made where that is asked for. */
async function target(store: Omit<Rehearsal, 'end'>, args: TargetArgs): Promise<WorkspaceStore> {
  return args['create-workspace'] === true
    ? ensureWorkspace(store, newWorkspace(args))
    : chooseWorkspace(store, args.workspace);
}

function newWorkspace(args: TargetArgs): WorkspaceRecord {
  if (args.workspace === undefined || args.currency === undefined)
    throw new UsageError(
      'A new workspace needs a key and a currency. Amounts are reported in it. Give --workspace KEY and --currency CODE, such as USD.',
    );
  return {
    key: args.workspace,
    name: args.name ?? args.workspace,
    currency: args.currency.toUpperCase(),
    timeZone: args['time-zone'] ?? 'UTC',
    fiscalYearStartsIn: Number(args['fiscal-year-starts-in'] ?? 1),
  };
}
