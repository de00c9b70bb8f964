import {
  type Actor,
  type Rehearsal,
  UnknownWorkspace,
  type WorkspaceRecord,
  type WorkspaceStore,
} from '@plimsoll/store';
import { UsageError } from '../cli/command-error.ts';

/** The command line, as the audit log names it. */
export const cliActor: Actor = { kind: 'cli' };

/** Where workspaces are, for good or rehearsed. */
type Workspaces = Omit<Rehearsal, 'end'>;

/** The workspace of a key, made when it is not there. */
export async function ensureWorkspace(store: Workspaces, record: WorkspaceRecord): Promise<WorkspaceStore> {
  if (!(await hasWorkspace(store, record.key))) await store.createWorkspace(record);
  return store.workspace(record.key).actingAs(cliActor);
}

/** Whether there is a workspace of that key. */
export async function hasWorkspace(store: Workspaces, key: string): Promise<boolean> {
  return (await store.listWorkspaces()).some((workspace) => workspace.key === key);
}

/**
 * The workspace that a command means: the one named, or the only one there is.
 *
 * @throws UnknownWorkspace, or UsageError where none or several come into question
 */
export async function chooseWorkspace(store: Workspaces, key: string | undefined): Promise<WorkspaceStore> {
  const keys = (await store.listWorkspaces()).map((workspace) => workspace.key);
  if (key !== undefined) {
    if (!keys.includes(key)) throw new UnknownWorkspace(key);
    return store.workspace(key).actingAs(cliActor);
  }
  const [only, ...others] = keys;
  if (only === undefined)
    throw new UsageError(
      'There is no workspace yet. Records belong to one. Name one with --workspace KEY, and make it by importing with --create-workspace --currency USD.',
    );
  if (others.length > 0)
    throw new UsageError(`There are several workspaces: ${keys.join(', ')}. Name one with --workspace KEY.`);
  return store.workspace(only).actingAs(cliActor);
}
