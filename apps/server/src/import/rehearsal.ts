import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type WorkspaceRecord, type WorkspaceStore } from '@plimsoll/store';

/** A workspace to write to without consequence. */
export interface Rehearsal {
  readonly workspace: WorkspaceStore;
  /** Takes it away again. */
  end(): Promise<void>;
}

/**
 * Makes a scratch workspace for `--dry-run`, in a folder of its own: settings, surveys and account ids are those of the
 * real one, so that rows are refused for the same reasons. Rows that clash with subscriptions already stored are not
 * noticed.
 *
 * @param actual the workspace that the rows are meant for; `undefined` where it would be made
 * @param options `withTickets`: the rows name tickets, so those are there too
 */
export async function rehearse(
  record: WorkspaceRecord,
  actual: WorkspaceStore | undefined,
  { withTickets }: { readonly withTickets: boolean },
): Promise<Rehearsal> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-dry-run-'));
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const store = await openStore({ dataDir: folder }).catch(async (error: unknown) => {
    await removeFolder();
    throw error;
  });
  const end = async (): Promise<void> => {
    await store.close();
    await removeFolder();
  };
  try {
    await store.createWorkspace(record);
    const workspace = store.workspace(record.key);
    if (actual !== undefined) await copyKnown(actual, workspace);
    if (actual !== undefined && withTickets) await copyTickets(actual, workspace);
    return { workspace, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function copyKnown(actual: WorkspaceStore, scratch: WorkspaceStore): Promise<void> {
  const surveys = (await actual.surveys()).map(({ scale, ...survey }) => ({
    ...survey,
    kind: scale.kind,
    scale: scale.most,
    ...(scale.kind === 'CES' ? { direction: scale.direction } : {}),
  }));
  await scratch.upsertSurveys(surveys);
  const { externalIds } = (await actual.ledger()).accounts;
  for (let from = 0; from < externalIds.length; from += 5_000)
    await scratch.upsertAccounts(externalIds.slice(from, from + 5_000).map((externalId) => ({ externalId })));
}

async function copyTickets(actual: WorkspaceStore, scratch: WorkspaceStore): Promise<void> {
  const tickets = await actual.tickets();
  for (let from = 0; from < tickets.length; from += 5_000)
    await scratch.upsertTickets(tickets.slice(from, from + 5_000));
}
