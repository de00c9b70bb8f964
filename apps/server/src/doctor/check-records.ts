import { dayInZone, isTimeZone, metricOf, resolvePeriod } from '@plimsoll/metrics';
import {
  DataDirInUse,
  openStore,
  type Store,
  StoreError,
  type StoreOptions,
  type WorkspaceInfo,
  type WorkspaceStore,
} from '@plimsoll/store';
import { describeDatabase } from '../cli/store-options.ts';
import type { Finding } from './finding.ts';

/** Whether the database opens, and what is in it. Opening checks version and rights and brings the schema up to date. */
export async function checkRecords(options: StoreOptions): Promise<readonly Finding[]> {
  const subject = 'Database';
  let store: Store;
  try {
    store = await openStore(options);
  } catch (error) {
    if (error instanceof DataDirInUse)
      return [
        {
          status: 'warn',
          subject,
          detail: error.message,
          mend: 'If that is your server, all is well; to have its records looked at too, stop it for a moment.',
        },
      ];
    const detail = error instanceof Error ? error.message : String(error);
    const mend =
      error instanceof StoreError
        ? 'See the sentence above.'
        : 'This was not foreseen. Please report it with this text.';
    return [{ status: 'fail', subject, detail, mend }];
  }
  try {
    await store.ping();
    const opened: Finding = {
      status: 'ok',
      subject,
      detail: `${describeDatabase(options)} opens (${store.backend}), its schema is up to date.`,
    };
    const workspaces = await store.listWorkspaces();
    if (workspaces.length === 0)
      return [
        opened,
        {
          status: 'warn',
          subject: 'Workspaces',
          detail: 'There is none.',
          mend: 'Import something: plimsoll import accounts FILE.csv --workspace KEY --create-workspace --currency USD. Or look around: plimsoll demo',
        },
      ];
    const found = [];
    for (const { key } of workspaces) found.push(...(await checkWorkspace(store, key)));
    return [opened, ...found];
  } finally {
    await store.close();
  }
}

async function checkWorkspace(store: Store, key: string): Promise<readonly Finding[]> {
  const workspace = store.workspace(key);
  const subject = `Workspace ${key}`;
  const info = await workspace.info();
  const counts = await workspace.counts();
  const findings: Finding[] = [
    {
      status: 'ok',
      subject,
      detail: `${info.name}, revision ${info.revision}: ${counts.accounts} accounts, ${counts.subscriptions} subscriptions, ${counts.responses} answers.`,
    },
  ];
  if (!isTimeZone(info.timeZone))
    findings.push({
      status: 'fail',
      subject,
      detail: `This Node.js does not know its time zone ${info.timeZone}.`,
      mend: 'Use a Node.js with full ICU data, which is the usual one.',
    });
  const left = await countUnconverted(workspace, info);
  if (left > 0)
    findings.push({
      status: 'warn',
      subject,
      detail: `Amounts of ${left} account${left === 1 ? '' : 's'} are left out of every number, because their currency has no exchange rate to ${info.currency} on the day they began.`,
      mend: 'Set rates that reach back to the first of those subscriptions.',
    });
  return findings;
}

/** How many accounts have amounts that no number counts, for want of an exchange rate. */
async function countUnconverted(workspace: WorkspaceStore, { policy, timeZone }: WorkspaceInfo): Promise<number> {
  const reader = await workspace.reader();
  const today = dayInZone(Date.now(), timeZone);
  const question = { ledger: reader.ledger, selection: reader.select(), policy };
  const month = resolvePeriod({ kind: 'current', unit: 'MONTH' }, today);
  const [mrr] = await reader.readEach(metricOf('MRR'), question, [month], today);
  return mrr?.excluded.find(({ reason }) => reason === 'NO_EXCHANGE_RATE')?.count ?? 0;
}
