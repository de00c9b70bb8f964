import {
  type AccountFilter,
  type AnyMetric,
  answerEach,
  type Day,
  defaultPolicy,
  type Gathering,
  type Ledger,
  type Period,
  type Question,
  type Reading,
  recognitionOf,
  type Selection,
  type Window,
  windowsOf,
} from '@plimsoll/metrics';
import { WorkspaceMoved } from '../errors.ts';
import type { WideLedger } from '../records/wide-ledger.ts';
import type { Session } from '../transactions/session.ts';
import { scanWide, type WideQuestion } from './wide-scan.ts';

/** Answers kept for one revision; the oldest goes first. */
const mostKept = 256;

interface Asked {
  readonly question: WideQuestion;
  readonly settle: (facts: readonly unknown[]) => void;
  readonly fail: (error: unknown) => void;
}

/** Reads a workspace at one revision, without holding it. */
export class WideReader implements WideLedger {
  readonly ledger: Ledger;
  readonly #session: Session;
  readonly #workspace: string;
  readonly #accountsAtOnce: number;
  readonly #selections = new Map<string, Selection>();
  readonly #filters = new WeakMap<Selection, AccountFilter>();
  readonly #sources = new Map<object, number>();
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  #waiting: Asked[] = [];
  #scanning: Promise<void> | undefined;

  /** @param ledger without accounts */
  constructor(session: Session, workspace: string, ledger: Ledger, accountsAtOnce: number) {
    this.#session = session;
    this.#workspace = workspace;
    this.ledger = ledger;
    this.#accountsAtOnce = accountsAtOnce;
  }

  under(recognition: Ledger['recognition']): Ledger {
    return { ...this.ledger, recognition: recognitionOf({ ...defaultPolicy, ...recognition }) };
  }

  select(filter?: AccountFilter): Selection {
    const key = JSON.stringify(filter ?? null);
    const selection = this.#selections.get(key) ?? {
      indices: new Uint32Array(),
      mask: new Uint8Array(),
      everything: filter === undefined,
    };
    this.#selections.set(key, selection);
    if (filter !== undefined) this.#filters.set(selection, filter);
    return selection;
  }

  filterOf(selection: Selection): AccountFilter | undefined {
    return this.#filters.get(selection);
  }

  async readEach(
    metric: AnyMetric,
    question: Question,
    periods: readonly Period[],
    today: Day,
  ): Promise<readonly Reading[]> {
    const facts = await this.gather(metric.source, question, windowsOf(metric, question, periods, today));
    return answerEach(metric, question, periods, today, facts);
  }

  async count(selection: Selection): Promise<number> {
    const question = { ledger: this.ledger, selection, policy: defaultPolicy };
    const [count] = await this.gather(counting, question, [{ start: 0, end: 0 }]);
    return count ?? 0;
  }

  gather<Facts>(source: Gathering<Facts>, question: Question, windows: readonly Window[]): Promise<readonly Facts[]> {
    const { ledger, selection, ...asked } = question;
    const { recognition } = ledger;
    const filter = this.filterOf(selection);
    const place = this.#sources.get(source) ?? this.#sources.size;
    this.#sources.set(source, place);
    const key = JSON.stringify([place, filter, recognition, asked, windows]);
    const known = this.#answers.get(key);
    // Kept by their source, which gives facts of one kind.
    if (known !== undefined) return known as Promise<readonly Facts[]>;
    const answer = new Promise<readonly unknown[]>((settle, fail) => {
      // A source merges only what it collected, so forgetting the type of its facts mixes nothing.
      const anySource = source as unknown as Gathering<unknown>;
      this.#waiting.push({ question: { source: anySource, filter, recognition, asked, windows }, settle, fail });
    });
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
    // What is asked in one breath is answered in one pass; what comes while one is under way waits for the next.
    this.#scanning ??= new Promise<void>((go) => setImmediate(go)).then(() => this.#scan());
    return answer as Promise<readonly Facts[]>;
  }

  async #scan(): Promise<void> {
    while (this.#waiting.length > 0) {
      const asked = this.#waiting;
      this.#waiting = [];
      try {
        const found = await this.#session.read(this.#workspace, (tx) => {
          if (String(tx.revision) !== this.ledger.revision) throw new WorkspaceMoved(this.#workspace);
          const questions = asked.map(({ question }) => question);
          return scanWide(tx, questions, this.#accountsAtOnce);
        });
        for (const [place, { settle }] of asked.entries()) settle(found[place] ?? []);
      } catch (error) {
        for (const { fail } of asked) fail(error);
      }
    }
    this.#scanning = undefined;
  }
}

const counting: Gathering<number> = {
  reads: { parts: [] },
  collect: ({ selection }, windows) => windows.map(() => selection.indices.length),
  merge: (parts) => parts.reduce((sum, part) => sum + part, 0),
};
