import {
  type AccountFilter,
  csmTrait,
  type Day,
  dayInZone,
  type Ledger,
  type Policy,
  type Selection,
} from '@plimsoll/metrics';
import type { AccountNames, LedgerReader, Segment, WorkspaceInfo } from '@plimsoll/store';
import type { ReadingStore, WorkspaceReads } from './auth/reading-store.ts';
import type { Viewer } from './auth/viewer.ts';

/** What one request sees: one workspace at one revision, narrowed to the viewer's accounts. */
export interface Session {
  readonly viewer: Viewer;
  /** Reads the workspace; mutations write through `GatewayContext.writes`. */
  readonly store: WorkspaceReads;
  readonly workspace: WorkspaceInfo;
  /** Gives every number, table and list of the workspace. It holds the accounts of viewers that see some only. */
  readonly reader: LedgerReader;
  /** The reader's: without accounts, where it does not hold them. */
  readonly ledger: Ledger;
  /** Every account in the viewer's reach. */
  readonly reach: Selection;
  /** The saved segments by key. */
  readonly segments: ReadonlyMap<string, Segment>;
  /** Keys of the traits that the viewer may not see; empty for staff. */
  readonly hiddenTraits: ReadonlySet<string>;
  readonly policy: Policy;
  readonly now: number;
  readonly today: Day;
}

/** Open a viewer's session on the data as it stands. @param signal stops what is read in it; see `WorkspaceStore.reader` */
export async function openSession(
  store: ReadingStore,
  viewer: Viewer,
  now: number,
  signal?: AbortSignal,
): Promise<Session> {
  const workspaceStore = store.workspace(viewer.workspace);
  const whole = await workspaceStore.reader(signal);
  const { workspace, segments } = await settingsOf(workspaceStore, whole.ledger);
  const reader =
    viewer.accounts.kind === 'ACCOUNTS'
      ? await whole.holding({ externalIds: [...viewer.accounts.externalIds] })
      : whole;
  const { ledger } = reader;
  // The policy may have changed in between: what is echoed is what the ledger was worked out under.
  const policy = { ...workspace.policy, ...ledger.recognition };
  return {
    viewer,
    store: workspaceStore,
    workspace: { ...workspace, policy },
    reader,
    ledger,
    reach: reachOf(viewer, reader),
    segments,
    hiddenTraits: new Set(viewer.staff ? [] : [csmTrait, ...workspace.internalTraits]),
    policy,
    now,
    today: dayInZone(now, workspace.timeZone),
  };
}

interface Settings {
  readonly workspace: WorkspaceInfo;
  readonly segments: ReadonlyMap<string, Segment>;
}

// Read after the ledger, so never older than it; whatever is set anew makes a new ledger.
const settingsAt = new WeakMap<Ledger, Promise<Settings>>();

function settingsOf(store: WorkspaceReads, ledger: Ledger): Promise<Settings> {
  const known = settingsAt.get(ledger);
  if (known !== undefined) return known;
  const read = readSettings(store);
  settingsAt.set(ledger, read);
  read.catch(() => settingsAt.delete(ledger));
  return read;
}

async function readSettings(store: WorkspaceReads): Promise<Settings> {
  const workspace = await store.info();
  const segments = new Map((await store.segments()).map((segment) => [segment.key, segment]));
  return { workspace, segments };
}

/** The same session on another reader of its workspace. */
export function onReader(session: Session, reader: LedgerReader): Session {
  if (reader === session.reader) return session;
  const { ledger } = reader;
  const policy = { ...session.policy, ...ledger.recognition };
  return { ...session, reader, ledger, reach: reachOf(session.viewer, reader), policy };
}

/** The same session with some accounts in its ledger, so that they can be looked into. */
export async function holding(session: Session, accounts: AccountNames): Promise<Session> {
  return session.reader.held ? session : onReader(session, await session.reader.holding(accounts));
}

/** Accounts of one session in another, on a later ledger, where they may have other places. */
export function sameAccounts(session: Session, selection: Selection, later: Session): Selection {
  if (!session.reader.held) return selection;
  if (selection === session.reach) return later.reach;
  const ids = [...selection.indices].flatMap((index) => session.ledger.accounts.ids[index] ?? []);
  return later.reader.select({ kind: 'accounts', ids }, later.reach);
}

/**
 * The accounts in a session's reach that a filter holds for. The same filter gives the same selection for as long as the
 * ledger stands, and with it all that was worked out over it.
 */
export function selectIn({ reader, reach }: Session, filter: AccountFilter | undefined): Selection {
  return reader.select(filter, reach);
}

/** Index of an account that the session holds by internal id, or -1 where there is none in reach. */
export function accountById(session: Session, id: string): number {
  return inReach(session, indexesOf(session.ledger).byId.get(id));
}

/** Index of an account that the session holds by the host's id, or -1 where there is none in reach. */
export function accountByExternalId(session: Session, externalId: string): number {
  return inReach(session, indexesOf(session.ledger).byExternalId.get(externalId));
}

function inReach(session: Session, index: number | undefined): number {
  return index !== undefined && session.reach.mask[index] === 1 ? index : -1;
}

function reachOf({ accounts }: Viewer, reader: LedgerReader): Selection {
  if (accounts.kind === 'ALL') return reader.select();
  if (accounts.kind === 'BOOK') return reader.select({ kind: 'trait', key: csmTrait, in: [accounts.csm] });
  const { byExternalId } = indexesOf(reader.ledger);
  const indexes = [...accounts.externalIds]
    .flatMap((externalId) => byExternalId.get(externalId) ?? [])
    .sort((a, b) => a - b);
  return reader.select({ kind: 'accounts', ids: indexes.flatMap((index) => reader.ledger.accounts.ids[index] ?? []) });
}

interface Indexes {
  readonly byId: ReadonlyMap<string, number>;
  readonly byExternalId: ReadonlyMap<string, number>;
}

// A ledger never changes, so its indexes live exactly as long as it does.
const known = new WeakMap<Ledger, Indexes>();

function indexesOf(ledger: Ledger): Indexes {
  const found = known.get(ledger);
  if (found !== undefined) return found;
  const indexes = {
    byId: new Map(ledger.accounts.ids.map((id, index) => [id, index])),
    byExternalId: new Map(ledger.accounts.externalIds.map((id, index) => [id, index])),
  };
  known.set(ledger, indexes);
  return indexes;
}
