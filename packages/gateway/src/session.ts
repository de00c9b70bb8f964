import {
  type AccountFilter,
  type Day,
  dayInZone,
  type Ledger,
  type Policy,
  type Selection,
  selectAll,
  selectWhere,
} from '@plimsoll/metrics';
import type { Segment, Store, WorkspaceInfo, WorkspaceStore } from '@plimsoll/store';
import type { Viewer } from './auth/viewer.ts';

/** What one request sees: one workspace at one revision, narrowed to the viewer's accounts. */
export interface Session {
  readonly viewer: Viewer;
  readonly store: WorkspaceStore;
  readonly workspace: WorkspaceInfo;
  readonly ledger: Ledger;
  /** Every account in the viewer's reach. */
  readonly reach: Selection;
  /** The saved segments by key. */
  readonly segments: ReadonlyMap<string, Segment>;
  readonly policy: Policy;
  readonly now: number;
  readonly today: Day;
}

/** Opens a viewer's session on the data as it stands. */
export async function openSession(store: Store, viewer: Viewer, now: number): Promise<Session> {
  const workspaceStore = store.workspace(viewer.workspace);
  const workspace = await workspaceStore.info();
  const ledger = await workspaceStore.ledger();
  // The policy may have changed in between: what is echoed is what the ledger was worked out under.
  const policy = { ...workspace.policy, ...ledger.recognition };
  return {
    viewer,
    store: workspaceStore,
    workspace: { ...workspace, policy },
    ledger,
    reach: reachOf(viewer, ledger),
    segments: await segmentsOf(workspaceStore, ledger),
    policy,
    now,
    today: dayInZone(now, workspace.timeZone),
  };
}

// Read after the ledger, so never older than it; saving one makes a new ledger.
const segmentsAt = new WeakMap<Ledger, ReadonlyMap<string, Segment>>();

async function segmentsOf(store: WorkspaceStore, ledger: Ledger): Promise<ReadonlyMap<string, Segment>> {
  const found = segmentsAt.get(ledger) ?? new Map((await store.segments()).map((segment) => [segment.key, segment]));
  segmentsAt.set(ledger, found);
  return found;
}

/** The same session on a later ledger of its workspace. */
export function onLedger(session: Session, ledger: Ledger): Session {
  const policy = { ...session.policy, ...ledger.recognition };
  return { ...session, ledger, reach: reachOf(session.viewer, ledger), policy };
}

/** Accounts of one session in another, on a later ledger, where they may have other places. */
export function sameAccounts(session: Session, selection: Selection, later: Session): Selection {
  if (selection === session.reach) return later.reach;
  const ids = [...selection.indices].flatMap((index) => session.ledger.accounts.ids[index] ?? []);
  return selectWhere(later.ledger, { kind: 'accounts', ids }, later.reach);
}

/** Selections kept for one ledger; the oldest goes first. */
const mostSelections = 64;

/**
 * The accounts in a session's reach that a filter holds for. The same filter gives the same selection for as long as the
 * ledger stands, and with it all that was worked out over it.
 */
export function selectIn(session: Session, filter: AccountFilter | undefined): Selection {
  if (filter === undefined) return session.reach;
  const { selections } = indexesOf(session.ledger);
  const key = JSON.stringify([reachKey(session.viewer), filter]);
  return remember(selections, key, () => selectWhere(session.ledger, filter, session.reach));
}

/** Index of an account by internal id, or -1 where there is none in reach. */
export function accountById(session: Session, id: string): number {
  return inReach(session, indexesOf(session.ledger).byId.get(id));
}

/** Index of an account by the host's id, or -1 where there is none in reach. */
export function accountByExternalId(session: Session, externalId: string): number {
  return inReach(session, indexesOf(session.ledger).byExternalId.get(externalId));
}

function inReach(session: Session, index: number | undefined): number {
  return index !== undefined && session.reach.mask[index] === 1 ? index : -1;
}

function reachKey({ accounts }: Viewer): readonly string[] {
  return accounts === 'all' ? ['all'] : ['only', ...[...accounts].sort()];
}

function remember(selections: Map<string, Selection>, key: string, select: () => Selection): Selection {
  const known = selections.get(key);
  if (known !== undefined) return known;
  const selection = select();
  const oldest = selections.keys().next().value;
  if (selections.size >= mostSelections && oldest !== undefined) selections.delete(oldest);
  selections.set(key, selection);
  return selection;
}

function reachOf(viewer: Viewer, ledger: Ledger): Selection {
  const { selections } = indexesOf(ledger);
  return remember(selections, JSON.stringify(reachKey(viewer)), () => selectReach(viewer, ledger));
}

function selectReach(viewer: Viewer, ledger: Ledger): Selection {
  if (viewer.accounts === 'all') return selectAll(ledger);
  const { byExternalId } = indexesOf(ledger);
  const ids: string[] = [];
  for (const externalId of viewer.accounts) {
    const index = byExternalId.get(externalId);
    const id = index === undefined ? undefined : ledger.accounts.ids[index];
    if (id !== undefined) ids.push(id);
  }
  return selectWhere(ledger, { kind: 'accounts', ids });
}

interface Indexes {
  readonly byId: ReadonlyMap<string, number>;
  readonly byExternalId: ReadonlyMap<string, number>;
  readonly selections: Map<string, Selection>;
}

// A ledger never changes, so its indexes live exactly as long as it does.
const known = new WeakMap<Ledger, Indexes>();

function indexesOf(ledger: Ledger): Indexes {
  const found = known.get(ledger);
  if (found !== undefined) return found;
  const indexes = {
    byId: new Map(ledger.accounts.ids.map((id, index) => [id, index])),
    byExternalId: new Map(ledger.accounts.externalIds.map((id, index) => [id, index])),
    selections: new Map<string, Selection>(),
  };
  known.set(ledger, indexes);
  return indexes;
}
