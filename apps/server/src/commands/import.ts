import { openStore, type Store, type WorkspaceRecord, type WorkspaceStore } from '@plimsoll/store';
import { UsageError } from '../cli/command-error.ts';
import { describeCommand } from '../cli/define-command.ts';
import { storeArgs, storeOptions } from '../cli/store-options.ts';
import { grouped, print, printAside } from '../cli/terminal.ts';
import { accounts } from '../import/accounts.ts';
import { advocacy } from '../import/advocacy.ts';
import { contracts } from '../import/contracts.ts';
import { costs } from '../import/costs.ts';
import { csms } from '../import/csms.ts';
import { openCsv } from '../import/csv-source.ts';
import { events } from '../import/events.ts';
import type { ImportKind } from '../import/import-kind.ts';
import { columnsOf, type ImportTally, importRows } from '../import/import-rows.ts';
import { type Mapping, readMapping } from '../import/mapping.ts';
import { milestoneDefinitions } from '../import/milestone-definitions.ts';
import { milestones } from '../import/milestones.ts';
import { outcomeProgress, outcomes } from '../import/outcomes.ts';
import { showProgress } from '../import/progress.ts';
import { rates } from '../import/rates.ts';
import { readCsv } from '../import/read-csv.ts';
import { rehearse } from '../import/rehearsal.ts';
import { rejectsPath } from '../import/rejects-file.ts';
import { responses } from '../import/responses.ts';
import { schedules } from '../import/schedules.ts';
import { seats } from '../import/seats.ts';
import { stages } from '../import/stages.ts';
import { subscriptions } from '../import/subscriptions.ts';
import { ticketEvents } from '../import/ticket-events.ts';
import { tickets } from '../import/tickets.ts';
import { traitHistory } from '../import/trait-history.ts';
import { usage } from '../import/usage.ts';
import { chooseWorkspace, ensureWorkspace, hasWorkspace } from '../workspace/ensure-workspace.ts';

/** Every kind of file that can be imported, in the order they are listed to people. */
const importers: readonly Importer[] = [
  importerOf(accounts),
  importerOf(subscriptions),
  importerOf(rates),
  importerOf(contracts),
  importerOf(costs),
  importerOf(csms),
  importerOf(responses),
  importerOf(events),
  importerOf(usage),
  importerOf(seats),
  importerOf(traitHistory),
  importerOf(stages),
  importerOf(milestoneDefinitions),
  importerOf(milestones),
  importerOf(outcomes),
  importerOf(outcomeProgress),
  importerOf(advocacy),
  importerOf(tickets),
  importerOf(ticketEvents),
  importerOf(schedules),
];

const kindNames = importers.map(({ name }) => name).join(', ');

/** `plimsoll import`: rows of a CSV file into a workspace. */
export const importFile = describeCommand({
  name: 'import',
  description: 'Read accounts, subscriptions, product usage and other records from a CSV file',
  args: {
    kind: { type: 'positional', description: `one of ${kindNames}` },
    file: { type: 'positional', description: 'a CSV file, or - for standard input' },
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
    'dry-run': { type: 'boolean', description: 'Check every row and write nothing but the rejects' },
    mapping: { type: 'string', valueHint: 'FILE', description: 'JSON that says which headers stand for our columns' },
    ...storeArgs,
  },
  examples: [
    'plimsoll import accounts accounts.csv --workspace acme --create-workspace --currency USD --time-zone Europe/Berlin',
    'plimsoll import subscriptions subscriptions.csv --workspace acme --dry-run',
    'zcat responses.csv.gz | plimsoll import responses - --workspace acme',
    `echo '{ "account_id": "Customer No", "currency": { "value": "USD" } }' > mapping.json`,
    'plimsoll import subscriptions export.csv --workspace acme --mapping mapping.json',
  ],
  notes: [
    `Columns: ${importers.map(({ columns }) => columns).join('\n         ')}\n         Further columns of accounts become traits; those of the others are left out.`,
    'Rows that cannot land go to FILE.rejects.csv with line, column and reason; all others land. Importing twice changes\nnothing. Exit code: 0 all landed, 3 some rejected, 2 nothing readable, 1 anything else.',
  ],
  run: async (args) => {
    const importer = importers.find(({ name }) => name === args.kind);
    if (importer === undefined) throw new UsageError(`"${args.kind}" cannot be imported. Give one of ${kindNames}.`);
    const closing: (() => Promise<void>)[] = [];
    const open = async (): Promise<WorkspaceStore> => {
      const store = await openStore(storeOptions(args));
      closing.push(() => store.close());
      const target = await openTarget(store, args);
      closing.push(target.end);
      return target.workspace;
    };
    try {
      return await importer.run(open, {
        file: args.file ?? '',
        dryRun: args['dry-run'] === true,
        mapping: args.mapping === undefined ? new Map() : await readMapping(args.mapping),
      });
    } finally {
      for (const close of closing.reverse()) await close();
    }
  },
});

