import { sql } from 'kysely';
import type { Session } from '../transactions/session.ts';

const everyMilliseconds = 500;

interface WorkspaceRevisions {
  readonly workspace: string;
  readonly revision: number;
  readonly access: number;
}

/** Asks for other stores' writes where the database cannot tell of them. */
export class ChangePoller {
  readonly #session: Session;
  /** How many changes of access each workspace had. */
  readonly #access = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Resolves once it knows how far each workspace is; what is written from then on is told of. */
  async start(): Promise<void> {
    for (const { workspace, revision, access } of await this.#revisions()) {
      this.#session.changes.saw(workspace, revision);
      this.#access.set(workspace, access);
    }
    this.#schedule();
  }

  /** Ends it for good. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      // Away: the next round asks again.
      this.#ask()
        .catch(() => undefined)
        .finally(() => this.#schedule());
    }, everyMilliseconds);
    // Waiting for others' writes must not keep a process alive that has nothing else to do.
    this.#timer.unref();
  }

  async #ask(): Promise<void> {
    const { changes } = this.#session;
    for (const { workspace, revision, access } of await this.#revisions()) {
      // What we are writing ourselves is told of at its commit, and with more than its revision.
      if (this.#stopped || this.#session.isWriting(workspace)) continue;
      if (revision > (changes.newest(workspace) ?? 0)) changes.tell({ workspace, revision: String(revision) });
      if (access > (this.#access.get(workspace) ?? 0)) {
        this.#access.set(workspace, access);
        // Our own are told twice then, which costs a check too many.
        changes.tell({ workspace, revision: String(revision), kind: 'access' });
      }
    }
  }

  async #revisions(): Promise<readonly WorkspaceRevisions[]> {
    const { rows } = await this.#session.asDirectory((trx) =>
      sql<WorkspaceRevisions>`
        select workspace_id as workspace, revision, access_revision as access from workspace`.execute(trx),
    );
    return rows;
  }
}
