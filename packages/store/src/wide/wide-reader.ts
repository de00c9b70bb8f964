import {
  type AccountFilter,
  type AnyMetric,
  answerEach,
  type BreakdownGroup,
  type BreakdownMoment,
  breakdownDay,
  type Day,
  defaultPolicy,
  type Gathering,
  type Ledger,
  type LedgerExtent,
  type Period,
  type Question,
  type Reading,
  type Recognition,
  type Report,
  recognitionOf,
  type Selection,
  traitValueReport,
  type Window,
  windowsOf,
} from '@plimsoll/metrics';
import { WorkspaceMoved } from '../errors.ts';
import { loadAccountRowsNamed } from '../ledger/account-rows.ts';
import { HeldReader } from '../ledger/held-reader.ts';
import { loadLedgerOfRows } from '../ledger/ledger-of-accounts.ts';
import type { PartName } from '../ledger/part-name.ts';
import type { AccountNames, LedgerReader, RecognisedReading } from '../records/ledger-reader.ts';
import type { RecognisedLedger } from '../records/recognised-ledger.ts';
import type { Session } from '../transactions/session.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { recognisedChunk } from './chunk-ledger.ts';
import { knownFrom } from './known-from.ts';
import { scanWide, type WideQuestion } from './wide-scan.ts';

/** Answers kept for one revision; the oldest goes first. */
const mostKept = 256;

interface Asked {
  readonly question: WideQuestion;
  readonly settle: (facts: readonly unknown[]) => void;
  readonly fail: (error: unknown) => void;
}

/** How a workspace is gone through, and what is known of its writes. */
export interface WideOptions {
  readonly accountsAtOnce: number;
  /** The revision at which a part of the ledger was last touched. */
  readonly touchedAt: (part: PartName) => number;
  /** The revision at which any account was last touched. */
  readonly accountsTouchedAt: number;
}

/** Reads a workspace at one revision, without holding it. */
export class WideReader implements LedgerReader {
  readonly ledger: Ledger;
  readonly held = false;
  readonly #session: Session;
  readonly #workspace: string;
  readonly #options: WideOptions;
  readonly #selections = new Map<string, Selection>();
  readonly #filters = new WeakMap<Selection, AccountFilter>();
  readonly #sources = new WeakMap<object, number>();
  #lastSource = 0;
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  #waiting: Asked[] = [];
  #scanning: Promise<void> | undefined;
  #extent: Promise<LedgerExtent> | undefined;

  /** @param ledger without accounts */
  constructor(session: Session, workspace: string, ledger: Ledger, options: WideOptions) {
    this.#session = session;
    this.#workspace = workspace;
    this.ledger = ledger;
    this.#options = options;
  }

  async under(recognition: Recognition): Promise<RecognisedReading> {
    const other = recognitionOf({ ...defaultPolicy, ...recognition });
    return { ledger: { ...this.ledger, recognition: other }, reader: this };
  }

  select(filter?: AccountFilter, within?: Selection): Selection {
    const parts = [filter, within && this.#filters.get(within)].filter((part) => part !== undefined);
    const whole = parts.length > 1 ? ({ kind: 'and', of: parts } as const) : parts[0];
    const key = JSON.stringify(whole ?? null);
    const selection = this.#selections.get(key) ?? {
      indices: new Uint32Array(),
      mask: new Uint8Array(),
      everything: whole === undefined,
    };
    this.#selections.set(key, selection);
    if (whole !== undefined) this.#filters.set(selection, whole);
    return selection;
  }