interface ImportArgs {
  readonly file: string;
  readonly dryRun: boolean;
  readonly mapping: Mapping;
}

/** A kind of file without the type of its records, which are its own affair. */
interface Importer {
  readonly name: string;
  /** What its columns are called, in a sentence. */
  readonly columns: string;
  run(open: () => Promise<WorkspaceStore>, args: ImportArgs): Promise<number>;
}

function importerOf<Record>(kind: ImportKind<Record>): Importer {
  return { name: kind.name, columns: columnsOf(kind), run: (open, args) => importInto(kind, open, args) };
}

async function importInto<Record>(
  kind: ImportKind<Record>,
  open: () => Promise<WorkspaceStore>,
  { file, dryRun, mapping }: ImportArgs,
): Promise<number> {
  const started = performance.now();
  const source = await openCsv(file);
  const progress = showProgress(source);
  const rejects = rejectsPath(file);
  try {
    const tally = await importRows({
      kind,
      open,
      records: readCsv(source.chunks),
      mapping,
      rejectsPath: rejects,
      onLayout: ({ ignored }) => {
        if (ignored.length > 0)
          printAside(`Left out, because ${kind.name} have no such columns: ${ignored.join(', ')}`);
      },
      onBatch: (tally) => progress.update(tally),
    });
    progress.stop();
    report(tally, (performance.now() - started) / 1_000, dryRun);
    if (tally.rejected > 0) printAside(`The rejected rows are in ${rejects}, each with its line, column and reason.`);
    return tally.rejected > 0 ? 3 : 0;
  } finally {
    progress.stop();
  }
}

function report(tally: Readonly<ImportTally>, seconds: number, dryRun: boolean): void {
  const landed = tally.created + tally.updated + tally.unchanged;
  const parts = dryRun
    ? [`${grouped(landed)} would land`, `${grouped(tally.rejected)} would be rejected`]
    : [
        `${grouped(tally.created)} created`,
        `${grouped(tally.updated)} updated`,
        `${grouped(tally.unchanged)} unchanged`,
        `${grouped(tally.rejected)} rejected`,
      ];
  const rate = grouped(Math.round(tally.rows / Math.max(seconds, 0.001)));
  print(`${grouped(tally.rows)} rows: ${parts.join(', ')} in ${seconds.toFixed(1)} s (${rate} rows/s)`);
  if (dryRun) print('Nothing was written.');
}

interface TargetArgs {
  readonly kind?: string | undefined;
  readonly workspace?: string | undefined;
  readonly 'create-workspace'?: boolean | undefined;
  readonly currency?: string | undefined;
  readonly 'time-zone'?: string | undefined;
  readonly 'fiscal-year-starts-in'?: string | undefined;
  readonly name?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

interface Target {
  readonly workspace: WorkspaceStore;
  end(): Promise<void>;
}

/** The workspace to write to: the real one, or for a dry run a scratch one like it. */
async function openTarget(store: Store, args: TargetArgs): Promise<Target> {
  const created = args['create-workspace'] === true ? newWorkspace(args) : undefined;
  const exists = created === undefined || (await hasWorkspace(store, created.key));
  const actual = exists ? await chooseWorkspace(store, args.workspace) : undefined;
  if (args['dry-run'] === true) {
    const record = actual === undefined ? created : await actual.info();
    if (record !== undefined) return rehearse(record, actual, { withTickets: args.kind === 'ticket-events' });
  }
  if (actual !== undefined) return { workspace: actual, end: async () => undefined };
  return { workspace: await ensureWorkspace(store, created ?? newWorkspace(args)), end: async () => undefined };
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