  async count(selection: Selection): Promise<number> {
    const question = { ledger: this.ledger, selection, policy: defaultPolicy };
    const [count] = await this.gather(counting, question, [{ start: 0, end: 0 }]);
    return count ?? 0;
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

  async breakdown(
    metric: AnyMetric,
    question: Question,
    trait: string,
    period: Period,
    today: Day,
    at: BreakdownMoment,
  ): Promise<readonly BreakdownGroup[]> {
    const on = breakdownDay(at, period, today);
    const values = await this.work(traitValueReport(trait, on), { ...question, ledger: this.ledger });
    const groups = values.map(async ({ value, count }): Promise<readonly BreakdownGroup[]> => {
      const filter = { kind: 'trait', key: trait, in: [value], ...(on === undefined ? {} : { on }) } as const;
      const selection = this.select(filter, question.selection);
      const readings = await this.readEach(metric, { ...question, selection }, [period], today);
      return readings.map((reading) => ({ value, accounts: count, reading }));
    });
    return (await Promise.all(groups)).flat();
  }

  async work<Facts, Told>({ gathering, window, tell }: Report<Facts, Told>, question: Question): Promise<Told> {
    // One window in, facts of one out.
    const [facts] = (await this.gather(gathering, question, [window])) as readonly [Facts];
    return tell(question, facts);
  }

  async holding(accounts: AccountNames): Promise<LedgerReader> {
    const ledger = await this.#read(async (tx) => {
      const held = await loadLedgerOfRows(tx, await loadAccountRowsNamed(tx, accounts), everyPart(this.ledger));
      this.#extent ??= knownFrom(tx, everyPart(this.ledger)).then((known) => ({ kind: 'SOME_ACCOUNTS', ...known }));
      return { ...held, extent: await this.#extent };
    });
    const recognised = new Map<string, Promise<RecognisedLedger>>();
    return new HeldReader(ledger, (recognition) => {
      const key = JSON.stringify(recognitionOf({ ...defaultPolicy, ...recognition }));
      const found =
        recognised.get(key) ??
        this.#read(async (tx) => ({ ledger: await recognisedChunk(tx, ledger, recognition, false), base: ledger }));
      recognised.set(key, found);
      return found;
    });
  }

  changedSince({ ledger: { revision } }: LedgerReader): readonly string[] {
    const { touchedAt, accountsTouchedAt } = this.#options;
    const accounts = accountsTouchedAt > Number(revision) ? ['accounts'] : [];
    return [...accounts, ...[...everyPart(this.ledger)].filter((part) => touchedAt(part) > Number(revision))];
  }

  gather<Facts>(source: Gathering<Facts>, question: Question, windows: readonly Window[]): Promise<readonly Facts[]> {
    const { ledger, selection, ...asked } = question;
    const { recognition } = ledger;
    const filter = this.#filters.get(selection);
    const place = this.#sources.get(source) ?? ++this.#lastSource;
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
    // Lists are long, and made for the page that asks for them.
    if (source.reads.names !== true) this.#keep(key, answer);
    // What is asked in one breath is answered in one pass; what comes while one is under way waits for the next.
    this.#scanning ??= new Promise<void>((go) => setImmediate(go)).then(() => this.#scan());
    return answer as Promise<readonly Facts[]>;
  }

  #keep(key: string, answer: Promise<readonly unknown[]>): void {
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
  }

  /** @throws WorkspaceMoved */
  #read<T>(work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T> {
    return this.#session.read(this.#workspace, (tx) => {
      if (String(tx.revision) !== this.ledger.revision) throw new WorkspaceMoved(this.#workspace);
      return work(tx);
    });
  }

  async #scan(): Promise<void> {
    while (this.#waiting.length > 0) {
      const asked = this.#waiting;
      this.#waiting = [];
      const questions = asked.map(({ question }) => question);
      try {
        const found = await this.#read((tx) => scanWide(tx, questions, this.#options.accountsAtOnce));
        for (const [place, { settle }] of asked.entries()) settle(found[place] ?? []);
      } catch (error) {
        for (const { fail } of asked) fail(error);
      }
    }
    this.#scanning = undefined;
  }
}

/** Every part that a ledger has. */
function everyPart(ledger: Ledger): ReadonlySet<PartName> {
  const head = new Set(['revision', 'currency', 'timeZone', 'extent', 'recognition', 'accounts']);
  // Object.keys forgets which keys it was given.
  return new Set(Object.keys(ledger).filter((key) => !head.has(key)) as PartName[]);
}

const counting: Gathering<number> = {
  reads: { parts: [] },
  collect: ({ selection }, windows) => windows.map(() => selection.indices.length),
  merge: (parts) => parts.reduce((sum, part) => sum + part, 0),
};
